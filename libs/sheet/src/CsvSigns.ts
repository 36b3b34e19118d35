import { BACKSLASH, CR } from "./characters.ts"
import { closingOf, type Grammar } from "./Grammar.ts"

/** The signs of a grammar as UTF-16 code units. */
export interface CsvSigns {
  readonly delimiter: number
  readonly backslash: boolean
  /** What closes each quote, at its code; 0 at every other. */
  readonly closers: Uint16Array
  /** No code above these matters outside quotes, and within. */
  readonly highest: number
  readonly highestQuoted: number
}

export const csvSigns = ({ delimiter, quote, backslash }: Grammar): CsvSigns => {
  const pairs = Object.entries(closingOf[quote]).map(
    ([open, close]) => [open.charCodeAt(0), close.charCodeAt(0)] as const,
  )
  const highest = Math.max(delimiter.charCodeAt(0), CR, ...pairs.map(([open]) => open))
  const closers = new Uint16Array(highest + 1)
  for (const [open, close] of pairs) closers[open] = close
  const highestQuoted = Math.max(CR, backslash ? BACKSLASH : 0, ...pairs.map(([, close]) => close))
  return { delimiter: delimiter.charCodeAt(0), backslash, closers, highest, highestQuoted }
}
