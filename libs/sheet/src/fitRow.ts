import { isBlankCell } from "./blank.ts"
import { sheetIssue, type SheetIssue } from "./SheetIssue.ts"

/** Gives a row as many cells as the header has, and says what is wrong if any was missing or any lost text. */
export const fitRow = (row: number, cells: Array<string>, width: number): SheetIssue | null => {
  const details = { expected: width, found: cells.length }
  const extra = cells.findIndex((cell, at) => at >= width && !isBlankCell(cell))
  const value = cells[extra] ?? null
  while (cells.length < width) cells.push("")
  cells.length = width
  if (details.found < width) return sheetIssue({ code: "row.missing_cells", row, details })
  return extra === -1
    ? null
    : sheetIssue({ code: "row.extra_cells", row, columnIndex: extra, value, details })
}
