import { For, Show } from "solid-js"
import { isWithin } from "../grid/Area.ts"
import type { Grid } from "../grid/createGrid.ts"
import type { GridEditing } from "../grid/createGridEditing.ts"
import { rowHeight } from "../grid/createGridWindow.ts"
import type { GridRow } from "../grid/GridRow.ts"
import { t } from "../i18n/language.ts"
import { columnLabel } from "./columnLabel.ts"
import { GridCellEditor } from "./GridCellEditor.tsx"

/** One row of the grid. */
export function GridLine(props: {
  grid: Grid
  editing: GridEditing
  row: GridRow
  at: number
  describedBy: string
}) {
  const { grid } = props
  const cells = () => (grid.version(), props.row.cells)
  const gravest = () => {
    grid.version()
    grid.checked()
    return ["error", "conflict", "warning"].find((one) =>
      props.row.issues.some(({ severity }) => severity === one),
    )
  }
  const severityAt = (column: number) => {
    grid.version()
    grid.checked()
    const name = grid.columns[column]
    const found = props.row.issues.filter((issue) => issue.column === name)
    return found.find(({ severity }) => severity === "error")?.severity ?? found[0]?.severity
  }
  const isActive = (column: number) =>
    grid.cursor.active().row === props.at && grid.cursor.active().column === column
  // In one text: what changes a part of it must not take away the others.
  const classAt = (column: number) => {
    const chosen = isWithin(grid.cursor.area(), props.at, column) ? "chosen" : ""
    return `grid-cell ${severityAt(column) ?? ""} ${chosen} ${isActive(column) ? "active" : ""}`
  }
  return (
    <div
      role="row"
      class={`grid-row ${gravest() ?? ""}`}
      aria-rowindex={props.at + 2}
      style={{ transform: `translateY(${props.at * rowHeight}px)` }}
      data-at={props.at}
    >
      <div role="rowheader" class="grid-number" aria-colindex="1">
        {(grid.version(), grid.numberOf(props.row, props.at))}
        <Show when={gravest()}>
          {(severity) => (
            <span class="visually-hidden">
              , {t(`severity.${severity() as "error" | "conflict" | "warning"}`)}
            </span>
          )}
        </Show>
      </div>
      <For each={grid.columns}>
        {(column, index) => (
          <div
            role="gridcell"
            class={classAt(index())}
            aria-colindex={index() + 2}
            aria-selected={isWithin(grid.cursor.area(), props.at, index())}
            aria-invalid={severityAt(index()) === "error" ? "true" : undefined}
            aria-describedby={isActive(index()) ? props.describedBy : undefined}
            tabindex={isActive(index()) ? 0 : -1}
            data-column={index()}
          >
            <Show when={isActive(index()) && props.editing.text() !== null} fallback={cells()[index()]}>
              <GridCellEditor
                editing={props.editing}
                label={t("grid.cell", columnLabel(column), grid.numberOf(props.row, props.at))}
                describedBy={props.describedBy}
                invalid={severityAt(index()) === "error"}
              />
            </Show>
          </div>
        )}
      </For>
    </div>
  )
}
