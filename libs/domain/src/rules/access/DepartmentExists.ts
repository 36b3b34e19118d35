import { nearest } from "../nearest.ts"
import { cellIssue, type Rule } from "../Rule.ts"
import type { AccessKnown } from "./AccessKnown.ts"

/** `departmentId` is the id of a department in this database, sign by sign; near misses are offered. */
export const DepartmentExists: Rule<AccessKnown> = (row, known) => {
  const departmentId = row.values.departmentId
  if (!departmentId || known.departments.has(departmentId)) return []
  const open = [...known.departments.values()].filter(({ closed }) => !closed)
  const near = nearest(departmentId, open, (one) => [one.departmentId, one.name])
  return [
    cellIssue(row, "departmentId", "department.unknown", {
      candidates: near.map((one) => one.departmentId),
      names: near.map((one) => one.name),
    }),
  ]
}
