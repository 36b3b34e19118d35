import type { RowStatus } from "../model/Import.ts"
import { hasSeverity, type Issue } from "../model/Issue.ts"
import type { TextRow } from "../rows/TextRow.ts"
import { isExampleRow } from "./isExampleRow.ts"
import { noIssues, type Rule } from "./Rule.ts"

/** What the rules made of a row before the run. */
export interface CheckedRow {
  readonly row: number
  readonly status: Extract<RowStatus, "valid" | "invalid" | "conflict" | "skipped">
  readonly issues: ReadonlyArray<Issue>
}

/**
 * Holds one row against all rules of its kind, after what reading the file already found in it, but for what it found
 * in cells of columns that nobody knows. A cell has at most one error, the first: what follows from it would only
 * blur it.
 */
export const checkRow = <Known>(
  rules: ReadonlyArray<Rule<Known>>,
  row: TextRow,
  known: Known,
  readingIssues: ReadonlyArray<Issue>,
): CheckedRow => {
  if (isExampleRow(row)) return { row: row.row, status: "skipped", issues: [exampleLeftIn(row)] }
  const matters = ({ column, code }: Issue) =>
    column === null || Object.hasOwn(row.given, column) || !code.startsWith("cell.")
  const all = readingIssues.filter(matters)
  for (const rule of rules) all.push(...rule(row, known))
  if (all.length === 0) return { row: row.row, status: "valid", issues: noIssues }
  const ragged = readingIssues.some((issue) => issue.code === "row.missing_cells")
  const issues = all.filter(
    (issue, at) =>
      issue.severity !== "error" ||
      issue.column === null ||
      (!(ragged && issue.code === "cell.required") &&
        all.findIndex((one) => one.severity === "error" && one.column === issue.column) === at),
  )
  const status = hasSeverity(issues, "error")
    ? "invalid"
    : hasSeverity(issues, "conflict")
      ? "conflict"
      : "valid"
  return { row: row.row, status, issues }
}

const exampleLeftIn = (row: TextRow): Issue => ({
  code: "row.example",
  severity: "info",
  row: row.row,
  column: null,
  value: row.values.email ?? null,
  details: {},
})
