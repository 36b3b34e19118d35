import type { Act } from "../grid/Act.ts"
import type { GridRow } from "../grid/GridRow.ts"
import { forEach, partOf, type Slices } from "../grid/Slices.ts"
import type { Table } from "../grid/Table.ts"
import { removeRows } from "../grid/removeRows.ts"
import { writeRows } from "../grid/writeCells.ts"
import type { Draft, DraftRow } from "./draftStore.ts"

/**
 * What was changed before in rows of an import, as an act upon the rows as they are now: a cell that was not
 * changed is as the server has it by now. Null where nothing of it is left.
 */
export function* actOfDraft({ head, rows }: Draft, table: Table): Slices<Act | null> {
  const byId = new Map(table.rows.map((row) => [row.id, row]))
  const positions = table.columns.map((column) => head.columns.indexOf(column))
  const kept: Array<DraftRow> = []
  const changed: Array<GridRow> = []
  yield* partOf(
    0,
    0.3,
    forEach(rows, (one) => {
      const row = byId.get(one[0])
      if (row === undefined) return
      kept.push(one)
      changed.push(row)
    }),
  )
  const write = writeRows(table, { rows: changed, spare: [] }, 0, changed.length, (was, at) => {
    const [, cells = [], before] = kept[at] ?? []
    return was.map((cell, column) => {
      const position = positions[column] ?? -1
      return cells[position] === before?.[position] ? cell : (cells[position] ?? cell)
    })
  })
  const gone = head.gone.map((id) => byId.get(id)).filter((row) => row !== undefined)
  const acts = [yield* partOf(0.3, 1, write), removeRows(table, gone)].filter((act) => act !== null)
  return acts.length === 0 ? null : { kind: "several", acts }
}
