import type { Accessor } from "solid-js"
import type { Act } from "./Act.ts"
import { areaOf, type Area, type Place } from "./Area.ts"
import type { Cursor } from "./createCursor.ts"
import type { SeenRows } from "./createSeenRows.ts"
import { mostGridRows } from "./createSpareRows.ts"
import type { GridRow } from "./GridRow.ts"
import { removeRows } from "./removeRows.ts"
import { partOf, type Slices } from "./Slices.ts"
import type { Table } from "./Table.ts"
import { clearArea, fillDown, pasteBlock, writeArea, type Block } from "./writeCells.ts"

/** How much of an act is done when it is known what it does. */
const prepared = 0.7

interface Base {
  readonly columns: ReadonlyArray<string>
  readonly grows: boolean
  readonly table: Table
  readonly cursor: Cursor
  readonly seen: Accessor<SeenRows>
  readonly count: Accessor<number>
  readonly rowAt: (at: number) => GridRow | undefined
  readonly filter: Accessor<string | null>
  readonly perform: <A>(work: () => Slices<A>) => Promise<A | null>
  readonly run: (act: Act | null) => Slices<boolean>
}

/**
 * What somebody can do to the rows of a grid. Each answers, once it is done, whether it changed anything; null where
 * it was called off before.
 */
export const createGridActs = (
  { columns, grows, table, cursor, seen, count, rowAt, filter, perform, run }: Base,
  finish: (work: Slices<ReadonlyArray<GridRow> | null>) => Slices<ReadonlyArray<GridRow> | null>,
  callOff: () => boolean,
) => {
  const write = (area: Area, act: (seen: SeenRows, area: Area) => Slices<Act | null>) =>
    perform(function* () {
      const there = { ...area, bottom: Math.min(area.bottom, count() - 1) }
      return yield* partOf(prepared, 1, run(yield* partOf(0, prepared, act(seen(), there))))
    })
  /** Goes where something was taken back or done again. */
  const followed = (take: () => Slices<ReadonlyArray<GridRow> | null>) =>
    perform(function* () {
      const touched = yield* finish(take())
      if (touched === null) return false
      const first = touched.find(({ isIn }) => isIn)
      const at = first === undefined ? -1 : seen().rows.indexOf(first)
      if (at >= 0) cursor.go({ ...cursor.active(), row: at })
      return true
    })
  return {
    write: (place: Place, text: string) =>
      write(areaOf(place, place), (seen, area) => writeArea(table, seen, area, () => text)),
    /** Writes into the cells of a row, by the names of their columns. */
    writeNamed: (at: number, texts: Readonly<Record<string, string>>) => {
      const row = { top: at, bottom: at, left: 0, right: columns.length - 1 }
      return write(row, (seen, area) =>
        writeArea(table, seen, area, (_, column, was) => texts[columns[column] ?? ""] ?? was),
      )
    },
    clear: (area: Area) => write(area, (seen, area) => clearArea(table, seen, area)),
    fillDown: (area: Area) => write(area, (seen, area) => fillDown(table, seen, area)),
    /**
     * As part of what is performed, puts cells where the area begins, in rows that are added below as far as they
     * are needed; answers how many rows found room.
     */
    paste: function* (area: Area, block: Block): Slices<number> {
      const room = filter() === null && grows ? mostGridRows : count()
      const taken = block.slice(0, Math.max(0, room - area.top))
      const act = yield* partOf(0, prepared, pasteBlock(table, seen(), area, taken))
      yield* partOf(prepared, 1, run(act))
      return taken.length
    },
    remove: ({ top, bottom }: Area) =>
      perform(function* () {
        const some = Array.from({ length: bottom - top + 1 }, (_, at) => rowAt(top + at))
        return yield* run(
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
