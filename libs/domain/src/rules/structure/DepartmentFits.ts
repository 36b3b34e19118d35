import type { Rule } from "../Rule.ts"
import { standsOnce } from "./standsOnce.ts"
import type { StructureKnown } from "./StructureKnown.ts"

/** A department stands in one row, and is there already or not as the file is about it. */
export const DepartmentFits: Rule<StructureKnown> = (row, known) => {
  const { departmentId } = row.values
  if (!departmentId) return []
  return standsOnce(row, "departmentId", "department", known.departments.has(departmentId), known)
}
