import type { CellRange } from "./SheetParser.ts"

const reference = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})(?::\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6}))?$/

/** A reference such as `B2` or `A1:C3` as a rectangle, or null if it is none. */
export const parseReference = (text: string): CellRange | null => {
  const match = reference.exec(text)
  if (match === null) return null
  const [, from = "", top, to = from, bottom = top] = match
  return {
    rows: [Number(top), Number(bottom)],
    columns: [columnNumber(from), columnNumber(to)],
    reference: text,
  }
}

/** The column that a cell's reference names, or -1 if it is none or not of the row. */
export const columnOf = (cell: string, row: string): number => {
  let column = 0
  let at = 0
  for (; at < cell.length && at < 4; at++) {
    const letter = cell.charCodeAt(at) | 0x20
    if (letter < 0x61 || letter > 0x7a) break
    column = column * 26 + letter - 0x60
  }
  return at > 0 && cell.slice(at) === row ? column - 1 : -1
}

/** `A` for 0, `Z` for 25, `AA` for 26. */
export const columnLetters = (column: number): string =>
  (column < 26 ? "" : columnLetters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1
