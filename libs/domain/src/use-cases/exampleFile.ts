import { Effect } from "effect"
import type { ImportScope } from "../model/Import.ts"
import { Databases } from "../ports/Databases.ts"
import { columnsOf } from "../rows/columnsOf.ts"
import { choicesIn } from "./choicesIn.ts"

/**
 * The example file of an import: its header and one row, whose person is nobody and is left out if uploaded.
 * For a database the row names a department and a permission group that it has, and `choices` are all there are to
 * choose from.
 */
export const exampleFile = Effect.fn("exampleFile")(function* (scope: ImportScope) {
  const columns = columnsOf(scope.kind)
  const row = new Map(columns.map(({ name, example }) => [name, example]))
  const database = scope.kind === "database-users" ? yield* (yield* Databases).find(scope.databaseId) : null
  const choices = database === null ? null : { database, ...(yield* choicesIn(database.id)) }
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
