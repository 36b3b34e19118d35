import type { RowChange } from "@muster/client/imports"
import type { GridRow } from "./GridRow.ts"

/** Whether a row that was loaded has other cells by now. */
export const isChanged = ({ cells, loaded }: GridRow): boolean =>
  loaded !== null && cells !== loaded.cells && cells.some((cell, at) => cell !== loaded.cells[at])

/** What became of the rows of an import since they were loaded: other cells, or (for those no longer there) nothing. */
export const rowChanges = (
  columns: ReadonlyArray<string>,
  loaded: ReadonlyArray<GridRow>,
  present: ReadonlyArray<GridRow>,
): ReadonlyArray<RowChange> => {
  const there = present.length < loaded.length ? new Set(present) : null
  return loaded.flatMap((row): ReadonlyArray<RowChange> => {
    if (there?.has(row) === false) return [{ row: row.id, status: "skipped" }]
    if (!isChanged(row)) return []
    const cells = columns.flatMap((column, at) =>
      row.cells[at] === row.loaded?.cells[at] ? [] : [[column, row.cells[at] ?? ""] as const],
    )
    return [{ row: row.id, cells: Object.fromEntries(cells) }]
  })
}
