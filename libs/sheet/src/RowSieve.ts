import { isBlank } from "./blank.ts"
import type { CsvRow } from "./CsvRow.ts"
import type { Recognise } from "./findHeader.ts"
import { isFooter } from "./isFooter.ts"
import { columnsOfTable, otherTable } from "./issuesAbove.ts"
import { sheetIssue, type SheetIssue } from "./SheetIssue.ts"

/** How many rows at the end of a table can be its footer. */
const mostFooterRows = 20

/** How many rows with the header once more are named; of others their number is kept alone. */
const rowsNamed = 10

/** How many rows below a blank one can be the header of another table. */
const rowsBelowBlank = 3

/** No digit, sign of a number or white space is above the first and below the second but the third. */
const COLON = 0x3a
const OGHAM_SPACE = 0x1680
const NO_BREAK_SPACE = 0xa0

/**
 * Parts the rows of a table from what else is below its header: the header once more, the footer at the end, and the
 * rows from another table's header on. Rows are held back for as long as they may be a footer.
 */
export class RowSieve {
  private held: Array<CsvRow> = []
  private belowBlank = Infinity
  private readonly repeated: Array<number> = []
  private timesRepeated = 0
  private footer: { readonly first: CsvRow; readonly last: CsvRow } | null = null
  private other: CsvRow | null = null

  private readonly header: ReadonlyArray<string>
  private readonly recognise: Recognise

  constructor(header: ReadonlyArray<string>, recognise: Recognise) {
    this.header = header
    this.recognise = recognise
  }

  /** Whether the next row, which need not be pushed then, is certainly one of data: as nearly all are. */
  isPlain({ cells }: CsvRow): boolean {
    return (
      cells.length === this.header.length &&
      this.held.length === 0 &&
      this.belowBlank >= rowsBelowBlank &&
      this.other === null &&
      hasTwoWords(cells) &&
      cells[0] !== this.header[0]
    )
  }

  /** Takes the next row, and hands on those that are known to be rows of data. */
  push(row: CsvRow, accept: (row: CsvRow) => void): void {
    const { cells } = row
    if (this.other !== null) return
    if (row.issues.length === 0 && isBlank(cells)) {
      this.belowBlank = 0
      return
    }
    const isBelowBlank = this.belowBlank < rowsBelowBlank
    this.belowBlank++
    const isOdd = cells.length !== this.header.length
    if (isOdd || isBelowBlank || cells[0] === this.header[0]) {
      if (this.isRepeated(cells)) {
        this.dropHeld()
        this.timesRepeated++
        if (this.repeated.length < rowsNamed) this.repeated.push(row.row)
        return
      }
      if ((isOdd || isBelowBlank) && this.isOther(cells)) {
        this.dropHeld()
        this.other = row
        return
      }
    }
    const mayEnd = isOdd || cells.includes("")
    if (mayEnd && isFooter(cells, this.header.length, isBelowBlank || this.held.length > 0)) {
      this.held.push(row)
      if (this.held.length > mostFooterRows) this.release(accept)
      return
    }
    if (this.held.length > 0) this.release(accept)
    accept(row)
  }

  end(): void {
    this.dropHeld()
  }

  /** Whether no row is of the table any more. */
  get isOver(): boolean {
    return this.other !== null
  }

  /** What was left out thus far. */
  issues(): ReadonlyArray<SheetIssue> {
    const { footer } = this
    return [
      ...(this.timesRepeated === 0 ? [] : [headerRepeated(this.repeated, this.timesRepeated)]),
      ...(footer === null ? [] : [footerLeftOut(footer.first, footer.last)]),
      ...(this.other === null ? [] : [otherTable(this.other.row, this.other.cells)]),
    ]
  }

  private isRepeated(cells: ReadonlyArray<string>): boolean {
    return this.header.every((text, at) => text.trim() === cells[at]?.trim())
  }

  private isOther(cells: ReadonlyArray<string>): boolean {
    return (
      cells.length >= columnsOfTable &&
      !cells.some((cell) => cell.includes("@")) &&
      Math.floor(this.recognise(cells)) >= columnsOfTable
    )
  }

  private release(accept: (row: CsvRow) => void): void {
    const rows = this.held
    this.held = []
    rows.forEach(accept)
  }

  private dropHeld(): void {
    const [first] = this.held
    if (first !== undefined) this.footer = { first: this.footer?.first ?? first, last: this.held.at(-1)! }
    this.held = []
  }
}

/** Whether two cells begin with a letter or such. Then the row is not blank, and no sum with numbers beside it. */
const hasTwoWords = (cells: ReadonlyArray<string>): boolean => {
  let words = 0
  for (let at = 0; at < cells.length; at++) {
    const code = cells[at]!.charCodeAt(0)
    if (code > COLON && code < OGHAM_SPACE && code !== NO_BREAK_SPACE && ++words === 2) return true
  }
  return false
}

const headerRepeated = (rows: ReadonlyArray<number>, found: number): SheetIssue =>
  sheetIssue({
    code: "csv.header_repeated",
    severity: "info",
    row: rows[0]!,
    details: { rows: rows.map(String), found },
  })

const footerLeftOut = (first: CsvRow, last: CsvRow): SheetIssue =>
  sheetIssue({
    code: "csv.footer",
    severity: "info",
    row: first.row,
    value: first.cells.join(" ").trim(),
    details: { from: first.row, to: last.row },
  })
