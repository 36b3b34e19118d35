import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Pull from "effect/Pull"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import { isReadonlyArrayNonEmpty, type NonEmptyReadonlyArray } from "effect/Array"
import { CsvReader } from "./CsvReader.ts"
import type { Recognise } from "./findHeader.ts"
import type { DialectOptions, Sheet, SheetRow } from "./Sheet.ts"
import type { SheetLimits } from "./SheetLimits.ts"
import { SheetRefused } from "./SheetRefused.ts"

/** In bytes: how much is read at a time, and so how many rows are held. */
const pieceLength = 64 * 1024

/** How a table is known in a file, how large it may be, and what is known of how it is written down. */
export interface ReadOptions {
  readonly recognise: Recognise
  readonly limits: SheetLimits
  readonly dialect?: DialectOptions
}

/**
 * Reads a file as a table of text: takes its bytes as far as the header and leaves the rest to the stream of rows.
 * Cells are what stands in the file, less the formula guard; nothing is trimmed or taken for a number.
 *
 * The header is the row for which `recognise` (how many of these header cells are known columns) gives most; delimiter
 * and quotes are those under which it gives most, then those under which most rows are sound. What stands above the
 * header, and what certainly is a footer, another header or another table, is left out, and told in `issues`. `dialect`
 * overrules any of it. Fails with `SheetRefused` where there is no header to be had: a file
 * that is empty, too large, of another type, in an unknown encoding, or with no known column. The stream fails with it
 * too, after the rows before the place; with no data rows at all; and with more than `maxRows`, once all are counted.
 */
export const readSheet = <E>(
  bytes: Stream.Stream<Uint8Array, E>,
  options: ReadOptions,
): Effect.Effect<Sheet<E>, SheetRefused | E, Scope.Scope> =>
  Effect.gen(function* () {
    const pull = yield* Stream.toPull(bytes)
    const reader = new CsvReader(options.recognise, options.limits, options.dialect ?? {})
    let pieces: Iterator<Uint8Array> = piecesOf([])
    let ended = false

    const refused = () => {
      const supposed = reader.supposed()
      return new SheetRefused({ issues: reader.refusal ?? [], ...(supposed && { dialect: supposed }) })
    }

    const readOn = Effect.suspend(() => {
      const piece = pieces.next()
      if (piece.done) return nextPieces
      reader.push(piece.value)
      return Effect.void
    })

    const nextPieces = Pull.matchEffect(pull, {
      onSuccess: (chunks) => Effect.sync(() => void (pieces = piecesOf(chunks))),
      onFailure: Effect.failCause,
      onDone: () =>
        Effect.sync(() => {
          ended = true
          reader.end()
        }),
    })

    const nextRows: Pull.Pull<NonEmptyReadonlyArray<SheetRow>, SheetRefused | E> = Effect.suspend(() => {
      const rows = reader.take()
      if (isReadonlyArrayNonEmpty(rows)) return Effect.succeed(rows)
      if (reader.refusal !== null) return Effect.fail(refused())
      return ended ? Cause.done() : Effect.flatMap(readOn, () => nextRows)
    })

    while (reader.header === null && reader.refusal === null) yield* readOn
    const { header, dialect } = reader
    if (header === null || dialect === null) {
      return yield* refused()
    }
    return {
      header,
      dialect,
      rows: Stream.fromPull(Effect.succeed(nextRows)),
      issues: Effect.sync(() => reader.warnings()),
    }
  })

function* piecesOf(chunks: ReadonlyArray<Uint8Array>): Generator<Uint8Array, void> {
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += pieceLength) yield chunk.subarray(at, at + pieceLength)
  }
}
