import type { Place } from "./Area.ts"
import type { GridRow } from "./GridRow.ts"
import type { Severity } from "@muster/domain/model/Issue"

/**
 * The next cell after a place, or before it, with an issue of one of the severities, round the end; null for none.
 * What is about a row as a whole is in its first cell.
 */
export const nextIssue = (
  rows: ReadonlyArray<GridRow>,
  columns: ReadonlyArray<string>,
  severities: ReadonlyArray<Severity>,
  from: Place,
  step: 1 | -1,
): Place | null => {
  const found = (row: number): ReadonlyArray<number> => {
    const issues = rows[row]?.issues ?? []
    if (!issues.some(({ severity }) => severities.includes(severity))) return nowhere
    const wanted = issues.filter(({ severity }) => severities.includes(severity))
    const at = wanted.map(({ column }) => Math.max(0, column === null ? 0 : columns.indexOf(column)))
    return [...new Set(at)].sort((one, other) => (one - other) * step)
  }
  for (let moved = 0; moved <= rows.length; moved++) {
    const row = (((from.row + moved * step) % rows.length) + rows.length) % rows.length
    const column = found(row).find((at) => moved > 0 || (at - from.column) * step > 0)
    if (column !== undefined) return { row, column }
  }
  return null
}

const nowhere: ReadonlyArray<number> = []
