import { Effect } from "effect"
import type { Import, ImportScope } from "../model/Import.ts"
import type { ImportRow } from "../model/ImportRow.ts"
import { offeredRepair, type Issue } from "../model/Issue.ts"
import type { RepairKind } from "../model/RepairKind.ts"
import { Imports, type RowChange } from "../ports/Imports.ts"
import { repairedCell } from "../repairs/repairedCell.ts"
import { columnNames } from "../rows/columnNames.ts"
import { textRow } from "../rows/TextRow.ts"
import { checkBatch } from "./checkBatch.ts"
import { correctable, whileOthersCorrect } from "./correctRows.ts"
import { ImportStateForbids, moved } from "./moveImport.ts"
import { rowsAtOnce } from "./rowBatches.ts"

/** Which of the repairs that are offered are wanted: those of a kind, in one column or any, in some rows or all. */
export interface WantedRepairs {
  readonly kind: RepairKind
  readonly column?: string
  readonly rows?: ReadonlyArray<number>
}

/**
 * `refused | ready > validating` with the wanted repairs done, as they would be offered now, in all rows that are not
 * left out: a thousand rows by one statement, those all or none. Each repaired cell says so from then on, and what it
 * was, until somebody corrects it. Where nothing is damaged so, the import is answered as it is; an undoing one is not
 * repaired.
 */
export const repairRows = Effect.fn("repairRows")(function* (
  scope: ImportScope,
  id: string,
  wanted: WantedRepairs,
) {
  const one = yield* (yield* Imports).find(scope, id)
  if (one.undoes !== null || !correctable.includes(one.state))
    return yield* new ImportStateForbids({ act: "correct", state: one.state })
  let step: Step = { one, last: 0 }
  while (step.last !== undefined) step = yield* repairSome(scope, step.one, step.last, wanted)
  return step.one
})

/** The import after some rows, and the last of them, if there are any. */
interface Step {
  readonly one: Import
  readonly last: number | undefined
}

const repairSome = Effect.fnUntraced(
  function* (scope: ImportScope, one: Import, after: number, wanted: WantedRepairs) {
    const imports = yield* Imports
    const only = wanted.rows && { only: wanted.rows }
    const rows = yield* imports.rows(one.id, { statuses: null, ...only, after, limit: rowsAtOnce })
    const taken = rows.filter(({ status }) => status !== "skipped")
    const found = new Map((yield* checkBatch(one, taken)).map(({ finding }) => [finding.row, finding.issues]))
    const changes = taken.flatMap((row) => repaired(one, row, found.get(row.row) ?? [], wanted))
    const change = moved(scope, one.id, "correct", imports.correctRows(scope, one.id, changes), [])
    const step: Step = { one: changes.length === 0 ? one : yield* change, last: rows.at(-1)?.row }
    return step
  },
  (step) => Effect.retry(step, whileOthersCorrect),
)

/** The row with its wanted repairs done, none where it has no such. */
const repaired = (
  one: Import,
  row: ImportRow,
  issues: ReadonlyArray<Issue>,
  wanted: WantedRepairs,
): ReadonlyArray<RowChange> => {
  const repairs = new Map(
    issues.flatMap((issue): ReadonlyArray<readonly [string, string]> => {
      const repair = offeredRepair(issue)
      const isWanted = repair?.kind === wanted.kind && (wanted.column ?? issue.column) === issue.column
      return isWanted && issue.column !== null ? [[issue.column, repair.to]] : []
    }),
  )
  if (repairs.size === 0) return []
  const cells = row.cells.map((cell, position) => repairs.get(one.columns[position] ?? "") ?? cell)
  const { emailKey, usernameKey } = textRow(row.row, columnNames(one), cells)
  const readingIssues = [
    ...row.readingIssues.filter(({ code, column }) => code === "cell.repaired" || !repairs.has(column ?? "")),
    ...one.columns.flatMap((column, position): ReadonlyArray<Issue> => {
      const to = repairs.get(column)
      const from = row.cells[position] ?? ""
      return to === undefined ? [] : [repairedCell(row.row, column, from, { kind: wanted.kind, to })]
    }),
  ]
  return [{ was: row.cells, becomes: { row: row.row, cells, emailKey, usernameKey, readingIssues } }]
}
