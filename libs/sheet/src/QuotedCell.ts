import type { CellInHand } from "./CellInHand.ts"
import { BACKSLASH, CR, isPadding, LF } from "./characters.ts"
import type { CsvSigns } from "./CsvSigns.ts"

/** How many blanks after a closing quote are left out, in characters. */
const mostPadding = 1000

const OUTSIDE = 0
const INSIDE = 1
const QUOTE_SEEN = 2
const BACKSLASH_SEEN = 3

/**
 * Reads a cell in quotes, from after the quote that opens it to what ends it, in pieces of any size. Where it goes on
 * after its closing quote, it is kept as it stands in the text, quotes and all.
 */
export class QuotedCell {
  /** The line on which the quote stands, and how many line breaks there were since. */
  line = 0
  breaks = 0

  private state = OUTSIDE
  private opener = 0
  private closer = 0
  /** Blanks after the closing quote. */
  private padding = ""
  private readonly cell: CellInHand
  private readonly signs: CsvSigns

  constructor(cell: CellInHand, signs: CsvSigns) {
    this.cell = cell
    this.signs = signs
  }

  get isOpen(): boolean {
    return this.state !== OUTSIDE
  }

  /** Whether the quote is not closed thus far. */
  get isInside(): boolean {
    return this.state === INSIDE || this.state === BACKSLASH_SEEN
  }

  open(code: number, line: number): void {
    this.cell.clear()
    this.state = INSIDE
    this.line = line
    this.breaks = 0
    this.opener = code
    this.closer = this.signs.closers[code]!
  }

  /** The cell has ended, as the text has. */
  close(): void {
    this.state = OUTSIDE
    this.padding = ""
  }

  /** Reads on from a place in the text, before which that code is, and returns where it stopped. */
  read(text: string, at: number, before: number): number {
    if (this.state === INSIDE) return this.readInside(text, at, before)
    return this.state === QUOTE_SEEN ? this.readAfterQuote(text, at) : this.readAfterBackslash(text, at)
  }

  private readInside(text: string, from: number, before: number): number {
    const { closer } = this
    const { highestQuoted, backslash } = this.signs
    let at = from
    for (; at < text.length && this.state === INSIDE; at++) {
      const code = text.charCodeAt(at)
      if (code > highestQuoted) continue
      if (code === closer) this.state = QUOTE_SEEN
      else if (code === BACKSLASH && backslash) this.state = BACKSLASH_SEEN
      else if (code === CR || (code === LF && (at > 0 ? text.charCodeAt(at - 1) : before) !== CR))
        this.breaks++
    }
    this.cell.add(text, from, this.state === INSIDE ? at : at - 1)
    return at
  }

  /** A backslash before anything but a quote or a backslash is text. */
  private readAfterBackslash(text: string, at: number): number {
    const code = text.charCodeAt(at)
    const isEscape = code === this.closer || code === BACKSLASH
    this.state = INSIDE
    if (isEscape) this.cell.add(text, at, at + 1)
    else this.cell.add("\\", 0, 1)
    return isEscape ? at + 1 : at
  }

  private readAfterQuote(text: string, at: number): number {
    const code = text.charCodeAt(at)
    if (code === this.closer && this.padding === "") {
      this.cell.add(text, at, at + 1)
      this.state = INSIDE
      return at + 1
    }
    if (isPadding(code) && code !== this.signs.delimiter && this.padding.length < mostPadding) {
      this.padding += text[at]!
      return at + 1
    }
    if (code !== this.signs.delimiter && code !== LF && code !== CR) this.keepQuotes()
    this.close()
    return at
  }

  private keepQuotes(): void {
    const close = String.fromCharCode(this.closer)
    const inner = this.cell.text.replaceAll(close, close + close)
    this.cell.replace(String.fromCharCode(this.opener) + inner + close + this.padding)
  }
}
