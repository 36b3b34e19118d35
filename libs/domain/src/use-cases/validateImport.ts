import { Effect } from "effect"
import type { Import } from "../model/Import.ts"
import { Imports } from "../ports/Imports.ts"
import { ImportWork, type Work } from "../ports/ImportWork.ts"
import { checkBatch } from "./checkBatch.ts"
import { scopeOf } from "./scopeOf.ts"

/** How many rows are checked, looked up and kept at once. */
export const rowsAtOnce = 1000

/** `validating > ready | refused`: finds every issue of every row, and changes nothing else. */
export const validateImport = Effect.fn("validateImport")(function* (work: Work) {
  const importWork = yield* ImportWork
  return yield* importWork.settle(work, (yield* checkAllRows(work)) ? "ready" : "refused")
})

/** Checks all rows that are not left out and keeps the findings; answers whether the import may run. */
export const checkAllRows = Effect.fnUntraced(function* (work: Work) {
  const imports = yield* Imports
  const importWork = yield* ImportWork
  let after = 0
  for (;;) {
    const rows = yield* imports.rows(work.import.id, { statuses: null, after, limit: rowsAtOnce })
    const last = rows.at(-1)
    if (last === undefined) break
    after = last.row
    const checked = yield* checkBatch(
      work.import,
      rows.filter((row) => row.status !== "skipped" || row.issues.length > 0),
    )
    yield* importWork.saveFindings(
      work,
      checked.map(({ finding }) => finding),
    )
  }
  return mayRun(yield* imports.find(scopeOf(work.import), work.import.id))
})

/** Step 1 may leave invalid rows out, if asked to; step 2 never does. */
const mayRun = (one: Import): boolean =>
  one.counts.invalid === 0 || (one.kind === "platform-users" && one.invalidRows === "skip")
