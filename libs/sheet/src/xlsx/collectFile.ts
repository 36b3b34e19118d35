import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { sheetIssue } from "../SheetIssue.ts"
import { SheetRefused } from "../SheetRefused.ts"

/**
 * All bytes of a file in one piece, which an archive needs whose directory is at its end. Fails with
 * `file.too_large` as soon as there are more than `maxBytes`.
 */
export const collectFile = <E>(
  bytes: Stream.Stream<Uint8Array, E>,
  maxBytes: number,
): Effect.Effect<ArrayBuffer, SheetRefused | E> =>
  Effect.suspend(() => {
    const file = new ArrayBuffer(0, { maxByteLength: maxBytes })
    const add = (piece: Uint8Array) => {
      const at = file.byteLength
      if (at + piece.length > maxBytes) {
        const issue = sheetIssue({ code: "file.too_large", details: { limit: maxBytes } })
        return Effect.fail(new SheetRefused({ issues: [issue] }))
      }
      file.resize(at + piece.length)
      new Uint8Array(file, at).set(piece)
      return Effect.void
    }
    return Effect.map(Stream.runForEach(bytes, add), () => file.transferToFixedLength())
  })
