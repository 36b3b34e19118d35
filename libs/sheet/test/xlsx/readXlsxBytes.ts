import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { Dialect, SheetRow, XlsxDialect } from "../../src/Sheet.ts"
import type { SheetIssue } from "../../src/SheetIssue.ts"
import { defaultLimits } from "../../src/SheetLimits.ts"
import { readSheetFile } from "../../src/xlsx/readSheetFile.ts"
import { inChunks, type ReadOptions } from "../read.ts"

/** What came of reading a file: all rows up to its end or up to where it was refused. */
export interface FileOutcome {
  readonly header: ReadonlyArray<string> | null
  readonly dialect: Dialect | XlsxDialect | null
  readonly rows: ReadonlyArray<SheetRow>
  readonly warnings: ReadonlyArray<SheetIssue>
  readonly refusal: ReadonlyArray<SheetIssue>
}

const nothing = { header: null, dialect: null, rows: [], warnings: [] }

/** Reads a file of any type, whole. */
export const readFileBytes = (bytes: Uint8Array, options: ReadOptions = {}): Promise<FileOutcome> =>
  Effect.gen(function* () {
    const known = options.known ?? ["email", "name", "phone"]
    const rows: Array<SheetRow> = []
    const sheet = yield* readSheetFile(Stream.fromIterable(inChunks(bytes, options.chunks ?? 64 * 1024)), {
      recognise: (header) => header.filter((cell) => known.includes(cell)).length,
      limits: { ...defaultLimits, ...options.limits },
    })
    const refusal = yield* Stream.runForEachArray(sheet.rows, (some) =>
      Effect.sync(() => rows.push(...some)),
    ).pipe(
      Effect.as<ReadonlyArray<SheetIssue>>([]),
      Effect.catchTag("SheetRefused", (refused) => Effect.succeed(refused.issues)),
    )
    return { header: sheet.header, dialect: sheet.dialect, rows, warnings: yield* sheet.issues, refusal }
  }).pipe(
    Effect.catchTag("SheetRefused", ({ issues }) => Effect.succeed({ ...nothing, refusal: issues })),
    Effect.scoped,
    Effect.runPromise,
  )
