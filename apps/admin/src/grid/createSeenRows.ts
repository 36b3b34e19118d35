import { createMemo, createSignal, type Accessor } from "solid-js"
import type { GridRow } from "./GridRow.ts"
import { ofKind } from "./IssueKinds.ts"
import { numberOf } from "./numberOf.ts"
import type { Table } from "./Table.ts"

/** The rows as they are looked at: those of the table that pass, then blank ones below that it does not have. */
export interface SeenRows {
  readonly rows: ReadonlyArray<GridRow>
  readonly spare: ReadonlyArray<GridRow>
}

/** The filter that lets rows pass in which anything was found. */
export const anyIssue = "any"

/**
 * Which rows of a table are looked at: all with the spare ones below, or those with some kind of issue. Rows that
 * were put right stay until another filter is chosen: nothing goes away under somebody's hands.
 */
export const createSeenRows = (
  table: Table,
  version: Accessor<number>,
  checked: Accessor<number>,
  spare: () => ReadonlyArray<GridRow>,
) => {
  const [filter, setFilter] = createSignal<string | null>(null)
  let choice = 0
  let positions: ReadonlyArray<number> = []
  const seen = createMemo<SeenRows>(
    () => {
      version()
      const wanted = filter()
      if (wanted === null) return { rows: table.rows, spare: spare() }
      checked()
      const isWanted = wanted === anyIssue ? () => true : ofKind(wanted)
      const found: Array<number> = []
      table.rows.forEach((row, at) => {
        if (row.shownBy !== choice && !row.issues.some(isWanted)) return
        row.shownBy = choice
        found.push(at)
      })
      positions = found
      return { rows: found.map((at) => table.rows[at] as GridRow), spare: [] }
    },
    { rows: table.rows, spare: spare() },
    { equals: false },
  )
  return {
    seen,
    filter,
    count: () => seen().rows.length + seen().spare.length,
    rowAt: (at: number): GridRow | undefined => {
      const { rows, spare } = seen()
      return at < rows.length ? rows[at] : spare[at - rows.length]
    },
    /** Looks at other rows: those with some kind of issue, by its key, or (null) all. */
    choose: (wanted: string | null) => {
      choice++
      setFilter(wanted)
    },
    /** The number that a row is shown with; `at` is its place among those looked at. */
    numberOf: (row: GridRow, at: number) =>
      numberOf(row, filter() === null ? at : (seen(), positions[at] ?? at)),
  }
}
