import { CR, LF } from "./characters.ts"
import { CsvRow, noIssues } from "./CsvRow.ts"
import type { CsvSigns } from "./CsvSigns.ts"
import { places } from "./findSigns.ts"
import type { SheetLimits } from "./SheetLimits.ts"
import { SignsAhead } from "./SignsAhead.ts"

/** What takes rows one by one: a list of them, or what has a use for each at once. */
export interface RowTaker {
  push(row: CsvRow): unknown
}

/**
 * Reads what nearly all rows are, and stops at any other: those that stand whole on one line of the text, which is no
 * longer than a cell may be, with one kind of quotes or none, right around cells.
 */
export class WholeRows {
  /** The number of the row that comes next. */
  row = 1
  /** How many cells were in quotes. */
  quotedCells = 0

  /** As many as the row before had. Each row is a copy of them, as most have as many, and V8 takes it for short-lived. */
  private blanks: Array<string> = []
  private readonly ahead: SignsAhead
  private readonly delimiter: number
  private readonly quote: number | undefined
  private readonly backslash: boolean
  private readonly isRead: boolean
  private readonly longest: number
  private readonly mostCells: number
  /** Of the row that was cut last. */
  private cells = 0
  private quoted = 0

  constructor({ delimiter, closers, backslash }: CsvSigns, limits: SheetLimits) {
    const quotes = [...closers.keys()].filter((code) => closers[code] !== 0)
    this.delimiter = delimiter
    this.quote = quotes[0]
    this.backslash = backslash
    this.isRead = quotes.length < 2
    this.ahead = new SignsAhead(delimiter, this.quote ?? delimiter)
    this.longest = Math.min(limits.maxCellLength, limits.maxRowLength - 1)
    this.mostCells = limits.maxColumns
  }

  /** Hands on the rows from a place in a text on, and returns where the first other row begins. */
  read(text: string, from: number, rows: RowTaker): number {
    if (!this.isRead) return from
    const { ahead, longest } = this
    ahead.lookFrom(text, from)
    let start = from
    for (;;) {
      const cells = this.blanks.slice()
      const last = this.cut(text, start, cells)
      if (last === -1) return start
      const end = ahead.at(last)
      const isCr = ahead.code(last) === CR
      if (end - start > longest || this.cells > this.mostCells || (isCr && end + 1 === text.length))
        return start
      if (this.cells !== this.blanks.length) {
        cells.length = this.cells
        this.blanks = new Array<string>(this.cells).fill("")
      }
      this.quotedCells += this.quoted
      rows.push(new CsvRow(this.row++, cells, noIssues))
      const isCrLf = isCr && text.charCodeAt(end + 1) === LF
      start = isCrLf ? end + 2 : end + 1
      ahead.next = isCrLf ? last + 2 : last + 1
    }
  }

  /** Cuts the line that begins at a place into cells, and returns which sign ends it; -1 if it is no whole row. */
  private cut(text: string, start: number, cells: Array<string>): number {
    const { ahead, delimiter, quote } = this
    const { base, end } = ahead
    let cell = start
    let count = 0
    this.quoted = 0
    for (let sign = ahead.next; sign < end; sign++) {
      let place = places[sign]!
      if ((place & 0xff) === quote) {
        const close = base + (place >>> 8) === cell ? this.closing(sign) : -1
        if (close === -1 || close + 1 === end || ahead.at(close + 1) !== ahead.at(close) + 1) return -1
        cells[count++] = withoutDoubles(text.slice(cell + 1, ahead.at(close)), String.fromCharCode(quote))
        this.quoted++
        sign = close + 1
        place = places[sign]!
      } else cells[count++] = text.slice(cell, base + (place >>> 8))
      if ((place & 0xff) !== delimiter) {
        this.cells = count
        return sign
      }
      cell = base + (place >>> 8) + 1
    }
    return -1
  }

  /** Which sign closes the quote that opens a cell, on the same line; -1 if none does. */
  private closing(open: number): number {
    const { ahead, quote } = this
    if (this.backslash) return -1
    for (let sign = open + 1; sign < ahead.end; sign++) {
      const code = ahead.code(sign)
      if (code === LF || code === CR) return -1
      if (code !== quote) continue
      const isDoubled =
        sign + 1 < ahead.end && ahead.code(sign + 1) === quote && ahead.at(sign + 1) === ahead.at(sign) + 1
      if (!isDoubled) return sign
      sign++
    }
    return -1
  }
}

const withoutDoubles = (cell: string, quote: string): string =>
  cell.includes(quote) ? cell.replaceAll(quote + quote, quote) : cell
