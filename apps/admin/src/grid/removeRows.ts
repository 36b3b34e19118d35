import type { Act } from "./Act.ts"
import type { GridRow } from "./GridRow.ts"
import type { Table } from "./Table.ts"

/** Takes rows out of the table; null where none of them is in it. */
export const removeRows = (table: Table, some: ReadonlyArray<GridRow>): Act | null => {
  const wanted = new Set(some.filter(({ isIn }) => isIn))
  if (wanted.size === 0) return null
  const positions: Array<number> = []
  const rows: Array<GridRow> = []
  for (let at = 0; at < table.rows.length && rows.length < wanted.size; at++) {
    const row = table.rows[at]
    if (row === undefined || !wanted.has(row)) continue
    positions.push(at)
    rows.push(row)
  }
  return { kind: "remove", positions, rows }
}
