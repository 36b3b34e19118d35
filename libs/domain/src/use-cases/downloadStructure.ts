import { Effect } from "effect"
import { Databases } from "../ports/Databases.ts"
import { Departments } from "../ports/Departments.ts"
import { PermissionGroups } from "../ports/PermissionGroups.ts"
import { columnsOf } from "../rows/columnsOf.ts"
import { cellsOfDepartment, cellsOfGroup } from "../rows/structureCells.ts"
import type { CellTexts } from "../rows/TextRow.ts"

/** A database's departments or groups as a table, in the columns of a file that an import of them accepts. */
export const downloadStructure = Effect.fn("downloadStructure")(function* (
  kind: "departments" | "permission-groups",
  databaseId: string,
) {
  const { id } = yield* (yield* Databases).find(databaseId)
  const columns = columnsOf(kind).map(({ name }) => name)
  const lines: ReadonlyArray<CellTexts> =
    kind === "departments"
      ? (yield* (yield* Departments).list(id)).map(cellsOfDepartment)
      : (yield* (yield* PermissionGroups).list(id)).map(cellsOfGroup)
  return { header: columns, rows: lines.map((cells) => columns.map((name) => cells[name] ?? "")) }
})
