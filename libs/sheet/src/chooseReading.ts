import type { DialectOptions, DialectReasons } from "./Sheet.ts"
import { sheetIssue, type SheetIssue } from "./SheetIssue.ts"
import { compareReadings, compareSoundness, type WeighedReading } from "./weighReading.ts"

/** The best reading, by what it was told, and what is unsure about it. */
export interface Choice {
  readonly best: WeighedReading
  readonly reasons: Pick<DialectReasons, "delimiter" | "quote" | "header">
  readonly issues: ReadonlyArray<SheetIssue>
}

/** Soundness that differs by less than this tells no delimiter from another. */
const nearlyEqual = 0.1

/** Chooses among the readings of one text, in the order in which they win a tie. `hasSepLine` tells of a `sep=` line. */
export const chooseReading = (
  readings: ReadonlyArray<WeighedReading>,
  chosen: DialectOptions,
  hasSepLine: boolean,
): Choice | null => {
  const [best, ...others] = readings.toSorted(compareReadings)
  if (best === undefined) return null
  const parted = others.find(({ grammar }) => grammar.delimiter !== best.grammar.delimiter)
  const quoted = others.find(
    ({ grammar }) => grammar.delimiter === best.grammar.delimiter && grammar.quote !== best.grammar.quote,
  )
  const issues = parted !== undefined && isNear(best, parted) ? [delimiterUnsure(best, parted)] : []
  return {
    best,
    reasons: {
      delimiter: hasSepLine ? "sepLine" : chosen.delimiter ? "chosen" : delimiterReason(best, parted),
      quote: chosen.quote ? "chosen" : quoteReason(best, quoted),
      header: best.place.by,
    },
    issues,
  }
}

const delimiterReason = (
  best: WeighedReading,
  other: WeighedReading | undefined,
): DialectReasons["delimiter"] => {
  if (other === undefined) return "only"
  if (knownOf(best) > knownOf(other)) return "columns"
  return compareSoundness(best, other) === 0 && best.place.header.length === other.place.header.length
    ? "first"
    : "rows"
}

const quoteReason = (best: WeighedReading, other: WeighedReading | undefined): DialectReasons["quote"] =>
  other === undefined ? "only" : compareSoundness(best, other) === 0 ? "cells" : "rows"

/** Whether both have the same known columns in headers and rows that fit as well. */
const isNear = (best: WeighedReading, other: WeighedReading): boolean =>
  best.place.recognised > 0 &&
  knownOf(best) === knownOf(other) &&
  Math.abs(best.sound - other.sound) < nearlyEqual

const knownOf = ({ place }: WeighedReading): number => Math.floor(place.recognised)

const delimiterUnsure = (best: WeighedReading, other: WeighedReading): SheetIssue =>
  sheetIssue({
    code: "csv.delimiter_unsure",
    severity: "warning",
    row: best.rows[best.place.at]!.row,
    details: { delimiter: best.grammar.delimiter, other: other.grammar.delimiter },
  })
