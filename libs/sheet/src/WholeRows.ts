import { CsvRow, noIssues } from "./CsvRow.ts"
import type { CsvSigns } from "./CsvSigns.ts"
import type { SheetLimits } from "./SheetLimits.ts"

/** Where the next of each sign stands in a text: its end if there is none, -1 if that is not known. */
interface SignsAhead {
  readonly text: string
  readonly quote: number
  readonly delimiter: number
  readonly cr: number
  readonly lf: number
}

const unknown: SignsAhead = { text: "", quote: -1, delimiter: -1, cr: -1, lf: -1 }

/**
 * Reads what nearly all rows are, and stops at any other: those that stand whole on one line of the text, which is no
 * longer than a cell may be, and whose quotes stand right around cells.
 */
export class WholeRows {
  /** The number of the row that comes next. */
  row = 1
  /** How many cells were in quotes. */
  quotedCells = 0

  /** As many as the row before had. Each row is a copy of them, as most have as many, and V8 takes it for short-lived. */
  private blanks: Array<string> = []
  private ahead: SignsAhead = unknown
  private readonly sign: string
  private readonly quotes: ReadonlyArray<string>
  private readonly signs: CsvSigns
  private readonly longest: number
  private readonly mostCells: number

  constructor(signs: CsvSigns, limits: SheetLimits) {
    this.sign = String.fromCharCode(signs.delimiter)
    this.quotes = [...signs.closers.keys()]
      .filter((code) => signs.closers[code] !== 0)
      .map((code) => String.fromCharCode(code))
    this.signs = signs
    this.longest = Math.min(limits.maxCellLength, limits.maxRowLength - 1)
    this.mostCells = limits.maxColumns
  }

  /** Hands on the rows from a place in a text on, and returns where the first other row begins. */
  read(text: string, from: number, onRow: (row: CsvRow) => void): number {
    const { sign, longest } = this
    const { length } = text
    let { quote, delimiter, cr, lf } = this.signsAhead(text)
    let start = from
    for (;;) {
      if (lf < start) lf = nextOf(text, "\n", start)
      if (cr < start) cr = nextOf(text, "\r", start)
      const end = cr < lf ? cr : lf
      if (end === length || end - start > longest || (end === cr && end + 1 === length)) break
      if (quote < start) quote = this.nextQuote(text, start)
      if (delimiter < start) delimiter = nextOf(text, sign, start)
      const cells = this.blanks.slice()
      let count = 0
      if (quote > end) {
        let cell = start
        while (delimiter < end) {
          cells[count++] = text.slice(cell, delimiter)
          cell = delimiter + 1
          delimiter = nextOf(text, sign, cell)
        }
        cells[count++] = text.slice(cell, end)
      } else count = this.cutQuoted(text, start, end, quote, delimiter, cells)
      if (count === 0 || count > this.mostCells) break
      if (count !== this.blanks.length) {
        cells.length = count
        this.blanks = new Array<string>(count).fill("")
      }
      onRow(new CsvRow(this.row++, cells, noIssues))
      start = end + 1 === lf ? lf + 1 : end + 1
    }
    this.ahead = { text, quote, delimiter, cr, lf }
    return start
  }

  /** Where each sign stands next, as far as that is known of this text. */
  private signsAhead(text: string): SignsAhead {
    return this.ahead.text === text ? this.ahead : unknown
  }

  /** Cuts a line whose first signs are known into cells, and returns how many; 0 where a quote stands otherwise. */
  private cutQuoted(
    text: string,
    start: number,
    end: number,
    firstQuote: number,
    firstDelimiter: number,
    cells: Array<string>,
  ): number {
    let quote = firstQuote
    let delimiter = firstDelimiter
    let count = 0
    let quotedCells = 0
    for (let cell = start; cell <= end; count++) {
      if (quote === cell) {
        const close = this.closing(text, cell, end)
        if (close === -1) return 0
        cells[count] = withoutDoubles(text.slice(cell + 1, close), text[close]!)
        quotedCells++
        cell = close + 2
        quote = this.nextQuote(text, cell)
      } else {
        if (delimiter < cell) delimiter = nextOf(text, this.sign, cell)
        const ends = Math.min(delimiter, end)
        if (quote < ends) return 0
        cells[count] = text.slice(cell, ends)
        cell = ends + 1
      }
    }
    this.quotedCells += quotedCells
    return count
  }

  private nextQuote(text: string, from: number): number {
    let next = text.length
    for (const quote of this.quotes) next = Math.min(next, nextOf(text, quote, from))
    return next
  }

  /** Where the quote that opens a cell is closed, if that is within the line and ends the cell; else -1. */
  private closing(text: string, open: number, end: number): number {
    if (this.signs.backslash) return -1
    const closer = String.fromCharCode(this.signs.closers[text.charCodeAt(open)]!)
    let at = text.indexOf(closer, open + 1)
    while (at !== -1 && at + 1 < end && text[at + 1] === closer) at = text.indexOf(closer, at + 2)
    if (at === -1 || at >= end) return -1
    return at + 1 === end || text[at + 1] === this.sign ? at : -1
  }
}

const withoutDoubles = (cell: string, quote: string): string =>
  cell.includes(quote) ? cell.replaceAll(quote + quote, quote) : cell

/** Where a sign stands next; the end of the text if it does not. */
const nextOf = (text: string, sign: string, from: number): number => {
  const at = text.indexOf(sign, from)
  return at === -1 ? text.length : at
}
