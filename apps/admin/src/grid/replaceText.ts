import type { Act } from "./Act.ts"
import type { Place } from "./Area.ts"
import type { GridRow } from "./GridRow.ts"
import type { Table } from "./Table.ts"
import { forEach, type Slices } from "./Slices.ts"
import { writeRows } from "./writeCells.ts"

/** What is looked for: a text anywhere in a cell, or as the whole of it; in one column, or (null) in all. */
export interface Search {
  readonly text: string
  readonly whole: boolean
  readonly matchCase: boolean
  readonly column: number | null
}

const cellsAtOnce = 2048

/** What tells whether a cell holds what is looked for, and what the cell becomes. A blank search finds blank cells. */
const patternOf = ({ text, whole, matchCase }: Search): RegExp => {
  const literal = text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
  return new RegExp(whole || text === "" ? `^${literal}$` : literal, matchCase ? "gu" : "giu")
}

const isSearched = ({ column }: Search, at: number): boolean => column === null || column === at

/** In how many cells of the rows the search finds something. */
export function* countFound(rows: ReadonlyArray<GridRow>, search: Search): Slices<number> {
  const pattern = patternOf(search)
  let found = 0
  yield* forEach(rows, ({ cells }) => {
    cells.forEach((cell, at) => {
      if (isSearched(search, at) && cell.search(pattern) >= 0) found++
    })
  })
  return found
}

/** The next cell after a place, or before it, that has what is looked for, round the end; null for none. */
export function* findNext(
  rows: ReadonlyArray<GridRow>,
  width: number,
  search: Search,
  from: Place,
  step: 1 | -1,
): Slices<Place | null> {
  const pattern = patternOf(search)
  const size = rows.length * width
  const begin = from.row * width + from.column
  for (let moved = 1; moved <= size; moved++) {
    const at = (((begin + moved * step) % size) + size) % size
    const place = { row: Math.floor(at / width), column: at % width }
    const cell = rows[place.row]?.cells[place.column] ?? ""
    if (isSearched(search, place.column) && cell.search(pattern) >= 0) return place
    if (moved % cellsAtOnce === 0) yield moved / size
  }
  return null
}

/** Writes another text wherever the search finds something in these rows; null where it is nowhere. */
export const replaceText = (
  table: Table,
  rows: ReadonlyArray<GridRow>,
  search: Search,
  by: string,
): Slices<Act | null> => {
  const pattern = patternOf(search)
  return writeRows(table, { rows, spare: [] }, 0, rows.length, (cells) =>
    cells.map((cell, at) => (isSearched(search, at) ? cell.replace(pattern, () => by) : cell)),
  )
}
