import { cellIssue, type Rule } from "../Rule.ts"
import type { AccessKnown } from "./AccessKnown.ts"

/** Nobody gets a place in a department that is closed, except who has it already. */
export const DepartmentIsOpen: Rule<AccessKnown> = (row, known) => {
  const department = known.departments.get(row.values.departmentId ?? "")
  if (!department?.closed) return []
  const user = known.users.get(row.emailKey ?? "")
  const has = user && known.accesses.get(user.id)
  return has?.departmentId === department.departmentId
    ? []
    : [cellIssue(row, "departmentId", "department.closed", { name: department.name })]
}
