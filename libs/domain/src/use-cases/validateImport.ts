import { Effect, Stream } from "effect"
import { Imports, type RowQuery } from "../ports/Imports.ts"
import { ImportWork, type Work } from "../ports/ImportWork.ts"
import { checkBatch } from "./checkBatch.ts"
import { countRows } from "./importMetrics.ts"
import { newFindings } from "./newFindings.ts"
import { lastOf, rowBatches } from "./rowBatches.ts"
import { scopeOf } from "./scopeOf.ts"

/** `validating > ready | refused`: finds every issue of every row, and changes nothing else. */
export const validateImport = Effect.fn("validateImport")(function* (work: Work) {
  const importWork = yield* ImportWork
  yield* checkRows(work, { after: work.checkedTo, statuses: null })
  yield* checkRows(work, { after: 0, statuses: ["unprocessed"] })
  return yield* importWork.settle(work, (yield* mayRun(work)) ? "ready" : "refused")
})

/** Checks the rows after one that are not left out and keeps the findings; answers whether the import may run. */
export const checkRowsAfter = Effect.fnUntraced(function* (work: Work, after: number) {
  yield* checkRows(work, { after, statuses: null })
  return yield* mayRun(work)
})

/** While a batch is saved, the next one is checked. */
const checkRows = Effect.fnUntraced(function* (work: Work, query: Pick<RowQuery, "after" | "statuses">) {
  const importWork = yield* ImportWork
  yield* rowBatches(work.import.id, query).pipe(
    Stream.mapEffect((rows) =>
      Effect.map(
        checkBatch(
          work.import,
          rows.filter((row) => row.status !== "skipped" || row.issues.length > 0),
        ),
        (checked) => ({
          upTo: lastOf(rows),
          many: checked.length,
          findings: newFindings(rows, checked),
        }),
      ),
    ),
    Stream.buffer({ capacity: 1 }),
    Stream.runForEach((checked) =>
      Effect.andThen(
        importWork.saveFindings(work, checked),
        countRows("validating", work.import.kind, checked.many),
      ),
    ),
  )
})

/** Step 1 may leave invalid rows out, if asked to; step 2 never does. */
const mayRun = Effect.fnUntraced(function* (work: Work) {
  const one = yield* (yield* Imports).find(scopeOf(work.import), work.import.id)
  return one.counts.invalid === 0 || (one.kind === "platform-users" && one.invalidRows === "skip")
})
