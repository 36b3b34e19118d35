import { CsvRow, noIssues } from "./CsvRow.ts"
import type { CsvSigns } from "./CsvSigns.ts"
import type { SheetLimits } from "./SheetLimits.ts"

/**
 * Reads what nearly all rows are, and stops at any other: those that stand whole on one line of the text, within all
 * limits, whose quotes stand right around cells.
 */
export class WholeRows {
  /** How many cells were in quotes. */
  quotedCells = 0

  private readonly cells: Array<string> = []
  private readonly sign: string
  private readonly quotes: ReadonlyArray<string>
  private readonly signs: CsvSigns
  private readonly limits: SheetLimits

  constructor(signs: CsvSigns, limits: SheetLimits) {
    this.sign = String.fromCharCode(signs.delimiter)
    this.quotes = [...signs.closers.keys()]
      .filter((code) => signs.closers[code] !== 0)
      .map((code) => String.fromCharCode(code))
    this.signs = signs
    this.limits = limits
  }

  /** Adds the rows from a place in a text on, by numbers from `row` on, and returns where the first other row begins. */
  read(text: string, from: number, row: number, rows: Array<CsvRow>): number {
    const { sign, cells } = this
    const { maxColumns, maxCellLength, maxRowLength } = this.limits
    const { length } = text
    let quote = this.nextQuote(text, from)
    let cr = nextOf(text, "\r", from)
    let delimiter = nextOf(text, sign, from)
    let start = from
    for (;;) {
      const lf = nextOf(text, "\n", start)
      if (cr < start) cr = nextOf(text, "\r", start)
      const end = cr < lf ? cr : lf
      if (end === length || end - start >= maxRowLength || (end === cr && end + 1 === length)) return start
      let count = 0
      let cell = start
      let quotedCells = 0
      for (;;) {
        const ends = delimiter < end ? delimiter : end
        if (quote < ends) {
          const close = quote === cell ? this.closing(text, cell, end) : -1
          if (close === -1 || count + 1 >= maxColumns || close - cell > maxCellLength) return start
          cells[count++] = withoutDoubles(text.slice(cell + 1, close), text[close]!)
          quotedCells++
          cell = close + 2
          quote = this.nextQuote(text, cell)
          if (delimiter < cell) delimiter = nextOf(text, sign, cell)
          if (close + 1 === end) break
          continue
        }
        if (count + 1 >= maxColumns || ends - cell > maxCellLength) return start
        cells[count++] = text.slice(cell, ends)
        if (ends === end) break
        cell = ends + 1
        delimiter = nextOf(text, sign, cell)
      }
      rows.push(new CsvRow(row++, cells.slice(0, count), noIssues))
      this.quotedCells += quotedCells
      start = end + 1 === lf ? lf + 1 : end + 1
    }
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
