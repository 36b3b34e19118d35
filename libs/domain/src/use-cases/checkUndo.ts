import { Effect } from "effect"
import type { TextRow } from "../rows/TextRow.ts"
import type { Issue } from "../model/Issue.ts"
import { Imports } from "../ports/Imports.ts"
import type { CheckedRow } from "../rules/checkRow.ts"
import { cellIssue } from "../rules/Rule.ts"
import type { ImportToCheck, ReadRow } from "./checkBatch.ts"

/** The rows of the import to be undone that rows of the undoing import stand for, by number. */
export const rowsUndone = Effect.fnUntraced(function* (one: ImportToCheck, rows: ReadonlyArray<ReadRow>) {
  const imports = yield* Imports
  const only = rows.map(({ row }) => row.row)
  const made = yield* imports.rows(one.undoes ?? "", { statuses: null, only, after: 0, limit: only.length })
  return new Map(made.map((row) => [row.row, row]))
})

/** Found of a row that has nothing left to undo. */
export const alreadyUndone = (row: TextRow) => ({
  row: row.row,
  status: "valid" as const,
  outcome: "unchanged" as const,
  issues: [cellIssue(row, "email", "undo.already_undone", {}, "info")],
})

/** What cannot be undone is left as it is and hinders no other row: its errors are conflicts. */
export const neverRefusing = (checked: CheckedRow): CheckedRow => ({
  ...checked,
  status: checked.status === "invalid" ? "conflict" : checked.status,
  issues: checked.issues.map((issue): Issue =>
    issue.severity === "error" ? { ...issue, severity: "conflict" } : issue,
  ),
})
