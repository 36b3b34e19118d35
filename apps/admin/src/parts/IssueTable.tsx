import { createMemo, createSignal, For } from "solid-js"
import type { ToldRow } from "@muster/domain/messages/ToldImport"
import { createWindowedRows } from "../createWindowedRows.ts"
import { t } from "../i18n/language.ts"
import type { RowActs } from "./IssueLine.tsx"
import { IssueRow } from "./IssueRow.tsx"
import { Room } from "./Room.tsx"

/** How a table is told to take somebody to a row. */
export interface IssueTableHandle {
  /** Moves the focus to the first row that comes after the one focused, or to the first of all. */
  readonly focusNext: () => void
  /** Moves the focus to the row at an index, or to the last before it; answers false when there is none. */
  readonly focusAt: (index: number) => boolean
}

/** Rows with what was found in them. Long tables keep only the rows in sight in the document. */
export function IssueTable(props: {
  caption: string
  rows: ReadonlyArray<ToldRow>
  columns: ReadonlyArray<string>
  acts?: RowActs
  handle?: (handle: IssueTableHandle) => void
}) {
  const [table, setTable] = createSignal<HTMLTableElement>()
  const indexes = createMemo(() => new Map(props.rows.map((row, index) => [row, index])))
  const windowed = createWindowedRows(() => props.rows, table, 104)

  const focusAt = (wanted: number): boolean => {
    const index = Math.min(wanted, props.rows.length - 1)
    const row = props.rows[index]
    if (row === undefined) return false
    windowed.scrollTo(index)
    void focusRow(() => table()?.querySelector<HTMLElement>(`tbody[data-row="${row.row}"]`) ?? null)
    return true
  }
  props.handle?.({
    focusAt,
    focusNext: () => {
      const focused = document.activeElement?.closest<HTMLElement>("tbody[data-index]")
      const next = focused && table()?.contains(focused) ? Number(focused.dataset.index) + 1 : 0
      focusAt(next < props.rows.length ? next : 0)
    },
  })

  return (
    <table class="table issues" ref={setTable}>
      <caption class="visually-hidden">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("table.row")}</th>
          <th scope="col">{t("table.person")}</th>
          <th scope="col">{t("table.cell")}</th>
          <th scope="col">{t("table.issue")}</th>
        </tr>
      </thead>
      <Room height={windowed.above()} />
      <For each={windowed.shown()}>
        {(row) => (
          <IssueRow
            row={row}
            index={indexes().get(row) ?? 0}
            columns={props.columns}
            acts={props.acts}
            measure={windowed.measure}
          />
        )}
      </For>
      <Room height={windowed.below()} />
    </table>
  )
}

/** Focuses what a row is corrected with, once the row is in the document. */
const focusRow = async (find: () => HTMLElement | null): Promise<void> => {
  for (let frame = 0; frame < 20; frame++) {
    const row = find()
    const target = row?.querySelector<HTMLElement>("input, button")
    if (target) {
      target.focus({ preventScroll: true })
      target.scrollIntoView({ block: "center" })
      return
    }
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
}
