import type { Import, ImportScope } from "../model/Import.ts"

/** Where an import belongs. */
export const scopeOf = ({ kind, databaseId }: Pick<Import, "kind" | "databaseId">): ImportScope =>
  kind === "platform-users" || databaseId === null
    ? { kind: "platform-users", databaseId: null }
    : { kind, databaseId }
