import { cellIssue, type Rule } from "../Rule.ts"
import type { PlatformKnown } from "./PlatformKnown.ts"

/** Nobody on the platform has the e-mail yet; whoever has it is never changed by the import. */
export const EmailIsFree: Rule<PlatformKnown> = (row, known) => {
  const holder = known.byEmail.get(row.emailKey ?? "")
  if (holder === undefined) return []
  return [
    cellIssue(
      row,
      "email",
      holder.status === "deleted" ? "user.deleted" : "email.taken",
      { username: holder.username, email: holder.email },
      "conflict",
    ),
  ]
}
