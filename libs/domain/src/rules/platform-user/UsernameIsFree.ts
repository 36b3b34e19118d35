import { cellIssue, type Rule } from "../Rule.ts"
import type { PlatformKnown } from "./PlatformKnown.ts"

/** Nobody else on the platform has the username yet, also one that the row takes from its e-mail. */
export const UsernameIsFree: Rule<PlatformKnown> = (row, known) => {
  const holder = known.byUsername.get(row.usernameKey ?? "")
  if (holder === undefined || holder.id === row.user?.id) return []
  if (!row.values.username && known.byEmail.get(row.emailKey ?? "")?.id === holder.id) return []
  return [
    {
      ...cellIssue(row, "username", "username.taken", { username: holder.username }, "conflict"),
      value: row.values.username || (row.values.email ?? ""),
    },
  ]
}
