import type { Import, ImportScope } from "../model/Import.ts"

/** Where an import belongs. */
export const scopeOf = ({ databaseId }: Pick<Import, "databaseId">): ImportScope =>
  databaseId === null ? { kind: "platform-users", databaseId } : { kind: "database-users", databaseId }
