import * as Effect from "effect/Effect"
import * as Pull from "effect/Pull"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import { readSheet, type ReadOptions } from "../readSheet.ts"
import type { Dialect, Sheet, XlsxDialect } from "../Sheet.ts"
import type { SheetRefused } from "../SheetRefused.ts"
import { sniffType } from "../sniffType.ts"
import { readXlsx } from "./readXlsx.ts"

/** How many bytes tell a workbook, of whatever kind, from text. */
const headLength = 4

/**
 * Reads a file as a table of text: by `readXlsx` if its content is a workbook's or another archive's, which that
 * explains, whatever the file is called; and else by `readSheet`.
 */
export const readSheetFile = <E>(
  bytes: Stream.Stream<Uint8Array, E>,
  options: ReadOptions,
): Effect.Effect<Sheet<E, Dialect | XlsxDialect>, SheetRefused | E, Scope.Scope> =>
  Effect.gen(function* () {
    const pull = yield* Stream.toPull(bytes)
    const pieces: Array<Uint8Array> = []
    let ended = false
    while (!ended && pieces.reduce((length, piece) => length + piece.length, 0) < headLength) {
      yield* Pull.matchEffect(pull, {
        onSuccess: (more) => Effect.sync(() => void pieces.push(...more)),
        onFailure: Effect.failCause,
        onDone: () => Effect.sync(() => void (ended = true)),
      })
    }
    const rest = ended ? Stream.empty : Stream.fromPull(Effect.succeed(pull))
    const type = sniffType(Buffer.concat(pieces, headLength))
    const read = type === "zip" || type === "xls" ? readXlsx : readSheet
    return yield* read(Stream.concat(Stream.fromIterable(pieces), rest), options)
  })
