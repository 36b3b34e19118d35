import { isGone } from "../../model/PlatformUser.ts"
import { cellIssue, type Rule } from "../Rule.ts"
import type { AccessKnown } from "./AccessKnown.ts"

/** The person is an active platform user: step 2 gives access, it creates nobody. */
export const UserIsInPlatform: Rule<AccessKnown> = (row, known) => {
  if (row.emailKey === null) return []
  const user = known.users.get(row.emailKey)
  if (user === undefined) return [cellIssue(row, "email", "user.not_in_platform")]
  if (user.status === "active") return []
  return [cellIssue(row, "email", isGone(user) ? "user.deleted" : "user.inactive")]
}
