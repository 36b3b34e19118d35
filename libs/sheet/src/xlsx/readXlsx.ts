import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import type * as Pull from "effect/Pull"
import type * as Scope from "effect/Scope"
import * as Semaphore from "effect/Semaphore"
import * as Stream from "effect/Stream"
import { isReadonlyArrayNonEmpty, type NonEmptyReadonlyArray } from "effect/Array"
import type { Sheet, SheetRow, XlsxDialect } from "../Sheet.ts"
import { sheetIssue, type SheetIssue } from "../SheetIssue.ts"
import type { SheetLimits } from "../SheetLimits.ts"
import { SheetRefused } from "../SheetRefused.ts"
import { collectFile } from "./collectFile.ts"
import { findTable } from "./findTable.ts"
import { xlsxLimits } from "./XlsxLimits.ts"
import { XlsxThread } from "./XlsxThread.ts"

/** How many files are read at the same moment in this process; others wait for their turn. */
const atOnce = Semaphore.makeUnsafe(4)

/**
 * Reads an XLSX file as a table of text, in a thread of its own with a capped heap and limited time: takes all of its
 * bytes, finds the sheet and row with the header (`recognise` says how many of its cells are known columns), and
 * leaves the rows to the stream. Cells are what they show; where that may not be what was meant, an issue says so.
 *
 * Fails with `SheetRefused` where `readSheet` does, and for a workbook that is damaged, encrypted, has macros or
 * would take more than a file may (`XlsxLimits`).
 */
export const readXlsx = <E>(
  bytes: Stream.Stream<Uint8Array, E>,
  options: {
    readonly recognise: (header: ReadonlyArray<string>) => number
    readonly limits: SheetLimits
  },
): Effect.Effect<Sheet<E, XlsxDialect>, SheetRefused | E, Scope.Scope> =>
  Effect.gen(function* () {
    const file = yield* collectFile(bytes, options.limits.maxBytes)
    yield* atOnce.takeScoped(1)
    const thread = yield* XlsxThread.start({ file, limits: xlsxLimits(options.limits) })
    const told = yield* thread.next
    const { sheets, lists } = told.tell === "sheets" ? told : { sheets: [], lists: null }
    const table = findTable(sheets, options.recognise)
    if ("refusal" in table) return yield* new SheetRefused({ issues: table.refusal })

    let answer: unknown = table.place
    let warnings: ReadonlyArray<SheetIssue> = table.issues
    const nextRows: Pull.Pull<NonEmptyReadonlyArray<SheetRow>, SheetRefused> = Effect.suspend(() => {
      thread.answer(answer)
      answer = null
      return Effect.flatMap(thread.next, (told) => {
        if (told.tell === "rows") {
          const rows = told.rows.map((row) => ({ ...row, issues: row.issues.map(sheetIssue) }))
          return isReadonlyArrayNonEmpty(rows) ? Effect.succeed(rows) : nextRows
        }
        if (told.tell === "end") warnings = [...warnings, ...told.warnings.map(sheetIssue)]
        return Cause.done()
      })
    })
    return {
      header: table.header,
      dialect: { format: "xlsx", sheet: table.sheet, lists },
      rows: Stream.fromPull(Effect.succeed(nextRows)),
      issues: Effect.sync(() => warnings),
    }
  })
