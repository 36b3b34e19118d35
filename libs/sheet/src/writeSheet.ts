import * as Stream from "effect/Stream"
import { guardFormula } from "./formulaGuard.ts"
import type { Dialect } from "./Sheet.ts"

const encoder = new TextEncoder()

/**
 * Writes a table as CSV: UTF-8 with a byte order mark (so that Excel opens it right), CRLF after every row, quotes by
 * RFC 4180, and every cell through the formula guard. `readSheet` gives the same cells back, but for rows that are all
 * blank, which it skips, and lone surrogates, which UTF-8 cannot carry: each is written as U+FFFD.
 */
export const writeSheet = <E, R>(
  { delimiter }: Pick<Dialect, "delimiter">,
  header: ReadonlyArray<string>,
  rows: Stream.Stream<ReadonlyArray<string>, E, R>,
): Stream.Stream<Uint8Array, E, R> => {
  const lineOf = (cells: ReadonlyArray<string>) => cells.map(textOf).join(delimiter) + "\r\n"
  return Stream.concat(
    Stream.sync(() => encoder.encode("\uFEFF" + lineOf(header))),
    Stream.mapArray(rows, (some) => [encoder.encode(some.map(lineOf).join(""))] as const),
  )
}

// Other delimiters than its own are quoted too: in a file of one column no delimiter can be told from the header.
const textOf = (cell: string): string => {
  const guarded = guardFormula(cell)
  return /[",;\t\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
