import { isBlankCell } from "./blank.ts"
import type { CsvMachine } from "./CsvMachine.ts"
import type { CsvRow } from "./CsvRow.ts"
import { findHeader, type HeaderPlace, type Recognise } from "./findHeader.ts"
import type { Grammar } from "./Grammar.ts"

/** The beginning of a text, read by one grammar. */
export interface Reading {
  readonly grammar: Grammar
  readonly machine: CsvMachine
  /** From the first that is not blank on. */
  readonly rows: Array<CsvRow>
}

/** A reading that has a header, and how well the rows below fit it. */
export interface WeighedReading extends Reading {
  readonly place: HeaderPlace
  readonly hasSoundHeader: boolean
  /** The share of rows that are sound and as long as the header, from 0 to 1. */
  readonly sound: number
  /** Whether most cells are in quotes. */
  readonly isQuoted: boolean
}

/** How well a reading fits its header; `null` if it has none. `last` says that the text has ended. */
export const weighReading = (
  reading: Reading,
  recognise: Recognise,
  headerRow: number | undefined,
  last: boolean,
): WeighedReading | null => {
  const place = findHeader(reading.rows, recognise, headerRow)
  if (place === null) return null
  const rows = reading.rows.slice(place.at)
  const below = rows.slice(place.rows).filter(({ cells }) => !cells.every(isBlankCell))
  const isSound = ({ issues, cells }: CsvRow) => issues.length === 0 && isAsLong(cells, place.header.length)
  const soundRows = below.filter(isSound).length
  const isCutOff = reading.machine.refusal !== null || (last && reading.machine.openQuote() !== null)
  const cells = reading.rows.reduce((count, row) => count + row.cells.length, 0)
  return {
    ...reading,
    place,
    hasSoundHeader: rows.slice(0, place.rows).every(({ issues }) => issues.length === 0),
    sound: below.length === 0 ? (isCutOff ? 0 : 1) : soundRows / (below.length * (isCutOff ? 2 : 1)),
    isQuoted: reading.machine.quotedCells * 2 >= cells,
  }
}

const isAsLong = (cells: ReadonlyArray<string>, width: number): boolean =>
  cells.length >= width && cells.slice(width).every(isBlankCell)

/**
 * Which of two readings is the better, as a number below 0 for the first: the one with more known columns; then with
 * a sound header; then with more sound rows; then with most cells in quotes; then with the longer header. 0 for equals.
 */
export const compareReadings = (one: WeighedReading, other: WeighedReading): number =>
  other.place.recognised - one.place.recognised ||
  Number(other.hasSoundHeader) - Number(one.hasSoundHeader) ||
  compareSoundness(one, other) ||
  Number(other.isQuoted) - Number(one.isQuoted) ||
  other.place.header.length - one.place.header.length

/** Less than one row in fifty is no difference. */
export const compareSoundness = (one: WeighedReading, other: WeighedReading): number =>
  Math.abs(other.sound - one.sound) < 0.02 ? 0 : other.sound - one.sound
