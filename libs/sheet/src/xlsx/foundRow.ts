import type { ParsedRow } from "./SheetParser.ts"
import type { FoundRow } from "./XlsxMessage.ts"

/** A row's texts, a blank one for each cell that is not there, and the issues of its cells. */
export const foundRow = ({ row, cells }: ParsedRow): FoundRow => ({
  row,
  cells: cells.map((cell) => cell?.text ?? ""),
  issues: cells.flatMap((cell, columnIndex) => (cell?.issue ? [{ ...cell.issue, row, columnIndex }] : [])),
})
