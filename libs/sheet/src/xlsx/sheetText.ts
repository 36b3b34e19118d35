import * as Stream from "effect/Stream"
import { columnLetters } from "./cellReference.ts"
import { guardedCell } from "./guardedCell.ts"
import type { SheetNotes } from "./SheetNotes.ts"
import { style } from "./stylesText.ts"
import type { CellToWrite, ColumnToWrite, SheetToWrite } from "./WorkbookToWrite.ts"
import { cellText, declaration, xmlEscape } from "./xmlEscape.ts"

const lastRow = 1_048_576
const atOnce = 200
const usualWidth = 20

/** A sheet as XML (ECMA-376 part 1, 18.3). The notes of its cells are added to `notes` as they are come by. */
export const sheetText = <E, R>(
  sheet: SheetToWrite<E, R>,
  sheets: ReadonlyArray<Pick<SheetToWrite, "name" | "title">>,
  notes: SheetNotes,
): Stream.Stream<string, E, R> => {
  const headerRow = sheet.title === undefined ? 1 : 2
  let row = headerRow
  const rowText = (cells: ReadonlyArray<CellToWrite>) => {
    row++
    if (row > lastRow) throw new Error(`A sheet has no more than ${lastRow} rows.`)
    return rowOf(row, cells, notes)
  }
  return Stream.sync(() => head(sheet, headerRow, sheets[0]?.name === sheet.name)).pipe(
    Stream.concat(
      Stream.mapArray(Stream.rechunk(sheet.rows, atOnce), (some) => [some.map(rowText).join("")] as const),
    ),
    Stream.concat(Stream.sync(() => `</sheetData>${validations(sheet, headerRow, sheets)}${foot(notes)}`)),
  )
}

const head = (
  { title, columns }: Pick<SheetToWrite, "title" | "columns">,
  headerRow: number,
  opens: boolean,
): string =>
  `${declaration}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
  `<sheetViews><sheetView${opens ? ` tabSelected="1"` : ""} workbookViewId="0">` +
  `<pane ySplit="${headerRow}" topLeftCell="A${headerRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
  `<cols>${columns.map(columnOf).join("")}</cols><sheetData>` +
  (title === undefined ? "" : styledRow(1, [title], style.title)) +
  styledRow(
    headerRow,
    columns.map(({ header }) => header),
    style.header,
  )

const columnOf = ({ width = usualWidth }: ColumnToWrite, at: number): string =>
  `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${style.text}" customWidth="1"/>`

/** Numbers that are text are meant to be; then where the notes of the cells are, if there are any. */
const foot = (notes: SheetNotes): string =>
  `<ignoredErrors><ignoredError sqref="A1:XFD${lastRow}" numberStoredAsText="1"/></ignoredErrors>` +
  (notes.count === 0 ? "" : `<legacyDrawing r:id="rId2"/>`) +
  "</worksheet>"

const styledRow = (row: number, texts: ReadonlyArray<string>, styled: number): string =>
  `<row r="${row}">${texts.map((text, column) => cell(row, column, text, styled)).join("")}</row>`

const rowOf = (row: number, cells: ReadonlyArray<CellToWrite>, notes: SheetNotes): string =>
  `<row r="${row}">` +
  cells
    .map((one, column) => {
      if (typeof one === "string") return one === "" ? "" : cell(row, column, one, style.text)
      notes.add({ row, column, text: one.note })
      return cell(row, column, one.text, style[one.mark])
    })
    .join("") +
  "</row>"

const cell = (row: number, column: number, text: string, styled: number): string => {
  const start = `<c r="${columnLetters(column)}${row}" s="${styled}"`
  if (text === "") return `${start}/>`
  return `${start} t="inlineStr"><is><t xml:space="preserve">${cellText(guardedCell(text))}</t></is></c>`
}

const validations = (
  { columns }: Pick<SheetToWrite, "columns">,
  headerRow: number,
  sheets: ReadonlyArray<Pick<SheetToWrite, "name" | "title">>,
): string => {
  const lists = columns.flatMap(({ choices }, column) => {
    const from = sheets.find(({ name }) => name === choices?.sheet)
    if (choices === undefined || from === undefined || choices.count === 0) return []
    const first = from.title === undefined ? 2 : 3
    const letters = columnLetters(choices.column)
    const range = `'${from.name.replaceAll("'", "''")}'!$${letters}$${first}:$${letters}$${first + choices.count - 1}`
    const cells = `${columnLetters(column)}${headerRow + 1}:${columnLetters(column)}${lastRow}`
    return [
      `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" error="${xmlEscape(choices.otherwise)}" sqref="${cells}"><formula1>${xmlEscape(range)}</formula1></dataValidation>`,
    ]
  })
  return lists.length === 0
    ? ""
    : `<dataValidations count="${lists.length}">${lists.join("")}</dataValidations>`
}
