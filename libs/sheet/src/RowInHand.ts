import { CellInHand } from "./CellInHand.ts"
import { CsvRow, noIssues } from "./CsvRow.ts"
import { sheetIssue, type SheetIssue } from "./SheetIssue.ts"
import type { SheetLimits } from "./SheetLimits.ts"

/** A row that comes cell by cell, each in pieces. */
export class RowInHand {
  cells: Array<string> = []
  /** The cell after them. */
  readonly cell: CellInHand

  private length = 0
  private issues = noIssues
  private readonly limits: SheetLimits

  constructor(limits: SheetLimits) {
    this.cell = new CellInHand(limits.maxCellLength)
    this.limits = limits
  }

  /** Whether nothing of it has come. */
  get isEmpty(): boolean {
    return this.cells.length === 0 && this.cell.isEmpty
  }

  /** Ends a cell with the last of its text. Returns why the text cannot be read on, if the row has too many. */
  endCell(row: number, text: string, from: number, to: number): SheetIssue | null {
    const { cell } = this
    const { maxColumns: limit, maxCellLength } = this.limits
    if (this.cells.length === limit)
      return sheetIssue({ code: "file.too_many_columns", row, details: { limit } })
    if (cell.isEmpty && to - from <= maxCellLength) {
      this.length += to - from + 1
      this.cells.push(text.slice(from, to))
      return null
    }
    cell.add(text, from, to)
    this.length += cell.length + 1
    const value = cell.shown()
    if (cell.misplaced) this.report({ code: "csv.quote_misplaced", row, value })
    if (cell.isTooLong) {
      this.report({
        code: "cell.too_long",
        row,
        value,
        details: { limit: maxCellLength, found: cell.length },
      })
    }
    this.cells.push(value)
    cell.clear()
    return null
  }

  /** The row, when its last cell has ended; the next is in hand then. */
  take(row: number): CsvRow {
    const { maxRowLength: limit } = this.limits
    if (this.length > limit && !this.issues.some(({ code }) => code === "cell.too_long")) {
      const details = { limit, found: this.length }
      this.issues = [...this.issues, sheetIssue({ code: "row.too_long", row, details })]
    }
    const taken = new CsvRow(row, this.cells.slice(), this.issues)
    this.cells = []
    this.issues = noIssues
    this.length = 0
    return taken
  }

  private report(about: Parameters<typeof sheetIssue>[0]): void {
    this.issues = [...this.issues, sheetIssue({ ...about, columnIndex: this.cells.length })]
  }
}
