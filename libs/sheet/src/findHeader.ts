import { isBlankCell } from "./blank.ts"
import type { CsvRow } from "./CsvRow.ts"
import { unguardFormula } from "./formulaGuard.ts"
import type { DialectReasons } from "./Sheet.ts"

/** How many of a header's cells are known columns; fractions tell more and less likely headers apart. */
export type Recognise = (header: ReadonlyArray<string>) => number

/** A header among the rows of a text: where it begins, of how many rows it is, and how many columns are known. */
export interface HeaderPlace {
  readonly at: number
  readonly rows: number
  readonly header: ReadonlyArray<string>
  readonly recognised: number
  readonly by: DialectReasons["header"]
}

/** Among how many rows the header is looked for, from the first that is not blank on, and of how many it can be. */
const rowsSearched = 40
const mostHeaderRows = 3

/**
 * The header: the row that names the most known columns, the first of equals; or rows below each other, where together
 * they name more than any one does (`First` above `name`). `headerRow` says in which row it is instead.
 */
export const findHeader = (
  rows: ReadonlyArray<CsvRow>,
  recognise: Recognise,
  headerRow: number | undefined,
): HeaderPlace | null => {
  if (headerRow !== undefined) {
    const at = rows.findIndex(({ row }) => row >= headerRow)
    return at === -1 ? null : placeOf(rows, at, 1, recognise, "chosen")
  }
  const searched = rows.slice(0, rowsSearched)
  let found: HeaderPlace | null = null
  for (let at = 0; at < searched.length; at++) {
    const place = placeOf(rows, at, 1, recognise, at === 0 ? "first" : "columns")
    if (found === null || place.recognised > found.recognised) found = place
    if (at === 0 && place.recognised >= place.header.length) return place
  }
  if (found === null || found.recognised >= found.header.length) return found
  return joined(searched, found, recognise) ?? found
}

/** Neighbouring rows that name one known column more than the best row alone. */
const joined = (rows: ReadonlyArray<CsvRow>, best: HeaderPlace, recognise: Recognise): HeaderPlace | null => {
  let found: HeaderPlace | null = null
  for (let count = 2; count <= mostHeaderRows; count++) {
    for (let at = Math.max(0, best.at - count + 1); at <= best.at && at + count <= rows.length; at++) {
      if (!areHeaderRows(rows.slice(at, at + count))) continue
      const place = placeOf(rows, at, count, recognise, "columns")
      if (place.recognised >= (found ?? best).recognised + 1) found = place
    }
  }
  return found
}

/** Rows right below each other, as long as each other, without an address. */
const areHeaderRows = (rows: ReadonlyArray<CsvRow>): boolean =>
  rows.every(
    ({ row, cells }, at) =>
      row === rows[0]!.row + at &&
      cells.length === rows[0]!.cells.length &&
      !cells.some((cell) => cell.includes("@")),
  )

const placeOf = (
  rows: ReadonlyArray<CsvRow>,
  at: number,
  count: number,
  recognise: Recognise,
  by: HeaderPlace["by"],
): HeaderPlace => {
  const header = joinCells(rows.slice(at, at + count).map(({ cells }) => cells))
  return { at, rows: count, header, recognised: recognise(header), by }
}

/** The texts of each column, joined, without blank columns at the end. */
const joinCells = (rows: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<string> => {
  const [first = [], ...others] = rows
  const cells = first.map((cell, column) =>
    others.reduce(
      (text, other) => joinTexts(text, unguardFormula(other[column] ?? "")),
      unguardFormula(cell),
    ),
  )
  return cells.slice(0, cells.findLastIndex((cell) => !isBlankCell(cell)) + 1)
}

const joinTexts = (one: string, other: string): string =>
  isBlankCell(one) ? other : isBlankCell(other) ? one : `${one.trim()} ${other.trim()}`
