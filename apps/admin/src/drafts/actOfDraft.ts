import type { Act } from "../grid/Act.ts"
import type { Cells, GridRow } from "../grid/GridRow.ts"
import type { Table } from "../grid/Table.ts"
import { removeRows, writeCells } from "../grid/writeCells.ts"
import type { Draft } from "./draftStore.ts"

/**
 * What was changed before in rows of an import, as an act upon the rows as they are now: a cell that was not
 * changed is as the server has it by now. Null where nothing of it is left.
 */
export const actOfDraft = ({ head, rows }: Draft, table: Table): Act | null => {
  const byId = new Map(table.rows.map((row) => [row.id, row]))
  const positions = table.columns.map((column) => head.columns.indexOf(column))
  const changed = new Map<GridRow, Cells>()
  for (const [id, cells, was] of rows) {
    const row = byId.get(id)
    if (row === undefined) continue
    changed.set(
      row,
      row.cells.map((cell, column) => {
        const at = positions[column] ?? -1
        return cells[at] === was?.[at] ? cell : (cells[at] ?? cell)
      }),
    )
  }
  const gone = new Set(head.gone.map((id) => byId.get(id)).filter((row) => row !== undefined))
  const acts = [writeCells(table, [], changed), removeRows(table, gone)].filter((act) => act !== null)
  return acts.length === 0 ? null : { kind: "several", acts }
}
