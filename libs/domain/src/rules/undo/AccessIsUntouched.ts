import { permissionsOf } from "../../rights/permissionsOf.ts"
import type { AccessKnown } from "../access/AccessKnown.ts"
import { cellIssue, type Rule } from "../Rule.ts"

/**
 * Access that an import gave is taken away only as it gave it, with nothing added by hand, and from no
 * administrator whom whoever undoes could not make.
 */
export const AccessIsUntouched: Rule<AccessKnown> = (row, known) => {
  const has = known.accesses.get(known.users.get(row.emailKey ?? "")?.id ?? "")
  if (has === undefined) return []
  const { departmentId, groupName, extra } = has
  const untouched =
    departmentId === row.given.departmentId &&
    groupName === row.given.groupName &&
    extra.departments.length + extra.permissions.length === 0
  if (!untouched) return [cellIssue(row, "email", "undo.changed_since", {}, "conflict")]
  const permissions = permissionsOf(has, [...known.groups.values()]).map(({ name }) => name)
  return known.mayGrant({ permissions }) ? [] : [cellIssue(row, "email", "access.above_own", {}, "conflict")]
}
