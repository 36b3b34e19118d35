import { isBlank } from "./blank.ts"
import type { CsvRow } from "./CsvRow.ts"
import type { Recognise } from "./findHeader.ts"
import { sheetIssue, type SheetIssue } from "./SheetIssue.ts"

/** As few known columns make a header of a row that is none. */
export const columnsOfTable = 2

/**
 * What is told of the rows above the header, which are not read: where they begin and end, and, as a warning, where
 * another table begins in them. A row right above the header belongs to it.
 */
export const issuesAbove = (
  rows: ReadonlyArray<CsvRow>,
  headerRow: number,
  recognise: Recognise,
): ReadonlyArray<SheetIssue> => {
  const [first] = rows
  const last = rows.findLast(({ cells }) => !isBlank(cells))
  if (first === undefined || last === undefined) return []
  const table = rows.find(
    ({ row, cells }) => row < headerRow - 1 && Math.floor(recognise(cells)) >= columnsOfTable,
  )
  const about = { row: first.row, details: { from: first.row, to: last.row } }
  const value = first.cells.join(" ").trim()
  return [
    sheetIssue({ ...about, code: "csv.preamble", severity: "info", value }),
    ...(table === undefined ? [] : [otherTable(table.row, table.cells)]),
  ]
}

/** Another table begins in a row, and is not read. */
export const otherTable = (row: number, header: ReadonlyArray<string>): SheetIssue =>
  sheetIssue({
    code: "csv.other_table",
    severity: "warning",
    row,
    value: header.filter((cell) => cell.trim() !== "").join(" "),
  })
