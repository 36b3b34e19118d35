import { GridRow } from "../grid/GridRow.ts"
import type { Draft } from "./draftStore.ts"

/** The rows of a table begun before, in the columns that there are now. */
export const rowsOfDraft = (draft: Draft | null, columns: ReadonlyArray<string>): ReadonlyArray<GridRow> => {
  if (draft === null) return []
  const positions = columns.map((column) => draft.head.columns.indexOf(column))
  return draft.rows.map(
    ([id, cells]) =>
      new GridRow(
        id,
        positions.map((at) => cells[at] ?? ""),
      ),
  )
}
