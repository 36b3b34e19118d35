import { Effect } from "effect"
import { departmentTree } from "../model/departmentTree.ts"
import type { ImportScope } from "../model/Import.ts"
import { Databases } from "../ports/Databases.ts"
import { Departments } from "../ports/Departments.ts"
import { PermissionGroups } from "../ports/PermissionGroups.ts"
import { columnsOf } from "../rows/columnsOf.ts"

/**
 * The example file of an import: its header and one row, whose person is nobody and is left out if uploaded.
 * For a database the row names a department and a permission group that it has, and `choices` are all there are to
 * choose from: open departments in the order of their tree, and groups by name.
 */
export const exampleFile = Effect.fn("exampleFile")(function* (scope: ImportScope) {
  const columns = columnsOf(scope.kind)
  const row = new Map(columns.map(({ name, example }) => [name, example]))
  const choices = scope.kind === "database-users" ? yield* choicesIn(scope.databaseId) : null
  const [department] = choices?.departments ?? []
  const [group] = choices?.groups ?? []
  if (department) row.set("departmentId", department.departmentId)
  if (group) row.set("groupName", group.groupName)
  return {
    header: columns.map(({ name }) => name),
    row: columns.map(({ name }) => row.get(name) ?? ""),
    choices,
  }
})

const choicesIn = Effect.fnUntraced(function* (databaseId: string) {
  const database = yield* (yield* Databases).find(databaseId)
  const departments = departmentTree(yield* (yield* Departments).list(databaseId))
  return {
    database,
    departments: departments.filter(({ closed }) => !closed),
    groups: yield* (yield* PermissionGroups).list(databaseId),
  }
})
