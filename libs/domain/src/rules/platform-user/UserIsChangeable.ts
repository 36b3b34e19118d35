import { isGone } from "../../model/PlatformUser.ts"
import { personChanges } from "../../rows/personChanges.ts"
import { cellIssue, type Rule } from "../Rule.ts"
import type { PlatformKnown } from "./PlatformKnown.ts"

/** Whoever a row would change is not deleted, and not above the platform role of whoever imports. */
export const UserIsChangeable: Rule<PlatformKnown> = (row, known) => {
  if (row.user === null || personChanges(row).length === 0) return []
  if (isGone(row.user)) return [cellIssue(row, "email", "user.deleted", {}, "conflict")]
  return known.mayChange(null) && !known.mayChange(row.user)
    ? [cellIssue(row, "email", "user.above_own", {}, "conflict")]
    : []
}
