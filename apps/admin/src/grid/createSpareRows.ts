import type { GridRow } from "./GridRow.ts"
import type { Table } from "./Table.ts"

/** At most so many rows are held in a grid. */
export const mostGridRows = 100_000

const leastShown = 14

/** Blank rows below a table that grows: what is written there comes into it as new ones, and they stay below. */
export const createSpareRows = (table: Table, grows: boolean) => {
  let spare: ReadonlyArray<GridRow> = []
  const fill = () => {
    const room = Math.min(Math.max(1, leastShown - table.rows.length), mostGridRows - table.rows.length)
    const wanted = grows ? Math.max(0, room) : 0
    spare = Array.from({ length: wanted }, (_, at) => spare[at] ?? table.newRow())
  }
  fill()
  return { rows: () => spare, fill }
}
