import { Effect } from "effect"
import { departmentTree } from "../model/departmentTree.ts"
import { Departments } from "../ports/Departments.ts"
import { PermissionGroups } from "../ports/PermissionGroups.ts"

/** What people can be given places from in a database: open departments in the order of their tree, groups by name. */
export const choicesIn = Effect.fnUntraced(function* (databaseId: string) {
  const departments = departmentTree(yield* (yield* Departments).list(databaseId))
  return {
    departments: departments.filter(({ closed }) => !closed),
    groups: yield* (yield* PermissionGroups).list(databaseId),
  }
})
