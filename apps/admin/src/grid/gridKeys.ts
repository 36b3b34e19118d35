import type { Grid } from "./createGrid.ts"
import type { GridEditing } from "./createGridEditing.ts"

/**
 * What a key does in the grid while no cell is written in; answers whether it does anything. `page` is how many
 * rows are in sight. Copying, cutting and pasting are events of their own.
 */
export const gridKey = (grid: Grid, editing: GridEditing, event: KeyboardEvent, page: number): boolean => {
  const { cursor } = grid
  const ctrl = event.ctrlKey || event.metaKey
  const { row, column } = event.shiftKey ? cursor.end() : cursor.active()
  const to = (row: number, column: number): true => {
    if (event.shiftKey) cursor.extendTo({ row, column })
    else cursor.go({ row, column })
    editing.stopTabbing()
    return true
  }
  const last = { row: Math.max(0, grid.seen().rows.length - 1), column: grid.columns.length - 1 }
  if (event.altKey && event.key !== "ArrowDown" && event.key !== "ArrowUp") return false
  switch (event.key) {
    case "ArrowUp":
    case "ArrowDown": {
      const step = event.key === "ArrowDown" ? 1 : -1
      if (event.altKey) return grid.goToIssue(step)
      return to(ctrl ? (step > 0 ? last.row : 0) : row + step, column)
    }
    case "ArrowLeft":
      return to(row, ctrl ? 0 : column - 1)
    case "ArrowRight":
      return to(row, ctrl ? last.column : column + 1)
    case "Home":
      return to(ctrl ? 0 : row, 0)
    case "End":
      return to(ctrl ? last.row : row, last.column)
    case "PageUp":
      return to(row - page, column)
    case "PageDown":
      return to(row + page, column)
    case "F8":
      return grid.goToIssue(event.shiftKey ? -1 : 1)
    case "Tab":
      return !ctrl && editing.tab(event.shiftKey ? -1 : 1)
    case "Escape":
      return editing.stopTabbing()
    case "Enter":
    case "F2":
      return editing.open(null)
    case "Backspace":
    case "Delete":
      void (ctrl ? grid.remove : grid.clear)(cursor.area())
      return true
    case " ":
      if (event.shiftKey)
        cursor.choose({ row: cursor.active().row, column: 0 }, { ...cursor.end(), column: last.column })
      return event.shiftKey || editing.open(" ")
  }
  if (ctrl)
    switch (event.key.toLowerCase()) {
      case "a":
        cursor.choose({ row: 0, column: 0 }, last)
        return true
      case "d":
        void grid.fillDown(cursor.area())
        return true
      case "z":
        void (event.shiftKey ? grid.redo() : grid.undo())
        return true
      case "y":
        void grid.redo()
        return true
      default:
        return false
    }
  // A dead key or an input method goes on in the field that is opened for it.
  if (event.key === "Dead" || event.key === "Process") return (editing.open(""), false)
  return event.key.length === 1 && editing.open(event.key)
}
