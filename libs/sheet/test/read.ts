import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { readSheet } from "../src/readSheet.ts"
import type { Dialect, DialectOptions, SheetRow } from "../src/Sheet.ts"
import type { SheetIssue } from "../src/SheetIssue.ts"
import { defaultLimits, type SheetLimits } from "../src/SheetLimits.ts"

/** What came of reading a file: all rows up to its end or up to where it was refused. */
export interface Outcome {
  readonly header: ReadonlyArray<string> | null
  readonly dialect: Dialect | null
  readonly rows: ReadonlyArray<SheetRow>
  readonly warnings: ReadonlyArray<SheetIssue>
  readonly refusal: ReadonlyArray<SheetIssue>
}

export interface ReadOptions {
  readonly known?: ReadonlyArray<string>
  readonly limits?: Partial<SheetLimits>
  readonly dialect?: DialectOptions
  /** In bytes; a list of lengths is gone through again and again. */
  readonly chunks?: number | ReadonlyArray<number>
}

const knownColumns = ["email", "name", "phone"]

export const bytesOf = (...parts: ReadonlyArray<string | ReadonlyArray<number>>): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))))

export const inChunks = (
  bytes: Uint8Array,
  lengths: number | ReadonlyArray<number>,
): ReadonlyArray<Uint8Array> => {
  const cycle = typeof lengths === "number" ? [lengths] : lengths
  const chunks: Array<Uint8Array> = []
  for (let at = 0; at < bytes.length; at += chunks.at(-1)!.length) {
    chunks.push(bytes.slice(at, at + cycle[chunks.length % cycle.length]!))
  }
  return chunks
}

export const readStream = (stream: Stream.Stream<Uint8Array>, options: ReadOptions = {}) =>
  Effect.gen(function* () {
    const known = options.known ?? knownColumns
    const rows: Array<SheetRow> = []
    const sheet = yield* readSheet(stream, {
      recognise: (header) => header.filter((cell) => known.includes(cell)).length,
      limits: { ...defaultLimits, ...options.limits },
      dialect: options.dialect ?? {},
    })
    const refusal = yield* Stream.runForEachArray(sheet.rows, (some) =>
      Effect.sync(() => rows.push(...some)),
    ).pipe(
      Effect.as<ReadonlyArray<SheetIssue>>([]),
      Effect.catchTag("SheetRefused", (refused) => Effect.succeed(refused.issues)),
    )
    const { header, dialect } = sheet
    return { header, dialect, rows, warnings: yield* sheet.issues, refusal }
  }).pipe(
    Effect.catchTag("SheetRefused", (refused) =>
      Effect.succeed({ header: null, dialect: null, rows: [], warnings: [], refusal: refused.issues }),
    ),
    Effect.scoped,
  )

export const readBytes = (bytes: Uint8Array, options: ReadOptions = {}): Promise<Outcome> =>
  Effect.runPromise(readStream(Stream.fromIterable(inChunks(bytes, options.chunks ?? 64 * 1024)), options))

export const readText = (text: string, options: ReadOptions = {}): Promise<Outcome> =>
  readBytes(bytesOf(text), options)

export const cellsOf = (outcome: Outcome): ReadonlyArray<ReadonlyArray<string>> =>
  outcome.rows.map((row) => row.cells)

export const codesOf = (issues: ReadonlyArray<SheetIssue>): ReadonlyArray<string> =>
  issues.map((issue) => issue.code)

export const utf16Of = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = new DataView(new ArrayBuffer(text.length * 2))
  for (let at = 0; at < text.length; at++) bytes.setUint16(at * 2, text.charCodeAt(at), littleEndian)
  return new Uint8Array(bytes.buffer)
}
