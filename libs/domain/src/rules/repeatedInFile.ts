import type { ImportOptions } from "../model/Import.ts"
import type { Issue, IssueCode } from "../model/Issue.ts"
import type { ColumnName } from "../rows/Column.ts"
import type { TextRow } from "../rows/TextRow.ts"
import { cellIssue } from "./Rule.ts"

/**
 * The issue of a row whose key other rows of the file have too. Every occurrence is told, with the numbers of
 * the others: which of them is meant is not for Muster to guess. Only where invalid rows are left out openly
 * does the first of them stand, with a warning.
 */
export const repeatedInFile = (
  row: TextRow,
  column: ColumnName,
  code: IssueCode,
  rows: ReadonlyArray<number> | undefined,
  policy: Pick<ImportOptions, "invalidRows">,
): ReadonlyArray<Issue> => {
  const others = rows?.filter((other) => other !== row.row) ?? []
  if (others.length === 0) return []
  const first = policy.invalidRows === "skip" && others.every((other) => other > row.row)
  return [
    cellIssue(
      row,
      column,
      code,
      { rows: others.slice(0, 20), more: Math.max(0, others.length - 20) },
      first ? "warning" : "error",
    ),
  ]
}
