import { isBlankCell } from "./blank.ts"
import { BACKSLASH, CR, LF } from "./characters.ts"
import type { CsvSigns } from "./CsvSigns.ts"

/** Counts the rows of a text that are not blank, from the beginning of one on, and makes none of them. */
export class RowCount {
  rows = 0

  private isBlank = true
  /** Whether only blanks came of the cell. */
  private isAtCell = true
  /** What closes the quote that the text is inside of; 0 outside. */
  private closer = 0
  /** What closed the quote right before; there it would only be doubled. */
  private closed = 0
  private isEscaped = false
  private readonly signs: CsvSigns

  constructor(signs: CsvSigns) {
    this.signs = signs
  }

  /** Takes all of a text from a place on, and returns where it ends. */
  read(text: string, from: number): number {
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (this.closer === 0) this.takeOutside(code)
      else this.takeInside(code)
    }
    return text.length
  }

  /** Counts the last row, if no line break ended it. */
  end(): void {
    this.endRow()
  }

  private takeOutside(code: number): void {
    const { delimiter, highest, closers } = this.signs
    const closed = this.closed
    this.closed = 0
    if (code === LF || code === CR) this.endRow()
    else if (code === delimiter) this.isAtCell = true
    else if (code === closed) {
      this.closer = code
      this.takeText(code)
    } else if (code <= highest && closers[code] !== 0 && this.isAtCell) {
      this.closer = closers[code]!
      this.isAtCell = false
    } else this.takeText(code)
  }

  private takeInside(code: number): void {
    if (code === BACKSLASH && this.signs.backslash && !this.isEscaped) {
      this.isEscaped = true
      this.takeText(code)
      return
    }
    if (code === this.closer && !this.isEscaped) {
      this.closed = code
      this.closer = 0
    } else this.takeText(code)
    this.isEscaped = false
  }

  private takeText(code: number): void {
    if (this.isAtCell || this.isBlank) {
      if (isBlankCell(String.fromCharCode(code))) return
      this.isAtCell = this.isBlank = false
    }
  }

  private endRow(): void {
    if (!this.isBlank) this.rows++
    this.isBlank = this.isAtCell = true
  }
}
