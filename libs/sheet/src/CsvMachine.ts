import { isBlankCell } from "./blank.ts"
import { CR, LF } from "./characters.ts"
import type { CsvRow } from "./CsvRow.ts"
import { csvSigns, type CsvSigns } from "./CsvSigns.ts"
import type { Grammar } from "./Grammar.ts"
import { QuotedCell } from "./QuotedCell.ts"
import { RowCount } from "./RowCount.ts"
import { RowInHand } from "./RowInHand.ts"
import { sheetIssue, type SheetIssue } from "./SheetIssue.ts"
import type { SheetLimits } from "./SheetLimits.ts"
import { WholeRows, type RowTaker } from "./WholeRows.ts"

/** For how many times `maxRowLength` a closing quote is looked for. */
const quoteReach = 16

/**
 * Reads text in pieces of any size as delimited values (RFC 4180), by any grammar and with any of CRLF, LF and CR,
 * also mixed, at the end of a row. Blanks around a quoted cell are left out.
 *
 * A quote inside an unquoted cell, or text after a closing quote, is `csv.quote_misplaced`: the cell is kept as it
 * stands in the text, quotes and all, to the next delimiter or end of row. A quote that opens and is not closed
 * within 16 times `maxRowLength`, or by the end, ends the reading with a refusal. So does a quoted text that spans
 * lines and goes on after its closing quote: there the quote that opens a later cell was taken for its end, and the
 * rows in between would be lost unseen. Of a cell that is too long 100 characters are kept while the rest goes by,
 * so memory stays flat.
 */
export class CsvMachine {
  /** Why the text cannot be read on. Rows before it stand. */
  refusal: SheetIssue | null = null

  private rows: Array<CsvRow> = []
  private taker: RowTaker | null = null
  /** How many lines of the text were no row of their own. */
  private otherLines: number
  private previous = 0
  private quotedCellsInHand = 0
  private counted: RowCount | null = null
  private readonly whole: WholeRows
  private readonly inHand: RowInHand
  private readonly quoted: QuotedCell
  private readonly signs: CsvSigns
  private readonly limits: SheetLimits

  /** `line` is the line of the text that the first row is on. */
  constructor(grammar: Grammar, limits: SheetLimits, line: number) {
    this.signs = csvSigns(grammar)
    this.whole = new WholeRows(this.signs, limits)
    this.inHand = new RowInHand(limits)
    this.quoted = new QuotedCell(this.inHand.cell, this.signs)
    this.limits = limits
    this.otherLines = line - 1
  }

  /** The number of the row being read. */
  get row(): number {
    return this.whole.row
  }

  /** How many cells were in quotes. */
  get quotedCells(): number {
    return this.whole.quotedCells + this.quotedCellsInHand
  }

  /** How many rows that are not blank were counted and not made. */
  get countedRows(): number {
    return this.counted?.rows ?? 0
  }

  /** The rows that were completed since the last call. */
  take(): Array<CsvRow> {
    const rows = this.rows
    this.rows = []
    return rows
  }

  /** Hands every row on as soon as it is completed, instead of keeping it; first those that nobody took. */
  handTo(taker: RowTaker): void {
    for (const row of this.take()) taker.push(row)
    this.taker = taker
  }

  /** Makes no more rows but that in hand: from here on they are counted. */
  countOn(): void {
    this.counted ??= new RowCount(this.signs)
  }

  push(text: string): void {
    let at = 0
    while (at < text.length && this.refusal === null) {
      if (this.quoted.isOpen) at = this.readQuoted(text, at)
      else if (!this.isAtRow(text, at)) at = this.readUnquoted(text, at)
      else if (this.counted !== null) at = this.counted.read(text, at)
      else at = this.readUnquoted(text, this.whole.read(text, at, this.taker ?? this.rows))
    }
    if (text.length > 0) this.previous = text.charCodeAt(text.length - 1)
  }

  /** The quote that the text is inside of, as the issue that it is if no other closes it. */
  openQuote(): SheetIssue | null {
    return this.quoted.isInside ? this.quoteNotClosed() : null
  }

  /** Ends the text, and with it the last row if no line break did. */
  end(): void {
    if (this.refusal !== null) return
    this.counted?.end()
    if (this.quoted.isInside) this.refusal = this.quoteNotClosed()
    else if (this.quoted.isOpen || !this.inHand.isEmpty) this.endRow("", 0, 0)
  }

  private isAtRow(text: string, at: number): boolean {
    return this.inHand.isEmpty && (text.charCodeAt(at) !== LF || this.before(text, at) !== CR)
  }

  /** The character before `at`, which may have come with an earlier piece. */
  private before(text: string, at: number): number {
    return at > 0 ? text.charCodeAt(at - 1) : this.previous
  }

  /** Reads to the end of the row, or to a quote that opens a cell. */
  private readUnquoted(text: string, from: number): number {
    const { delimiter, highest, closers } = this.signs
    let start = from
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code > highest) continue
      if (code === delimiter) {
        this.refusal = this.inHand.endCell(this.row, text, start, at)
        start = at + 1
      } else if (code === LF || code === CR) {
        if (code === CR || this.before(text, at) !== CR) this.endRow(text, start, at)
        return at + 1
      } else if (closers[code] !== 0) {
        if (this.opens(text, start, at)) {
          this.quoted.open(code, this.row + this.otherLines)
          return at + 1
        }
        this.inHand.cell.misplaced = true
      }
      if (this.refusal !== null) return at
    }
    this.inHand.cell.add(text, start, text.length)
    return text.length
  }

  /** Whether a quote opens a cell: only blanks are before it. */
  private opens(text: string, start: number, at: number): boolean {
    const { cell } = this.inHand
    if (cell.misplaced || cell.length + at - start > this.limits.maxCellLength) return false
    return isBlankCell(cell.text) && isBlankCell(text.slice(start, at))
  }

  private readQuoted(text: string, from: number): number {
    const { quoted, inHand } = this
    const at = quoted.read(text, from, this.previous)
    const isTooFar = inHand.cell.length > quoteReach * this.limits.maxRowLength
    const runsOn = inHand.cell.misplaced && quoted.breaks > 0
    if (isTooFar || runsOn) this.refusal = this.quoteNotClosed()
    if (quoted.isOpen || this.refusal !== null) return at
    this.otherLines += quoted.breaks
    this.quotedCellsInHand++
    return this.readUnquoted(text, at)
  }

  private endRow(text: string, from: number, to: number): void {
    this.refusal = this.inHand.endCell(this.row, text, from, to)
    if (this.refusal !== null) return
    ;(this.taker ?? this.rows).push(this.inHand.take(this.whole.row++))
  }

  private quoteNotClosed(): SheetIssue {
    return sheetIssue({
      code: "csv.quote_not_closed",
      row: this.row,
      columnIndex: this.inHand.cells.length,
      value: this.inHand.cell.text,
      details: { line: this.quoted.line },
    })
  }
}
