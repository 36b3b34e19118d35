import { rowIssue, type Rule } from "../Rule.ts"
import type { StructureKnown } from "./StructureKnown.ts"

/** Whoever imports may change what the database is made of, and still may when the import runs. */
export const ImporterMayBuild: Rule<StructureKnown> = (row, { mayWrite }) =>
  mayWrite ? [] : [rowIssue(row, "import.not_permitted")]
