import type { GridRow } from "./GridRow.ts"
import type { Table } from "./Table.ts"

/** At most so many rows are held in a grid. */
export const mostGridRows = 100_000

const leastShown = 14

/** Blank rows below a table that grows, which come into it once they are written in. */
export const createSpareRows = (table: Table, grows: boolean) => {
  let spare: ReadonlyArray<GridRow> = []
  const fill = () => {
    const room = Math.min(Math.max(1, leastShown - table.rows.length), mostGridRows - table.rows.length)
    const wanted = grows ? Math.max(0, room) : 0
    const left = spare.filter(({ isIn }) => !isIn)
    spare = Array.from({ length: wanted }, (_, at) => left[at] ?? table.newRow())
  }
  fill()
  return { rows: () => spare, fill }
}
