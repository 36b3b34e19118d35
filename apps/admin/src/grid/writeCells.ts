import type { Act, Write } from "./Act.ts"
import type { Area } from "./Area.ts"
import type { SeenRows } from "./createSeenRows.ts"
import type { Cells } from "./GridRow.ts"
import { forEach, type Slices } from "./Slices.ts"
import type { Table } from "./Table.ts"

/** Cells to be written, by row and column; undefined for one that stays as it is. */
export type Block = ReadonlyArray<ReadonlyArray<string | undefined>>

/**
 * The act that gives so many rows from `first` on other cells; `cells` is asked with how many rows below it is. Spare
 * rows, and new ones below them, come into the table as far as anything is written there. Null for no change.
 */
export function* writeRows(
  table: Table,
  { rows, spare }: SeenRows,
  first: number,
  count: number,
  cells: (was: Cells, at: number) => Cells,
): Slices<Act | null> {
  const writes: Array<Write> = []
  const more = spare.slice(0, Math.max(0, first - rows.length))
  let used = 0
  yield* forEach({ length: count }, (_, at) => {
    const below = first + at - rows.length
    const row = below < 0 ? rows[first + at] : spare[below]
    const before = row?.cells ?? table.blank
    const after = cells(before, at)
    const isOther = after.some((cell, column) => cell !== before[column])
    if (isOther && row !== undefined) writes.push({ row, before, after })
    if (below >= 0) more.push(row ?? table.newRow(after))
    if (below >= 0 && isOther) used = more.length
  })
  const acts: Array<Act> = []
  if (writes.length > 0) acts.push({ kind: "write", writes })
  const positions = Array.from({ length: used }, (_, at) => table.rows.length + at)
  if (used > 0) acts.push({ kind: "insert", positions, rows: more.slice(0, used) })
  return acts.length > 1 ? { kind: "several", acts } : (acts[0] ?? null)
}

/** What each cell of an area is to hold, as an act; `text` is asked with the row and column counted from 0. */
export const writeArea = (
  table: Table,
  seen: SeenRows,
  { top, left, bottom, right }: Area,
  text: (row: number, column: number, was: string) => string,
): Slices<Act | null> =>
  writeRows(table, seen, top, bottom - top + 1, (was, at) =>
    was.map((cell, column) => (column < left || column > right ? cell : text(top + at, column, cell))),
  )

/** Blanks an area. */
export const clearArea = (table: Table, seen: SeenRows, area: Area): Slices<Act | null> =>
  writeArea(table, seen, area, () => "")

/** Fills an area with what stands in its first row; one that is a single row, with what stands above it. */
export const fillDown = (table: Table, seen: SeenRows, area: Area): Slices<Act | null> => {
  const from = seen.rows[area.top === area.bottom ? area.top - 1 : area.top]
  return writeArea(table, seen, area, (_, column, was) => from?.cells[column] ?? was)
}

/**
 * Puts a block of cells where the area begins; a single cell goes into the whole area. What is wider than the table
 * is left out.
 */
export const pasteBlock = (table: Table, seen: SeenRows, area: Area, block: Block): Slices<Act | null> => {
  const only = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined
  if (only !== undefined) return writeArea(table, seen, area, () => only)
  return writeRows(table, seen, area.top, block.length, (was, at) =>
    was.map((cell, column) => block[at]?.[column - area.left] ?? cell),
  )
}
