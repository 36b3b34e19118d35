import { isBlankCell } from "./blank.ts"
import { closingOf, type Grammar } from "./Grammar.ts"
import { sheetIssue, shorten, type SheetIssue } from "./SheetIssue.ts"
import type { SheetLimits } from "./SheetLimits.ts"

/** One row as it stands in the text: blank or not, with however many cells. */
export interface CsvRow {
  readonly row: number
  readonly cells: Array<string>
  readonly issues: ReadonlyArray<SheetIssue>
}

const noIssues: ReadonlyArray<SheetIssue> = []

/**
 * Rows are many and short-lived. Made by literals, V8 may come to take them and their arrays of cells for lasting ones,
 * and keep the text of each until it collects all of its memory.
 */
class ReadRow implements CsvRow {
  readonly row: number
  readonly cells: Array<string>
  readonly issues: ReadonlyArray<SheetIssue>

  constructor(row: number, cells: Array<string>, issues: ReadonlyArray<SheetIssue>) {
    this.row = row
    this.cells = cells
    this.issues = issues
  }
}

const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20
const TAB = 0x09
const NO_BREAK_SPACE = 0xa0
const BACKSLASH = 0x5c

const UNQUOTED = 0
const QUOTED = 1
const QUOTE_SEEN = 2
const BACKSLASH_SEEN = 3

/** How much is kept of a cell that is too long, in characters. */
const keptLength = 100

/** For how many times `maxRowLength` a closing quote is looked for. */
const quoteReach = 16

/** How many blanks after a closing quote are left out, in characters. */
const mostPadding = 1000

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
  /** The number of the row being read. */
  row = 1

  /** How many cells were in quotes. */
  quotedCells = 0

  private state = UNQUOTED
  private rows: Array<CsvRow> = []
  /** The cells of a row that is being read as a plain one. */
  private readonly scratch: Array<string> = []
  private cells: Array<string> = []
  private issues = noIssues
  private rowLength = 0
  private cell = ""
  private cellLength = 0
  private misplaced = false
  private line: number
  private openedAt = 0
  private previous = 0
  /** The quote that opened the cell, and what closes it. */
  private opener = ""
  private closer = 0
  /** Blanks after the closing quote. */
  private padding = ""

  private readonly delimiter: number
  /** The delimiter as text. */
  private readonly sign: string
  private readonly backslash: boolean
  /** What closes each quote, by their codes. */
  private readonly quotes: ReadonlyMap<number, number>
  /** No code above these matters outside quotes, and within. */
  private readonly highest: number
  private readonly highestQuoted: number
  private readonly limits: SheetLimits
  private readonly kept: number

  /** `line` is the line of the text that the first row is on. */
  constructor({ delimiter, quote, backslash }: Grammar, limits: SheetLimits, line: number) {
    const pairs = Object.entries(closingOf[quote])
    this.delimiter = delimiter.charCodeAt(0)
    this.sign = delimiter
    this.backslash = backslash
    this.quotes = new Map(pairs.map(([open, close]) => [open.charCodeAt(0), close.charCodeAt(0)]))
    this.highest = Math.max(this.delimiter, CR, ...this.quotes.keys())
    this.highestQuoted = Math.max(CR, backslash ? BACKSLASH : 0, ...this.quotes.values())
    this.limits = limits
    this.kept = Math.min(keptLength, limits.maxCellLength)
    this.line = line
  }

  /** The rows that were completed since the last call. */
  take(): Array<CsvRow> {
    const rows = this.rows
    this.rows = []
    return rows
  }

  push(text: string): void {
    let at = 0
    while (at < text.length && this.refusal === null) {
      if (this.state === QUOTED) at = this.readQuoted(text, at)
      else if (this.state === QUOTE_SEEN) at = this.readAfterQuote(text, at)
      else if (this.state === BACKSLASH_SEEN) at = this.readAfterBackslash(text, at)
      else at = this.readUnquoted(text, this.isAtRow(text, at) ? this.readPlainRows(text, at) : at)
    }
    if (text.length > 0) this.previous = text.charCodeAt(text.length - 1)
  }

  /** The quote that the text is inside of, as the issue that it is if no other closes it. */
  openQuote(): SheetIssue | null {
    return this.isQuoted() ? this.quoteNotClosed() : null
  }

  /** Ends the text, and with it the last row if no line break did. */
  end(): void {
    if (this.refusal !== null) return
    if (this.isQuoted()) this.refusal = this.quoteNotClosed()
    else if (this.state === QUOTE_SEEN) {
      this.endQuoted()
      this.endRow("", 0, 0)
    } else if (this.cells.length > 0 || this.cellLength > 0) this.endRow("", 0, 0)
  }

  private isQuoted(): boolean {
    return this.state === QUOTED || this.state === BACKSLASH_SEEN
  }

  private isAtRow(text: string, at: number): boolean {
    if (this.cells.length > 0 || this.cellLength > 0 || this.misplaced) return false
    return text.charCodeAt(at) !== LF || this.before(text, at) !== CR
  }

  /** Reads rows that are whole, without quotes and within all limits, and returns where the first other row begins. */
  private readPlainRows(text: string, from: number): number {
    const { sign, scratch, rows } = this
    const { maxColumns, maxCellLength, maxRowLength } = this.limits
    const quote = this.nextQuote(text, from)
    let cr = nextOf(text, "\r", from)
    let delimiter = nextOf(text, sign, from)
    let start = from
    for (;;) {
      const lf = text.indexOf("\n", start)
      if (cr < start) cr = nextOf(text, "\r", start)
      const end = lf === -1 || cr < lf ? cr : lf
      if (end >= quote || end - start >= maxRowLength || (end === cr && end + 1 === text.length)) return start
      let count = 0
      let cell = start
      let longest = 0
      while (delimiter < end && count < maxColumns) {
        longest = Math.max(longest, delimiter - cell)
        scratch[count++] = text.slice(cell, delimiter)
        cell = delimiter + 1
        delimiter = nextOf(text, sign, cell)
      }
      if (count + 1 >= maxColumns || Math.max(longest, end - cell) > maxCellLength) return start
      scratch[count++] = text.slice(cell, end)
      rows.push(new ReadRow(this.row, scratch.slice(0, count), noIssues))
      this.row++
      this.line++
      start = end + 1 === lf ? lf + 1 : end + 1
    }
  }

  private nextQuote(text: string, from: number): number {
    let next = Infinity
    for (const quote of this.quotes.keys())
      next = Math.min(next, nextOf(text, String.fromCharCode(quote), from))
    return next
  }

  /** Reads to the end of the row, or to a quote that opens a cell. */
  private readUnquoted(text: string, from: number): number {
    const { delimiter, highest } = this
    let start = from
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code > highest) continue
      if (code === delimiter) {
        this.endCell(text, start, at)
        start = at + 1
      } else if (code === LF || code === CR) {
        if (code === CR || this.before(text, at) !== CR) this.endRow(text, start, at)
        return at + 1
      } else if (this.quotes.has(code)) {
        if (this.opens(text, start, at, code)) return at + 1
        this.misplaced = true
      } else continue
      if (this.refusal !== null) return at
    }
    this.keep(text, start, text.length)
    return text.length
  }

  /** Whether a quote opens a cell: only blanks are before it. */
  private opens(text: string, start: number, at: number, code: number): boolean {
    if (this.misplaced || this.cellLength + at - start > this.limits.maxCellLength) return false
    if (!isBlankCell(this.cell) || !isBlankCell(text.slice(start, at))) return false
    this.rowLength -= this.cellLength
    this.cell = ""
    this.cellLength = 0
    this.state = QUOTED
    this.openedAt = this.line
    this.opener = text[at]!
    this.closer = this.quotes.get(code)!
    return true
  }

  private readQuoted(text: string, from: number): number {
    const { closer, highestQuoted } = this
    let at = from
    let seen = 0
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code > highestQuoted) continue
      if (code === closer) seen = QUOTE_SEEN
      else if (code === BACKSLASH && this.backslash) seen = BACKSLASH_SEEN
      else if (code === CR || (code === LF && this.before(text, at) !== CR)) this.line++
      if (seen !== 0) break
    }
    this.keep(text, from, at)
    if (this.cellLength > quoteReach * this.limits.maxRowLength) this.refusal = this.quoteNotClosed()
    if (seen !== 0) this.state = seen
    return at + 1
  }

  /** A backslash before anything but a quote or a backslash is text. */
  private readAfterBackslash(text: string, at: number): number {
    const code = text.charCodeAt(at)
    this.state = QUOTED
    if (code === this.closer || code === BACKSLASH) {
      this.keep(text, at, at + 1)
      return at + 1
    }
    this.keep("\\", 0, 1)
    return at
  }

  private readAfterQuote(text: string, at: number): number {
    const code = text.charCodeAt(at)
    if (code === this.closer && this.padding === "") {
      this.keep(text, at, at + 1)
      this.state = QUOTED
      return at + 1
    }
    if (code === this.delimiter || code === LF || code === CR) {
      this.endQuoted()
      if (code === this.delimiter) this.endCell(text, at, at)
      else this.endRow(text, at, at)
      return at + 1
    }
    if (isPadding(code) && this.padding.length < mostPadding) {
      this.padding += text[at]!
      return at + 1
    }
    if (this.line !== this.openedAt) this.refusal = this.quoteNotClosed()
    const close = String.fromCharCode(this.closer)
    this.cell = this.opener + this.cell.replaceAll(close, close + close) + close + this.padding
    this.cellLength = Math.max(this.cellLength, this.cell.length)
    this.endQuoted()
    this.misplaced = true
    return at
  }

  private endQuoted(): void {
    this.quotedCells++
    this.state = UNQUOTED
    this.padding = ""
  }

  /** The character before `at`, which may have come with an earlier piece. */
  private before(text: string, at: number): number {
    return at > 0 ? text.charCodeAt(at - 1) : this.previous
  }

  private keep(text: string, from: number, to: number): void {
    this.cellLength += to - from
    this.rowLength += to - from
    if (this.cellLength <= this.limits.maxCellLength) {
      this.cell = this.cell === "" ? text.slice(from, to) : this.cell + text.slice(from, to)
    } else if (this.cell.length !== this.kept + 1) {
      this.cell = (this.cell + text.slice(from, Math.min(to, from + this.kept + 1))).slice(0, this.kept + 1)
    }
  }

  private endCell(text: string, from: number, to: number): void {
    const { maxCellLength, maxColumns } = this.limits
    if (this.cells.length === maxColumns) {
      this.refusal = sheetIssue({
        code: "file.too_many_columns",
        row: this.row,
        details: { limit: maxColumns },
      })
      return
    }
    this.rowLength++
    if (this.cellLength === 0 && !this.misplaced && to - from <= maxCellLength) {
      this.rowLength += to - from
      this.cells.push(text.slice(from, to))
      return
    }
    this.keep(text, from, to)
    const tooLong = this.cellLength > maxCellLength
    const cell = tooLong ? shorten(this.cell, this.kept) : this.cell
    if (this.misplaced) this.report("csv.quote_misplaced", cell, {})
    if (tooLong) this.report("cell.too_long", cell, { limit: maxCellLength, found: this.cellLength })
    this.cells.push(cell)
    this.cell = ""
    this.cellLength = 0
    this.misplaced = false
  }

  private endRow(text: string, from: number, to: number): void {
    this.endCell(text, from, to)
    if (this.refusal !== null) return
    const { maxRowLength } = this.limits
    if (this.rowLength > maxRowLength && !this.issues.some((issue) => issue.code === "cell.too_long")) {
      const details = { limit: maxRowLength, found: this.rowLength }
      this.issues = [...this.issues, sheetIssue({ code: "row.too_long", row: this.row, details })]
    }
    this.rows.push(new ReadRow(this.row, this.cells.slice(), this.issues))
    this.cells = []
    this.issues = noIssues
    this.rowLength = 0
    this.row++
    this.line++
  }

  private report(code: SheetIssue["code"], value: string, details: SheetIssue["details"]): void {
    const about = { code, row: this.row, columnIndex: this.cells.length, value, details }
    this.issues = [...this.issues, sheetIssue(about)]
  }

  private quoteNotClosed(): SheetIssue {
    return sheetIssue({
      code: "csv.quote_not_closed",
      row: this.row,
      columnIndex: this.cells.length,
      value: this.cell,
      details: { line: this.openedAt },
    })
  }
}

const isPadding = (code: number) => code === SPACE || code === TAB || code === NO_BREAK_SPACE

const nextOf = (text: string, sign: string, from: number): number => {
  const at = text.indexOf(sign, from)
  return at === -1 ? Infinity : at
}
