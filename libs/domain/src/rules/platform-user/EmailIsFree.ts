import { isGone } from "../../model/PlatformUser.ts"
import { cellIssue, type Rule } from "../Rule.ts"
import type { PlatformKnown } from "./PlatformKnown.ts"

/** Nobody else on the platform has the e-mail yet. */
export const EmailIsFree: Rule<PlatformKnown> = (row, known) => {
  const holder = known.byEmail.get(row.emailKey ?? "")
  if (holder === undefined || holder.id === row.user?.id) return []
  return [
    cellIssue(
      row,
      "email",
      isGone(holder) ? "user.deleted" : "email.taken",
      { username: holder.username, email: holder.email },
      "conflict",
    ),
  ]
}
