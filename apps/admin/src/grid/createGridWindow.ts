import { createMemo, createSignal, onCleanup } from "solid-js"
import type { Grid } from "./createGrid.ts"
import type { GridRow } from "./GridRow.ts"

/** How high a row and the header are, in pixels; the style sheet says the same. */
export const rowHeight = 34

const overscan = 3

/** Which rows of a grid are in the document: those in sight, some around them, and the one that has the focus. */
export const createGridWindow = (grid: Grid) => {
  const [top, setTop] = createSignal(0)
  const [height, setHeight] = createSignal(480)
  let element: HTMLElement | undefined
  const observer = new ResizeObserver(() => element && setHeight(element.clientHeight))
  onCleanup(() => observer.disconnect())

  const first = createMemo(() => Math.max(0, Math.floor(top() / rowHeight) - overscan))
  const last = createMemo(() => Math.ceil((top() + height()) / rowHeight) + overscan)
  const shown = createMemo(() => {
    const active = grid.cursor.active().row
    const places = new Map<GridRow, number>()
    const add = (at: number) => {
      const row = grid.rowAt(at)
      if (row !== undefined) places.set(row, at)
    }
    const end = Math.min(grid.count() - 1, last())
    if (active < first()) add(active)
    for (let at = first(); at <= end; at++) add(at)
    if (active > end) add(active)
    return places
  })
  return {
    observe: (scroller: HTMLElement) => {
      element = scroller
      observer.observe(scroller)
    },
    scrolled: () => element && setTop(element.scrollTop),
    /** The rows in the document, with their places. */
    shown,
    /** How many whole rows are in sight. */
    page: () => Math.max(1, Math.floor(height() / rowHeight) - 2),
    /** Scrolls a place into sight, if it is not. */
    reveal: (row: number, cell: HTMLElement | null) => {
      if (element === undefined) return
      const from = row * rowHeight
      const room = element.clientHeight - 2 * rowHeight
      if (from < element.scrollTop) element.scrollTop = from
      else if (from > element.scrollTop + room) element.scrollTop = from - room
      setTop(element.scrollTop)
      if (cell === null) return
      const number = element.querySelector<HTMLElement>(".grid-number")?.offsetWidth ?? 0
      if (cell.offsetLeft - number < element.scrollLeft) element.scrollLeft = cell.offsetLeft - number
      else if (cell.offsetLeft + cell.offsetWidth > element.scrollLeft + element.clientWidth)
        element.scrollLeft = cell.offsetLeft + cell.offsetWidth - element.clientWidth
    },
  }
}
