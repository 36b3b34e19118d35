import { nearest } from "../nearest.ts"
import { cellIssue, type Rule } from "../Rule.ts"
import type { StructureKnown } from "./StructureKnown.ts"

/** What a department stands below is in the file or in the database, and is not the department itself in the end. */
export const ParentFits: Rule<StructureKnown> = (row, known) => {
  const { departmentId, parentId } = row.values
  if (!departmentId || !parentId) return []
  if (!known.parents.has(parentId)) {
    const near = nearest(parentId, [...known.departments.values()], (one) => [one.departmentId, one.name])
    return [
      cellIssue(row, "parentId", "department.parent_unknown", {
        candidates: near.map((one) => one.departmentId),
        names: near.map((one) => one.name),
      }),
    ]
  }
  return isBelow(parentId, departmentId, known.parents)
    ? [cellIssue(row, "parentId", "department.circle")]
    : []
}

/** Whether a department is another one, or below it; what hangs in a circle without it is not. */
const isBelow = (id: string, above: string, parents: ReadonlyMap<string, string | null>): boolean => {
  const passed = new Set<string>()
  for (let at: string | null = id; at !== null && !passed.has(at); at = parents.get(at) ?? null) {
    if (at === above) return true
    passed.add(at)
  }
  return false
}
