import type { ColumnMatch } from "@muster/domain/rows/ColumnMatch"
import type { KnownPlaces } from "@muster/domain/rows/guessByContent"
import type { Area } from "./Area.ts"
import { cellsOfText } from "./cellsOfText.ts"
import type { Grid } from "./createGrid.ts"
import { partOf, type Slices } from "./Slices.ts"
import { takeBlock } from "./takeBlock.ts"

/** What was pasted: how many rows, how many had no room, and what its columns were taken for; null without a header. */
export interface Taken {
  readonly rows: number
  readonly left: number
  readonly matches: ReadonlyArray<ColumnMatch> | null
}

/**
 * Puts a text as spreadsheets copy it into a grid: a table with a header into the columns that it names, other cells
 * where the chosen area begins. What was written is chosen then, unless somebody went elsewhere meanwhile. Null where
 * the text has no rows.
 */
export function* pasteText(grid: Grid, chosen: Area, text: string, known: KnownPlaces): Slices<Taken | null> {
  const block = yield* partOf(0, 0.4, cellsOfText(text))
  const found = yield* partOf(0.4, 0.5, takeBlock(grid.kind, grid.columns, block, known))
  const area = found === null ? chosen : { ...chosen, left: 0, right: grid.columns.length - 1 }
  const cells = found?.cells ?? block
  if (cells.length === 0) return null
  const rows = yield* partOf(0.5, 1, grid.paste(area, cells))
  const taken = { rows, left: cells.length - rows, matches: found?.matches ?? null }
  if (grid.cursor.area() !== chosen) return taken
  const width = cells.reduce((most, row) => Math.max(most, row.length), 1)
  grid.cursor.choose(
    { row: area.top, column: area.left },
    { row: area.top + rows - 1, column: area.left + width - 1 },
  )
  return taken
}
