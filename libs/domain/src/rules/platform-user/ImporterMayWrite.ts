import { rowIssue, type Rule } from "../Rule.ts"
import type { PlatformKnown } from "./PlatformKnown.ts"

/** Whoever imports may add people, or change those who are there, and still may when the import runs. */
export const ImporterMayWrite: Rule<PlatformKnown> = (row, known) => {
  const adds = row.user === null && known.mode !== "update"
  return (adds ? known.mayAdd : known.mode === "create" || known.mayChange(null))
    ? []
    : [rowIssue(row, "import.not_permitted")]
}
