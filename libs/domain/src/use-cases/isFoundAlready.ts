import type { ImportRow } from "../model/ImportRow.ts"
import type { Finding } from "../ports/ImportWork.ts"

/** Whether all that is found in a row of step 1 is kept there already, so that it need not be written again. */
export const isFoundAlready = (row: ImportRow | undefined, finding: Finding): boolean =>
  row !== undefined &&
  row.status === finding.status &&
  row.outcome === finding.outcome &&
  row.userId === finding.userId &&
  finding.access === null &&
  isSame(row.issues, finding.issues) &&
  isSame(row.changes.fields, finding.changes.fields)

const isSame = (one: ReadonlyArray<unknown>, other: ReadonlyArray<unknown>): boolean =>
  one.length === other.length && (one.length === 0 || JSON.stringify(one) === JSON.stringify(other))
