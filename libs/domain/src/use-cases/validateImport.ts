import { Effect } from "effect"
import { Imports, type RowQuery } from "../ports/Imports.ts"
import { ImportWork, type Work } from "../ports/ImportWork.ts"
import { checkBatch } from "./checkBatch.ts"
import { newFindings } from "./newFindings.ts"
import { scopeOf } from "./scopeOf.ts"

/** How many rows are checked, looked up and kept at once. */
export const rowsAtOnce = 1000

/** `validating > ready | refused`: finds every issue of every row, and changes nothing else. */
export const validateImport = Effect.fn("validateImport")(function* (work: Work) {
  const importWork = yield* ImportWork
  yield* checkRows(work, { after: work.checkedTo, statuses: null })
  yield* checkRows(work, { after: 0, statuses: ["unprocessed"] })
  return yield* importWork.settle(work, (yield* mayRun(work)) ? "ready" : "refused")
})

/** Checks all rows that are not left out and keeps the findings; answers whether the import may run. */
export const checkAllRows = Effect.fnUntraced(function* (work: Work) {
  yield* checkRows(work, { after: 0, statuses: null })
  return yield* mayRun(work)
})

const checkRows = Effect.fnUntraced(function* (
  work: Work,
  { after: from, statuses }: Pick<RowQuery, "after" | "statuses">,
) {
  const imports = yield* Imports
  const importWork = yield* ImportWork
  let after = from
  for (;;) {
    const rows = yield* imports.rows(work.import.id, { statuses, after, limit: rowsAtOnce })
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.row
    const checked = yield* checkBatch(
      work.import,
      rows.filter((row) => row.status !== "skipped" || row.issues.length > 0),
    )
    yield* importWork.saveFindings(work, {
      upTo: last.row,
      many: checked.length,
      findings: newFindings(rows, checked),
    })
  }
})

/** Step 1 may leave invalid rows out, if asked to; step 2 never does. */
const mayRun = Effect.fnUntraced(function* (work: Work) {
  const one = yield* (yield* Imports).find(scopeOf(work.import), work.import.id)
  return one.counts.invalid === 0 || (one.kind === "platform-users" && one.invalidRows === "skip")
})
