import type { Accessor } from "solid-js"
import type { Act } from "./Act.ts"
import { areaOf, type Area, type Place } from "./Area.ts"
import type { Cursor } from "./createCursor.ts"
import { mostGridRows } from "./createSpareRows.ts"
import type { GridRow } from "./GridRow.ts"
import { removeRows } from "./removeRows.ts"
import { forEach, partOf, type Slices } from "./Slices.ts"
import type { Table } from "./Table.ts"
import {
  clearArea,
  fillDown,
  pasteBlock,
  seenRow,
  writeArea,
  type Block,
  type SeenRows,
} from "./writeCells.ts"

interface Base {
  readonly columns: ReadonlyArray<string>
  readonly grows: boolean
  readonly table: Table
  readonly cursor: Cursor
  readonly seen: Accessor<SeenRows>
  readonly filter: Accessor<string | null>
  readonly perform: <A>(work: () => Slices<A>) => Promise<A | null>
  readonly run: (act: Act | null) => boolean
}

/**
 * What somebody can do to the rows of a grid. Each answers, once it is done, whether it changed anything; null where
 * it was called off before.
 */
export const createGridActs = (
  { columns, grows, table, cursor, seen, filter, perform, run }: Base,
  settle: (rows: ReadonlyArray<GridRow>) => void,
  callOff: () => boolean,
) => {
  const write = (act: (seen: SeenRows) => Slices<Act | null>) =>
    perform(function* () {
      return run(yield* act(seen()))
    })
  /** Goes where something was taken back or done again. */
  const followed = (take: () => ReadonlyArray<GridRow> | null) =>
    perform(function* () {
      const touched = take()
      if (touched === null) return false
      settle(touched)
      const first = touched.find(({ isIn }) => isIn)
      const at = first === undefined ? -1 : seen().rows.indexOf(first)
      if (at >= 0) cursor.go({ ...cursor.active(), row: at })
      return true
    })
  return {
    write: (place: Place, text: string) =>
      write((seen) => writeArea(table, seen, areaOf(place, place), () => text)),
    /** Writes into the cells of a row, by the names of their columns. */
    writeNamed: (at: number, texts: Readonly<Record<string, string>>) => {
      const row = { top: at, bottom: at, left: 0, right: columns.length - 1 }
      return write((seen) =>
        writeArea(table, seen, row, (_, column, was) => texts[columns[column] ?? ""] ?? was),
      )
    },
    clear: (area: Area) => write((seen) => clearArea(table, seen, area)),
    fillDown: (area: Area) => write((seen) => fillDown(table, seen, area)),
    /**
     * As part of what is performed, puts cells where the area begins, in rows that are added below as far as they
     * are needed; answers how many rows found room.
     */
    paste: function* (area: Area, block: Block): Slices<number> {
      const { rows: there, spare } = seen()
      const count = there.length + spare.length
      const room = filter() === null && grows ? mostGridRows : count
      const rows = block.slice(0, Math.max(0, room - area.top))
      const more: Array<GridRow> = []
      const lacking = Math.max(0, area.top + rows.length - count)
      yield* partOf(
        0,
        0.3,
        forEach(lacking, () => more.push(table.blankRow())),
      )
      run(yield* partOf(0.3, 1, pasteBlock(table, { rows: there, spare: [...spare, ...more] }, area, rows)))
      return rows.length
    },
    remove: ({ top, bottom }: Area) =>
      perform(function* () {
        const some = Array.from({ length: bottom - top + 1 }, (_, at) => seenRow(seen(), top + at))
        return run(
          removeRows(
            table,
            some.filter((row) => row !== undefined),
          ),
        )
      }),
    /** Takes back what was done last, or calls off what is not done yet. */
    undo: () => (callOff() ? Promise.resolve(true) : followed(() => table.undo())),
    redo: () => followed(() => table.redo()),
  }
}
