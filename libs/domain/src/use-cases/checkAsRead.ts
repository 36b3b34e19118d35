import { Effect } from "effect"
import { isOfStructure } from "../model/Import.ts"
import type { ImportRow, RowCells } from "../model/ImportRow.ts"
import { noChanges } from "../model/RowChanges.ts"
import type { StagedRow } from "../ports/Imports.ts"
import { checkBatch, type ImportToCheck } from "./checkBatch.ts"

/**
 * Whether rows can be checked one batch after another while their file is read: those of new people can, apart from
 * whether a later row is about the same person.
 */
export const canCheckAsRead = ({ kind, mode }: Pick<ImportToCheck, "kind" | "mode">): boolean =>
  mode === "create" && !isOfStructure(kind)

/** Rows with what is found in them, each for itself, before their import is there. */
export const checkAsRead = Effect.fnUntraced(function* (one: ImportToCheck, rows: ReadonlyArray<RowCells>) {
  const checked = yield* checkBatch(one, rows.map(unchecked))
  const findings = new Map(checked.map(({ finding }) => [finding.row, finding]))
  return rows.map((row): StagedRow => ({ ...row, finding: findings.get(row.row) ?? null }))
})

const unchecked = ({ row, cells, readingIssues }: RowCells): ImportRow => ({
  row,
  cells,
  readingIssues,
  status: "unprocessed",
  issues: [],
  outcome: null,
  userId: null,
  changes: noChanges,
  mayHaveTwin: false,
})
