import type { Department } from "./Department.ts"

/** A department at its place in the tree: how deep it is, and the names on the way to it. */
export interface PlacedDepartment extends Department {
  readonly depth: number
  readonly path: string
}

/**
 * The departments in the order of their tree, each below its parent, siblings by id. One whose parent is not
 * in the list stands at the top; what hangs in a circle comes last, at the top too.
 */
export const departmentTree = (departments: ReadonlyArray<Department>): ReadonlyArray<PlacedDepartment> => {
  const ids = new Set(departments.map(({ departmentId }) => departmentId))
  const children = Map.groupBy(departments, ({ parentId }) =>
    parentId !== null && ids.has(parentId) ? parentId : null,
  )
  const placed: Array<PlacedDepartment> = []
  const place = (one: Department, depth: number, above: string) => {
    const path = above === "" ? one.name : `${above} / ${one.name}`
    placed.push({ ...one, depth, path })
    for (const child of children.get(one.departmentId) ?? []) place(child, depth + 1, path)
  }
  for (const top of children.get(null) ?? []) place(top, 0, "")
  const done = new Set(placed.map(({ departmentId }) => departmentId))
  for (const one of departments)
    if (!done.has(one.departmentId)) placed.push({ ...one, depth: 0, path: one.name })
  return placed
}
