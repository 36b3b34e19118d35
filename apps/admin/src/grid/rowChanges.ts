import type { RowChange } from "@muster/client/imports"
import type { GridRow } from "./GridRow.ts"
import { forEach, type Slices } from "./Slices.ts"

/** What became of the rows of an import since they were loaded: other cells, or (for those no longer there) nothing. */
export function* rowChanges(
  columns: ReadonlyArray<string>,
  loaded: ReadonlyArray<GridRow>,
): Slices<ReadonlyArray<RowChange>> {
  const changes: Array<RowChange> = []
  yield* forEach(loaded, (row) => {
    if (!row.isChanged) return
    if (!row.isIn) return void changes.push({ row: row.id, status: "skipped" })
    const cells = columns.flatMap((column, at) =>
      row.cells[at] === row.loaded?.cells[at] ? [] : [[column, row.cells[at] ?? ""] as const],
    )
    changes.push({ row: row.id, cells: Object.fromEntries(cells) })
  })
  return changes
}
