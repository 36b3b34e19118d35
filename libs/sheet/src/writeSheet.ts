import * as Stream from "effect/Stream"
import { csvLine } from "./csvLine.ts"
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
  const lineOf = (cells: ReadonlyArray<string>) => csvLine(cells, delimiter)
  return Stream.concat(
    Stream.sync(() => encoder.encode("\uFEFF" + lineOf(header))),
    Stream.mapArray(rows, (some) => [encoder.encode(some.map(lineOf).join(""))] as const),
  )
}
