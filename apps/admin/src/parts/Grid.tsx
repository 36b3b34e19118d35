import { createEffect, createSignal, createUniqueId, For, on, onMount } from "solid-js"
import { announce } from "../announce.ts"
import { isOneCell } from "../grid/Area.ts"
import type { Grid as Model } from "../grid/createGrid.ts"
import { createGridEditing } from "../grid/createGridEditing.ts"
import { createGridWindow, rowHeight } from "../grid/createGridWindow.ts"
import { gridKey } from "../grid/gridKeys.ts"
import { textOfCells } from "../grid/textOfCells.ts"
import { t } from "../i18n/language.ts"
import { columnLabel } from "./columnLabel.ts"
import { GridLine } from "./GridLine.tsx"
import { GridMessage } from "./GridMessage.tsx"

/**
 * A table to write in, as in a spreadsheet. It is one stop for Tab; of its rows only those in sight are in the
 * document. `onPaste` is given pasted text; what is found in the active cell is told below.
 */
export function Grid(props: {
  grid: Model
  label: string
  onPaste: (text: string) => Promise<void>
  onFind: () => void
  /** How the grid is told to take the focus. */
  handle: (focus: () => void) => void
}) {
  const { grid } = props
  const { cursor } = grid
  const id = createUniqueId()
  const editing = createGridEditing(grid)
  const view = createGridWindow(grid)
  const [dragging, setDragging] = createSignal(false)
  let scroller!: HTMLDivElement

  const cellAt = (row: number, column: number) =>
    scroller.querySelector<HTMLElement>(`[data-at="${row}"] > [data-column="${column}"]`)
  const reveal = () => {
    const { row, column } = cursor.end()
    view.reveal(row, cellAt(row, column))
  }
  const focus = () => {
    const { row, column } = cursor.active()
    if (editing.text() === null) cellAt(row, column)?.focus({ preventScroll: true })
  }
  onMount(() => {
    view.observe(scroller)
    props.handle(() => (reveal(), focus()))
  })
  createEffect(on([cursor.end, cursor.active], () => queueMicrotask(reveal), { defer: true }))
  createEffect(on(grid.filter, () => (scroller.scrollTop = 0), { defer: true }))

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) {
      if (!event.defaultPrevented) return
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "f") {
      event.preventDefault()
      return props.onFind()
    } else if (gridKey(grid, editing, event, view.page())) event.preventDefault()
    else return
    queueMicrotask(focus)
  }

  const placeOf = (target: EventTarget | null) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>("[data-column]") : null
    const row = cell?.closest<HTMLElement>("[data-at]")
    return cell && row ? { row: Number(row.dataset.at), column: Number(cell.dataset.column) } : null
  }
  const onPointerDown = (event: PointerEvent) => {
    if (event.pointerType === "touch" || event.button !== 0 || event.target instanceof HTMLInputElement)
      return
    const header = event.target instanceof Element ? event.target.closest(".grid-number") : null
    const line = header?.closest<HTMLElement>("[data-at]")
    const place = placeOf(event.target)
    editing.keep()
    editing.stopTabbing()
    if (line) {
      const row = Number(line.dataset.at)
      const begin = event.shiftKey ? cursor.active().row : row
      cursor.choose({ row: begin, column: 0 }, { row, column: grid.columns.length - 1 })
    } else if (place === null) return
    else if (event.shiftKey) cursor.extendTo(place)
    else {
      cursor.go(place)
      setDragging(true)
    }
    event.preventDefault()
    queueMicrotask(focus)
  }
  const onPointerMove = (event: PointerEvent) => {
    if (!dragging()) return
    if (event.buttons === 0) return void setDragging(false)
    const place = placeOf(event.target)
    if (place !== null) cursor.extendTo(place)
  }
  /** With a finger: the first touch goes to a cell, the second writes in it. */
  const onClick = (event: MouseEvent) => {
    if (!("pointerType" in event) || event.pointerType !== "touch") return
    const place = placeOf(event.target)
    if (place === null || event.target instanceof HTMLInputElement) return
    const { row, column } = cursor.active()
    editing.keep()
    cursor.go(place)
    if (place.row === row && place.column === column) editing.open(null)
    else queueMicrotask(focus)
  }

  const copied = (event: ClipboardEvent): boolean => {
    if (event.target instanceof HTMLInputElement) return false
    const { top, bottom, left, right } = cursor.area()
    const rows: Array<ReadonlyArray<string>> = []
    for (let at = top; at <= bottom; at++) rows.push(grid.rowAt(at)?.cells.slice(left, right + 1) ?? [])
    event.clipboardData?.setData("text/plain", textOfCells(rows))
    event.preventDefault()
    announce(t("grid.copied", rows.length * (right - left + 1)))
    return true
  }
  const onPaste = (event: ClipboardEvent) => {
    if (event.target instanceof HTMLInputElement) return
    event.preventDefault()
    // The page itself also takes what is pasted outside the grid.
    event.stopPropagation()
    void props.onPaste(event.clipboardData?.getData("text/plain") ?? "").then(focus)
  }

  return (
    <div class="grid-frame">
      <div
        ref={scroller}
        role="grid"
        class="grid"
        aria-label={props.label}
        aria-rowcount={grid.count() + 1}
        aria-colcount={grid.columns.length + 1}
        aria-multiselectable="true"
        style={{
          "--grid-columns": grid.columns
            .map((column) => `minmax(${widthOf(column)}px, ${widthOf(column)}fr)`)
            .join(" "),
          "--grid-width": `${grid.columns.reduce((sum, column) => sum + widthOf(column), 0)}px`,
        }}
        onScroll={() => view.scrolled()}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={() => setDragging(false)}
        onClick={onClick}
        onDblClick={(event) => placeOf(event.target) && editing.text() === null && editing.open(null)}
        on:copy={copied}
        on:cut={(event: ClipboardEvent) => copied(event) && void grid.clear(cursor.area())}
        on:paste={onPaste}
      >
        <div role="rowgroup" class="grid-head">
          <div role="row" class="grid-row" aria-rowindex="1">
            <div role="columnheader" class="grid-number" aria-colindex="1">
              {t("table.row")}
            </div>
            <For each={grid.columns}>
              {(column, index) => (
                <div role="columnheader" class="grid-cell" aria-colindex={index() + 2}>
                  {columnLabel(column)}
                </div>
              )}
            </For>
          </div>
        </div>
        <div role="rowgroup" class="grid-body" style={{ height: `${grid.count() * rowHeight}px` }}>
          <For each={[...view.shown().keys()]}>
            {(row) => (
              <GridLine
                grid={grid}
                editing={editing}
                row={row}
                at={view.shown().get(row) ?? 0}
                describedBy={`${id}-message`}
              />
            )}
          </For>
        </div>
      </div>
      <GridMessage
        id={`${id}-message`}
        grid={grid}
        chosen={
          isOneCell(cursor.area())
            ? null
            : [cursor.area().bottom - cursor.area().top + 1, cursor.area().right - cursor.area().left + 1]
        }
        onUse={(texts) => {
          void grid.writeNamed(cursor.active().row, texts)
          focus()
        }}
      />
    </div>
  )
}

const wide: Readonly<Record<string, number>> = { email: 230, name: 200, description: 240, permissions: 260 }

/** How wide a column is at least, in pixels; what is left over is shared out by the same measure. */
const widthOf = (column: string): number => wide[column] ?? 132
