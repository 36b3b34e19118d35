import type { SheetIssue } from "./SheetIssue.ts"

/**
 * One row as it stands in the text: blank or not, with however many cells.
 *
 * Rows are many and short-lived. Made by literals, V8 may come to take them and their arrays of cells for lasting ones,
 * and keep the text of each until it collects all of its memory.
 */
export class CsvRow {
  readonly row: number
  readonly cells: Array<string>
  readonly issues: ReadonlyArray<SheetIssue>

  constructor(row: number, cells: Array<string>, issues: ReadonlyArray<SheetIssue>) {
    this.row = row
    this.cells = cells
    this.issues = issues
  }
}

export const noIssues: ReadonlyArray<SheetIssue> = []
