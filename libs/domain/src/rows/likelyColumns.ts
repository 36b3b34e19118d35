import type { ImportKind } from "../model/Import.ts"
import { guessBySpelling } from "./guessBySpelling.ts"
import { knownColumns } from "./recogniseHeader.ts"

/**
 * How much a row is like a header of the kind, where somebody is to say what the columns are: one for each known
 * column, less than that for each text near one, and hardly anything for any other label.
 */
export const likelyColumns = (kind: ImportKind, texts: ReadonlyArray<string>): number => {
  const labels = new Set(texts.map((text) => text.trim()).filter(isLabel))
  const near = [...labels].filter((text) => guessBySpelling(kind, text).length > 0).length
  return knownColumns(kind, texts) + near / 100 + labels.size / 10_000
}

/** No data: addresses, numbers and dates are none, nor is a whole sentence. */
const isLabel = (text: string): boolean => /^\p{L}[^@]{0,59}$/u.test(text)
