import { permissionsOf } from "../../rights/permissionsOf.ts"
import { cellIssue, type Rule } from "../Rule.ts"
import type { AccessKnown } from "./AccessKnown.ts"

/**
 * What the person has in the database is what the file is about. A file that gives access leaves alone whoever
 * has another; one that changes access is about people who have some, and of no administrator whom whoever
 * imports could not make.
 */
export const AccessFits: Rule<AccessKnown> = (row, known) => {
  const user = known.users.get(row.emailKey ?? "")
  if (user?.status !== "active") return []
  const has = known.accesses.get(user.id)
  if (has === undefined) return known.mode === "update" ? [cellIssue(row, "email", "access.not_there")] : []
  const { departmentId, groupName } = has
  const same = departmentId === row.values.departmentId && groupName === row.values.groupName
  if (known.mode === "create")
    return same
      ? [cellIssue(row, "email", "access.already_granted", {}, "info")]
      : [cellIssue(row, "email", "access.differs", { departmentId, groupName }, "conflict")]
  const permissions = permissionsOf(has, [...known.groups.values()]).map(({ name }) => name)
  return same || known.mayGrant({ permissions }) ? [] : [cellIssue(row, "email", "access.above_own")]
}
