import type { ImportRow } from "../model/ImportRow.ts"
import type { Finding } from "../ports/ImportWork.ts"
import type { CheckedRow } from "./checkBatch.ts"

/** What is found in rows that is not kept of them already, so that no more than that is written. */
export const newFindings = (
  rows: ReadonlyArray<ImportRow>,
  checked: ReadonlyArray<CheckedRow>,
): ReadonlyArray<Finding> => {
  const before = new Map(rows.map((row) => [row.row, row]))
  return checked.flatMap(({ finding }) => (isKept(before.get(finding.row), finding) ? [] : [finding]))
}

/** The place that a row of step 2 gives is not read back: its findings are always new. */
const isKept = (row: ImportRow | undefined, finding: Finding): boolean =>
  row !== undefined &&
  row.status === finding.status &&
  row.outcome === finding.outcome &&
  row.userId === finding.userId &&
  finding.access === null &&
  isSame(row.issues, finding.issues) &&
  isSame(row.changes.fields, finding.changes.fields)

const isSame = (one: ReadonlyArray<unknown>, other: ReadonlyArray<unknown>): boolean =>
  one.length === other.length && (one.length === 0 || JSON.stringify(one) === JSON.stringify(other))
