import type { PlatformKnown } from "../platform-user/PlatformKnown.ts"
import { cellIssue, rowIssue, type Rule } from "../Rule.ts"

/** Whoever undoes may change people, and nobody above their own platform role. */
export const ImporterMayRemove: Rule<Pick<PlatformKnown, "mayChange">> = (row, { mayChange }) => {
  if (!mayChange(null)) return [rowIssue(row, "import.not_permitted")]
  return mayChange(row.user) ? [] : [cellIssue(row, "email", "user.above_own", {}, "conflict")]
}
