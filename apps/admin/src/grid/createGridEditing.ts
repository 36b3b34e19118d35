import { createSignal } from "solid-js"
import type { Grid } from "./createGrid.ts"

/**
 * Writing in a grid's cell. Once something was typed, Tab goes from cell to cell and Enter to the row below, where
 * the typing began, until Escape or an arrow ends that: then Tab leaves the grid as it leaves any other field.
 */
export const createGridEditing = (grid: Grid) => {
  const [text, setText] = createSignal<string | null>(null)
  const [replaces, setReplaces] = createSignal(false)
  let began: number | null = null

  const tab = (step: 1 | -1): boolean => {
    if (began === null) return false
    const { row, column } = grid.cursor.active()
    const next = column + step
    if (next >= 0 && next < grid.columns.length) grid.cursor.go({ row, column: next })
    else if (row + step < 0 || row + step >= grid.count()) return false
    else grid.cursor.go({ row: row + step, column: step > 0 ? 0 : grid.columns.length - 1 })
    return true
  }
  return {
    /** What stands in the field of the active cell; null while it is not written in. */
    text,
    setText,
    /** Whether typing began over what stood in the cell, so that arrows go on to the next one. */
    replaces,
    open: (typed: string | null): boolean => {
      const { row, column } = grid.cursor.active()
      grid.cursor.go({ row, column })
      setReplaces(typed !== null)
      setText(typed ?? grid.rowAt(row)?.cells[column] ?? "")
      return true
    },
    /** Writes what was typed into the cell. */
    keep: (): void => {
      const written = text()
      if (written === null) return
      setText(null)
      void grid.write(grid.cursor.active(), written)
    },
    leave: () => void setText(null),
    tab,
    /** After a cell was written by Tab: on to the next one. */
    tabOn: (step: 1 | -1) => {
      began ??= grid.cursor.active().column
      return tab(step)
    },
    /** After a cell was written by Enter: on to the one below where this row began. */
    enterOn: (step: 1 | -1) => {
      const { row, column } = grid.cursor.active()
      grid.cursor.go({ row: row + step, column: began ?? column })
    },
    stopTabbing: (): boolean => {
      const was = began !== null
      began = null
      return was
    },
  }
}

export type GridEditing = ReturnType<typeof createGridEditing>
