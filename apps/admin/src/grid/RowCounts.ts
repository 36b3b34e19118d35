import { isBlankRow, type GridRow } from "./GridRow.ts"

/** How many rows of a table are written in, and how many are other than they were loaded, kept as rows change. */
export class RowCounts {
  written = 0
  changed = 0

  /** Takes note of a row that came, went or has other cells. */
  note(row: GridRow): void {
    const isWritten = row.isIn && !isBlankRow(row)
    if (isWritten !== row.isWritten) this.written += isWritten ? 1 : -1
    row.isWritten = isWritten
    const isChanged = row.loaded !== null && (!row.isIn || hasOtherCells(row))
    if (isChanged !== row.isChanged) this.changed += isChanged ? 1 : -1
    row.isChanged = isChanged
  }
}

/** Whether a row that was loaded has other cells by now. */
export const hasOtherCells = ({ cells, loaded }: GridRow): boolean =>
  loaded !== null && cells !== loaded.cells && cells.some((cell, at) => cell !== loaded.cells[at])
