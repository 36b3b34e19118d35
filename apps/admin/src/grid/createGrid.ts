import { createMemo, createSignal, onCleanup } from "solid-js"
import type { ImportKind } from "@muster/domain/model/Import"
import type { DraftCheck } from "@muster/domain/drafts/draftCheck"
import type { Act } from "./Act.ts"
import { areaOf, type Area, type Place } from "./Area.ts"
import { createCursor } from "./createCursor.ts"
import { isBlankRow, type GridRow } from "./GridRow.ts"
import { nextIssue } from "./nextIssue.ts"
import { kindKey, numberOf, TableCheck } from "./TableCheck.ts"
import { Table, type Touched } from "./Table.ts"
import {
  clearArea,
  fillDown,
  pasteBlock,
  removeRows,
  seenRow,
  writeArea,
  type Block,
  type SeenRows,
} from "./writeCells.ts"

/** At most so many rows are held in a grid. */
export const mostGridRows = 100_000

const leastShown = 14
const sliceTime = 6
const tellEvery = 100

interface GridOptions {
  readonly kind: ImportKind
  readonly columns: ReadonlyArray<string>
  readonly rows: ReadonlyArray<GridRow>
  readonly check: DraftCheck
  /** Whether rows can be added below. */
  readonly grows: boolean
  /** Told of every change, so that it can be kept. */
  readonly onTouched?: (touched: Touched) => void
}

/** A table on the page: what is looked at of it, where somebody is in it, and what can be done there. */
export const createGrid = (options: GridOptions) => {
  const table = new Table(options.columns, options.rows)
  const check = new TableCheck(options.kind, table, options.check)
  const [version, setVersion] = createSignal(0)
  const [checked, setChecked] = createSignal(0)
  const [filter, setFilter] = createSignal<string | null>(null)
  let spare: Array<GridRow> = []
  let kept = new Set<GridRow>()
  let positions = new Map<GridRow, number>()

  const grow = () => {
    const room = Math.min(Math.max(1, leastShown - table.rows.length), mostGridRows - table.rows.length)
    const wanted = options.grows ? Math.max(0, room) : 0
    spare = [
      ...spare.slice(0, wanted),
      ...Array.from({ length: wanted - spare.length }, () => table.blankRow()),
    ]
  }
  grow()

  const passes = ({ issues }: GridRow, wanted: string) =>
    wanted === anyIssue ? issues.length > 0 : issues.some((issue) => kindKey(issue) === wanted)
  /** Rows that were put right stay until another filter is chosen: nothing goes away under somebody's hands. */
  const seen = createMemo<SeenRows>(
    () => {
      version()
      const wanted = filter()
      if (wanted === null) return { rows: table.rows, spare }
      checked()
      positions = new Map()
      table.rows.forEach((row, at) => {
        if (kept.has(row) || passes(row, wanted)) positions.set(row, at)
      })
      const rows = [...positions.keys()]
      kept = new Set(rows)
      return { rows, spare: [] }
    },
    { rows: table.rows, spare },
    { equals: false },
  )
  const count = () => seen().rows.length + seen().spare.length
  const cursor = createCursor(count, options.columns.length)

  let working = false
  let told = 0
  const work = () => {
    working = false
    const end = performance.now() + sliceTime
    check.work(() => performance.now() > end)
    if (check.waiting > 0) schedule()
    if (check.waiting === 0 || end - told > tellEvery) {
      told = end
      setChecked((before) => before + 1)
    }
  }
  let stop = () => {}
  const schedule = () => {
    if (working) return
    working = true
    stop = whenIdle(work)
  }
  onCleanup(() => stop())

  const settle = (touched: Touched) => {
    const present = new Set(touched.present)
    spare = spare.filter((row) => !present.has(row))
    check.touch(touched)
    grow()
    setVersion((before) => before + 1)
    cursor.clamp()
    schedule()
    options.onTouched?.(touched)
  }
  const run = (act: Act | null): boolean => {
    if (act !== null) settle(table.do(act))
    return act !== null
  }
  /** Goes where something was taken back or done again. */
  const followed = (touched: Touched | null): boolean => {
    if (touched === null) return false
    settle(touched)
    const at = touched.present[0] === undefined ? -1 : seen().rows.indexOf(touched.present[0])
    if (at >= 0) cursor.go({ ...cursor.active(), row: at })
    return true
  }
  schedule()

  return {
    kind: options.kind,
    columns: options.columns,
    grows: options.grows,
    table,
    check,
    version,
    checked,
    seen,
    count,
    cursor,
    /** The number that a row is shown with; `at` is its place among those looked at. */
    numberOf: (row: GridRow, at: number) =>
      numberOf(row, filter() === null ? at : (seen(), positions.get(row) ?? at)),
    rowAt: (at: number) => seenRow(seen(), at),
    written: createMemo(
      () => (version(), table.rows.reduce((sum, row) => (isBlankRow(row) ? sum : sum + 1), 0)),
    ),
    run,
    write: (place: Place, text: string) => run(writeArea(table, seen(), areaOf(place, place), () => text)),
    /** Writes into the cells of a row, by the names of their columns. */
    writeNamed: (at: number, texts: Readonly<Record<string, string>>) =>
      run(
        writeArea(
          table,
          seen(),
          { top: at, bottom: at, left: 0, right: options.columns.length - 1 },
          (_, column, was) => texts[options.columns[column] ?? ""] ?? was,
        ),
      ),
    clear: (area: Area) => run(clearArea(table, seen(), area)),
    fillDown: (area: Area) => run(fillDown(table, seen(), area)),
    /** Puts cells where the area begins, in rows that are added below as far as they are needed; answers how many were. */
    paste: (area: Area, block: Block): number => {
      const room = filter() === null && options.grows ? mostGridRows : count()
      const rows = block.slice(0, Math.max(0, room - area.top))
      const lacking = area.top + rows.length - count()
      const more = lacking > 0 ? Array.from({ length: lacking }, () => table.blankRow()) : []
      const { rows: there, spare: below } = seen()
      run(pasteBlock(table, { rows: there, spare: [...below, ...more] }, area, rows))
      return rows.length
    },
    remove: ({ top, bottom }: Area) => {
      const some = new Set<GridRow>()
      for (let at = top; at <= bottom; at++) {
        const row = seenRow(seen(), at)
        if (row !== undefined) some.add(row)
      }
      return run(removeRows(table, some))
    },
    undo: () => followed(table.undo()),
    redo: () => followed(table.redo()),
    filter,
    choose: (wanted: string | null) => {
      kept = new Set()
      setFilter(wanted)
      cursor.go({ row: 0, column: cursor.active().column })
    },
    /** Looks at all rows anew, by other rules. */
    checkBy: (by: DraftCheck) => {
      check.checkBy(by)
      schedule()
    },
    /** Goes to the next error, or where there is none to whatever else was found; answers whether there is any. */
    goToIssue: (step: 1 | -1): boolean => {
      const severities = check.wrong > 0 ? (["error"] as const) : (["conflict", "warning"] as const)
      const place = nextIssue(seen().rows, options.columns, severities, cursor.active(), step)
      if (place !== null) cursor.go(place)
      return place !== null
    },
  }
}

export type Grid = ReturnType<typeof createGrid>

/** The filter that lets rows pass in which anything was found. */
export const anyIssue = "any"

const whenIdle = (work: () => void): (() => void) => {
  if (typeof requestIdleCallback === "function") {
    const asked = requestIdleCallback(work, { timeout: 60 })
    return () => cancelIdleCallback(asked)
  }
  const asked = setTimeout(work, 4)
  return () => clearTimeout(asked)
}
