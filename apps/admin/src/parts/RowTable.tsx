import { createMemo, createSignal, For, Show } from "solid-js"
import type { ToldRow } from "@muster/domain/messages/ToldImport"
import { createWindowedRows } from "../createWindowedRows.ts"
import { t } from "../i18n/language.ts"
import { RowBadge } from "./Badge.tsx"
import { columnLabel } from "./columnLabel.ts"
import { Room } from "./Room.tsx"

/** Rows as the file has them, with the status of each. */
export function RowTable(props: {
  caption: string
  rows: ReadonlyArray<ToldRow>
  columns: ReadonlyArray<string>
  /** Takes a row in again that was left out by hand. */
  onTakeIn?: (row: ToldRow) => void
  /** Leaves a row out that something would be done for. */
  onLeaveOut?: ((row: ToldRow) => void) | undefined
}) {
  const [table, setTable] = createSignal<HTMLTableElement>()
  const indexes = createMemo(() => new Map(props.rows.map((row, index) => [row, index])))
  const windowed = createWindowedRows(() => props.rows, table, 37)
  return (
    <div class="table-scroll" role="region" aria-label={props.caption} tabindex="0">
      <table class="table rows" ref={setTable}>
        <caption class="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("table.row")}</th>
            <th scope="col">{t("table.status")}</th>
            <For each={props.columns}>{(column) => <th scope="col">{columnLabel(column)}</th>}</For>
          </tr>
        </thead>
        <Room height={windowed.above()} />
        <tbody>
          <For each={windowed.shown()}>
            {(row) => (
              <tr
                data-index={indexes().get(row) ?? 0}
                ref={(element) => queueMicrotask(() => windowed.measure(element))}
              >
                <th scope="row" class="row-number">
                  <span class="row-word">{t("table.row")} </span>
                  {row.row}
                </th>
                <td data-label={t("table.status")}>
                  <RowBadge status={row.status} />
                  <Show when={row.status === "skipped" && row.issues.length === 0 && props.onTakeIn}>
                    <button type="button" class="link" onClick={() => props.onTakeIn?.(row)}>
                      {t("row.takeIn")}
                      <span class="visually-hidden"> {t("row.numbered", row.row)}</span>
                    </button>
                  </Show>
                  <Show when={row.status === "valid" && props.onLeaveOut}>
                    <button type="button" class="link" onClick={() => props.onLeaveOut?.(row)}>
                      {t("row.leaveOut")}
                      <span class="visually-hidden"> {t("row.numbered", row.row)}</span>
                    </button>
                  </Show>
                </td>
                <For each={props.columns}>
                  {(column) => <td data-label={columnLabel(column)}>{row.cells[column]}</td>}
                </For>
              </tr>
            )}
          </For>
        </tbody>
        <Room height={windowed.below()} />
      </table>
    </div>
  )
}
