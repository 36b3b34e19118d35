import type { Act, Write } from "./Act.ts"
import type { Area } from "./Area.ts"
import type { Cells, GridRow } from "./GridRow.ts"
import { forEach, type Slices } from "./Slices.ts"
import type { Table } from "./Table.ts"

/** The rows as they are looked at: those of the table that pass, then blank ones below that it does not have yet. */
export interface SeenRows {
  readonly rows: ReadonlyArray<GridRow>
  readonly spare: ReadonlyArray<GridRow>
}

/** Cells to be written, by row and column; undefined for one that stays as it is. */
export type Block = ReadonlyArray<ReadonlyArray<string | undefined>>

/** The row at a place of those looked at. */
export const seenRow = ({ rows, spare }: SeenRows, at: number): GridRow | undefined =>
  at < rows.length ? rows[at] : spare[at - rows.length]

/**
 * The act that gives so many rows from `first` on other cells; `cells` is asked with how many rows below it is.
 * Spare rows come into the table as far as one is written in. Null for no change.
 */
export function* writeRows(
  table: Table,
  seen: SeenRows,
  first: number,
  count: number,
  cells: (row: GridRow, at: number) => Cells,
): Slices<Act | null> {
  const writes: Array<Write> = []
  let used = 0
  yield* forEach(count, (at) => {
    const row = seenRow(seen, first + at)
    if (row === undefined) return
    const after = cells(row, at)
    if (after.every((cell, column) => cell === row.cells[column])) return
    writes.push({ row, before: row.cells, after })
    used = Math.max(used, first + at + 1 - seen.rows.length)
  })
  if (writes.length === 0) return null
  const write: Act = { kind: "write", writes }
  if (used === 0) return write
  const rows = seen.spare.slice(0, used)
  const positions = rows.map((_, at) => table.rows.length + at)
  return { kind: "several", acts: [write, { kind: "insert", positions, rows }] }
}

/** What each cell of an area is to hold, as an act; `text` is asked with the row and column counted from 0. */
export const writeArea = (
  table: Table,
  seen: SeenRows,
  { top, left, bottom, right }: Area,
  text: (row: number, column: number, was: string) => string,
): Slices<Act | null> =>
  writeRows(table, seen, top, bottom - top + 1, (row, at) =>
    row.cells.map((cell, column) => (column < left || column > right ? cell : text(top + at, column, cell))),
  )

/** Blanks an area. */
export const clearArea = (table: Table, seen: SeenRows, area: Area): Slices<Act | null> =>
  writeArea(table, seen, area, () => "")

/** Fills an area with what stands in its first row; one that is a single row, with what stands above it. */
export const fillDown = (table: Table, seen: SeenRows, area: Area): Slices<Act | null> => {
  const from = seenRow(seen, area.top === area.bottom ? area.top - 1 : area.top)
  return writeArea(table, seen, area, (_, column, was) => from?.cells[column] ?? was)
}

/**
 * Puts a block of cells where the area begins; a single cell goes into the whole area. What is wider than the
 * table, or goes beyond the rows looked at, is left out.
 */
export const pasteBlock = (table: Table, seen: SeenRows, area: Area, block: Block): Slices<Act | null> => {
  const only = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined
  if (only !== undefined) return writeArea(table, seen, area, () => only)
  return writeRows(table, seen, area.top, block.length, (row, at) =>
    row.cells.map((was, column) => block[at]?.[column - area.left] ?? was),
  )
}
