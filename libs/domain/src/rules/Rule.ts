import type { Issue, IssueCode, IssueDetails, Severity } from "../model/Issue.ts"
import type { Column, ColumnName } from "../rows/Column.ts"
import type { TextRow } from "../rows/TextRow.ts"

/** A pure check of one row against what is known: the row's issues of this kind, none when it keeps the rule. */
export type Rule<Known> = (row: TextRow, known: Known) => ReadonlyArray<Issue>

/** The rule that holds each cell of a known column by itself against one that answers its issue, or null. */
export const ofEachCell =
  <Known extends { readonly columns: ReadonlyArray<Column> }>(
    issueOf: (row: TextRow, column: Column, known: Known) => Issue | null,
  ): Rule<Known> =>
  (row, known) => {
    let issues = noIssues
    for (const column of known.columns) {
      const issue = issueOf(row, column, known)
      if (issue !== null) issues = [...issues, issue]
    }
    return issues
  }

/** What nearly every rule answers of nearly every row. */
export const noIssues: ReadonlyArray<Issue> = []

/** An error of the row as a whole. */
export const rowIssue = (row: TextRow, code: IssueCode): Issue => ({
  code,
  severity: "error",
  row: row.row,
  column: null,
  value: null,
  details: {},
})

/** An issue in one cell of the row. */
export const cellIssue = (
  row: TextRow,
  column: ColumnName,
  code: IssueCode,
  details: IssueDetails = {},
  severity: Severity = "error",
): Issue => ({
  code,
  severity,
  row: row.row,
  column,
  value: (row.values[column] ?? "").slice(0, 200),
  details,
})
