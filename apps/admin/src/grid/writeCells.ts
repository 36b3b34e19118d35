import type { Act, Write } from "./Act.ts"
import type { Area } from "./Area.ts"
import type { Cells, GridRow } from "./GridRow.ts"
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

/** The act that gives rows these cells; spare rows come into the table as far as one is written in. Null for no change. */
export const writeCells = (
  table: Table,
  spare: ReadonlyArray<GridRow>,
  cellsOf: ReadonlyMap<GridRow, Cells>,
): Act | null => {
  const writes: Array<Write> = []
  for (const [row, after] of cellsOf)
    if (after.some((cell, at) => cell !== row.cells[at])) writes.push({ row, before: row.cells, after })
  if (writes.length === 0) return null
  const written = new Set(writes.map(({ row }) => row))
  const rows = spare.slice(0, spare.findLastIndex((row) => written.has(row)) + 1)
  const write: Act = { kind: "write", writes }
  if (rows.length === 0) return write
  const positions = rows.map((_, at) => table.rows.length + at)
  return { kind: "several", acts: [{ kind: "insert", positions, rows }, write] }
}

/** What each cell of an area is to hold, as an act; `text` is asked with the row and column counted from 0. */
export const writeArea = (
  table: Table,
  seen: SeenRows,
  { top, left, bottom, right }: Area,
  text: (row: number, column: number, was: string) => string,
): Act | null => {
  const changed = new Map<GridRow, Cells>()
  for (let at = top; at <= bottom; at++) {
    const row = seenRow(seen, at)
    if (row === undefined) continue
    changed.set(
      row,
      row.cells.map((cell, column) => (column < left || column > right ? cell : text(at, column, cell))),
    )
  }
  return writeCells(table, seen.spare, changed)
}

/** Blanks an area. */
export const clearArea = (table: Table, seen: SeenRows, area: Area): Act | null =>
  writeArea(table, seen, area, () => "")

/** Fills an area with what stands in its first row; one that is a single row, with what stands above it. */
export const fillDown = (table: Table, seen: SeenRows, area: Area): Act | null => {
  const from = seenRow(seen, area.top === area.bottom ? area.top - 1 : area.top)
  return from === undefined ? null : writeArea(table, seen, area, (_, column) => from.cells[column] ?? "")
}

/**
 * Puts a block of cells where the area begins; a single cell goes into the whole area. What is wider than the
 * table, or goes beyond the rows looked at, is left out.
 */
export const pasteBlock = (table: Table, seen: SeenRows, area: Area, block: Block): Act | null => {
  const only = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined
  if (only !== undefined) return writeArea(table, seen, area, () => only)
  const width = Math.max(0, ...block.map((row) => row.length))
  const target = {
    ...area,
    bottom: area.top + block.length - 1,
    right: Math.min(area.left + width, table.columns.length) - 1,
  }
  return writeArea(
    table,
    seen,
    target,
    (row, column, was) => block[row - area.top]?.[column - area.left] ?? was,
  )
}

/** Takes rows out of the table; null where none of them is in it. */
export const removeRows = (table: Table, some: ReadonlySet<GridRow>): Act | null => {
  const positions = table.rows.flatMap((row, at) => (some.has(row) ? [at] : []))
  return positions.length === 0
    ? null
    : { kind: "remove", positions, rows: positions.map((at) => table.rows[at] as GridRow) }
}
