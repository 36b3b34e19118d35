import { createSignal } from "solid-js"
import type { ImportKind } from "@muster/domain/model/Import"
import type { DraftCheck } from "@muster/domain/drafts/draftCheck"
import type { Act } from "./Act.ts"
import { createActQueue } from "./createActQueue.ts"
import { createChecking } from "./createChecking.ts"
import { createCursor } from "./createCursor.ts"
import { createGridActs } from "./createGridActs.ts"
import { createSeenRows } from "./createSeenRows.ts"
import { createSpareRows } from "./createSpareRows.ts"
import type { GridRow } from "./GridRow.ts"
import { nextIssue } from "./nextIssue.ts"
import type { Slices } from "./Slices.ts"
import { Table } from "./Table.ts"
import { TableCheck } from "./TableCheck.ts"

interface GridOptions {
  readonly kind: ImportKind
  readonly columns: ReadonlyArray<string>
  readonly rows: ReadonlyArray<GridRow>
  readonly check: DraftCheck
  /** Whether rows can be added below. */
  readonly grows: boolean
  /** Told of every change, so that it can be kept: rows with other cells, new in the table, or no longer in it. */
  readonly onTouched?: (rows: ReadonlyArray<GridRow>) => void
}

/** A table on the page: what is looked at of it, where somebody is in it, and what can be done there. */
export const createGrid = (options: GridOptions) => {
  const table = new Table(options.columns, options.rows)
  const check = new TableCheck(options.kind, table, options.check)
  const { checked, goOn } = createChecking(check)
  const [version, setVersion] = createSignal(0)
  const spare = createSpareRows(table, options.grows)
  const { seen, count, rowAt, filter, choose, numberOf } = createSeenRows(table, version, checked, spare.rows)
  const cursor = createCursor(count, options.columns.length)
  const queue = createActQueue()

  /** Does something with the table to its end; answers the rows that it touched, null for nothing. */
  function* finish(work: Slices<ReadonlyArray<GridRow> | null>): Slices<ReadonlyArray<GridRow> | null> {
    queue.seal()
    const rows = yield* work
    if (rows === null) return null
    spare.fill()
    check.touch(rows)
    setVersion((before) => before + 1)
    cursor.clamp()
    goOn()
    options.onTouched?.(rows)
    return rows
  }
  goOn()
  const grid = {
    kind: options.kind,
    columns: options.columns,
    grows: options.grows,
    table,
    check,
    version,
    checked,
    seen,
    count,
    rowAt,
    cursor,
    filter,
    numberOf,
    /** How much is done of what takes longer, from 0 to 1; null for nothing. */
    done: queue.done,
    /** Does something with the table after all that was begun before; answers null where it was called off. */
    perform: queue.perform,
    written: () => (version(), table.written),
    /** How many rows that were loaded are other by now, or no longer there. */
    changed: () => (version(), table.changed),
    /** Does something, as part of what is performed; answers whether there was anything to do. */
    run: function* (act: Act | null): Slices<boolean> {
      return act !== null && (yield* finish(table.do(act))) !== null
    },
    /** Goes to the next error, or where there is none to whatever else was found; answers whether there is any. */
    goToIssue: (step: 1 | -1): boolean => {
      const severities = check.kinds.wrong > 0 ? (["error"] as const) : (["conflict", "warning"] as const)
      const place = nextIssue(seen().rows, options.columns, severities, cursor.active(), step)
      if (place !== null) cursor.go(place)
      return place !== null
    },
    /** Looks at other rows: those with some kind of issue, by its key, or (null) all. */
    choose: (wanted: string | null) =>
      // What is under way is meant for places among the rows as they are looked at now.
      queue.perform(function* () {
        choose(wanted)
        cursor.go({ row: 0, column: cursor.active().column })
      }),
    /** Looks at all rows anew, by other rules. */
    checkBy: (by: DraftCheck) => {
      check.checkBy(by)
      goOn()
    },
  }
  return { ...grid, ...createGridActs(grid, finish, queue.callOff) }
}

export type Grid = ReturnType<typeof createGrid>
