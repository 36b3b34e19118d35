import { Effect } from "effect"
import type { ImportScope } from "../model/Import.ts"
import { Databases } from "../ports/Databases.ts"
import { Departments } from "../ports/Departments.ts"
import { PermissionGroups } from "../ports/PermissionGroups.ts"
import { columnsOf } from "../rows/columnsOf.ts"

/**
 * The example file of an import: its header and one row, whose person is nobody and is left out if uploaded.
 * For a database the row names a department and a permission group that it has.
 */
export const exampleFile = Effect.fn("exampleFile")(function* (scope: ImportScope) {
  const columns = columnsOf(scope.kind)
  const row = new Map(columns.map(({ name, example }) => [name, example]))
  if (scope.kind === "database-users") {
    const { id } = yield* (yield* Databases).find(scope.databaseId)
    const [department] = yield* (yield* Departments).list(id)
    const [group] = yield* (yield* PermissionGroups).list(id)
    if (department) row.set("departmentId", department.departmentId)
    if (group) row.set("groupName", group.groupName)
  }
  return { header: columns.map(({ name }) => name), row: columns.map(({ name }) => row.get(name) ?? "") }
})
