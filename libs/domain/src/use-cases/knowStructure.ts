import { Effect, Option, Stream } from "effect"
import type { Department } from "../model/Department.ts"
import { importerOf } from "../model/Import.ts"
import { Actors } from "../ports/Actors.ts"
import { Departments } from "../ports/Departments.ts"
import { PermissionCatalogue } from "../ports/PermissionCatalogue.ts"
import { PermissionGroups } from "../ports/PermissionGroups.ts"
import { may } from "../rights/may.ts"
import { columnNames } from "../rows/columnNames.ts"
import { columnsOf } from "../rows/columnsOf.ts"
import { clearSign, textRow, type TextRow } from "../rows/TextRow.ts"
import type { StructureKnown } from "../rules/structure/StructureKnown.ts"
import type { ImportToCheck } from "./checkBatch.ts"
import { rowBatches } from "./rowBatches.ts"

/** Looks up what rows about a database's departments or groups are held against: all of it, and the whole file. */
export const knowStructure = Effect.fnUntraced(function* (one: ImportToCheck, databaseId: string) {
  const importer = yield* (yield* Actors).find(importerOf(one))
  const departments = yield* (yield* Departments).list(databaseId)
  const groups = yield* (yield* PermissionGroups).list(databaseId)
  const file = yield* fileOf(one)
  const rowsById = Map.groupBy(file, ({ values }) => values.departmentId ?? values.groupName ?? "")
  return {
    columns: columnsOf(one.kind, one.mode),
    invalidRows: one.invalidRows,
    mode: one.mode,
    departments: new Map(departments.map((found) => [found.departmentId, found])),
    groups: new Map(groups.map((found) => [found.groupName, found])),
    registered: (yield* (yield* PermissionCatalogue).list).map(({ name }) => name),
    rowsById: new Map([...rowsById].map(([id, rows]) => [id, rows.map(({ row }) => row)])),
    parents: parentsAfter(one, departments, file),
    mayWrite: Option.exists(importer, (actor) => may(actor, "database.change", databaseId) === "allowed"),
  } satisfies StructureKnown
})

/** All rows of a file that are not left out. A file about a database's structure is short enough to be held. */
const fileOf = Effect.fnUntraced(function* (one: ImportToCheck) {
  const columns = columnNames(one)
  const batches = yield* Stream.runCollect(rowBatches(one.id))
  return batches.flatMap((rows) =>
    rows.flatMap(({ row, cells, status }) => (status === "skipped" ? [] : [textRow(row, columns, cells)])),
  )
})

/** What each department stands below once the rows are done that the file's mode lets be done. */
const parentsAfter = (
  { mode }: ImportToCheck,
  departments: ReadonlyArray<Department>,
  file: ReadonlyArray<TextRow>,
): ReadonlyMap<string, string | null> => {
  const there = new Map(departments.map(({ departmentId, parentId }) => [departmentId, parentId]))
  const after = new Map(there)
  for (const { values } of file) {
    const { departmentId, parentId = "" } = values
    if (!departmentId || (there.has(departmentId) ? mode === "create" : mode === "update")) continue
    if (parentId !== "" || !there.has(departmentId))
      after.set(departmentId, parentId === "" || parentId === clearSign ? null : parentId)
  }
  return after
}
