import { cellIssue, type Rule } from "../Rule.ts"
import type { AccessKnown } from "./AccessKnown.ts"

/** A person who has the same access already stays as they are; one who has other access is left alone. */
export const AccessIsNew: Rule<AccessKnown> = (row, known) => {
  const user = known.users.get(row.emailKey ?? "")
  const access = user && known.accesses.get(user.id)
  if (access === undefined) return []
  const { departmentId, groupName } = row.values
  const has = { departmentId: access.departmentId, groupName: access.groupName }
  return access.departmentId === departmentId && access.groupName === groupName
    ? [cellIssue(row, "email", "access.already_granted", {}, "info")]
    : [cellIssue(row, "email", "access.differs", has, "conflict")]
}
