import { createSignal, For, Show } from "solid-js"
import type { ToldRow } from "@muster/domain/messages/ToldImport"
import { t } from "../i18n/language.ts"
import { IssueLine, type RowActs } from "./IssueLine.tsx"
import { Person } from "./Person.tsx"
import { RowEditor } from "./RowEditor.tsx"

/** A row with what was found in it, a line for each cell concerned; without `acts` only to be read. */
export function IssueRow(props: {
  row: ToldRow
  index: number
  columns: ReadonlyArray<string>
  acts?: RowActs | undefined
  measure: (element: HTMLElement) => void
}) {
  const [editing, setEditing] = createSignal(false)
  let editButton: HTMLButtonElement | undefined
  const lines = () => [...Map.groupBy(props.row.issues, (issue) => issue.column)]
  const busy = () => props.acts?.corrections.isBusy(props.row.row) ?? false
  const close = () => {
    setEditing(false)
    editButton?.focus()
  }
  return (
    <tbody
      class="row-group"
      data-index={props.index}
      data-row={props.row.row}
      aria-busy={busy()}
      ref={(element) => queueMicrotask(() => props.measure(element))}
    >
      <For each={lines()}>
        {([column, issues], at) => (
          <tr>
            <Show when={at() === 0}>
              <th scope="rowgroup" rowspan={lines().length} class="row-number">
                <span class="row-word">{t("table.row")} </span>
                {props.row.row}
              </th>
              <td rowspan={lines().length} class="row-person">
                <Person cells={props.row.cells} />
                <Show when={props.acts}>
                  {(acts) => (
                    <div class="row-acts">
                      <button
                        type="button"
                        class="link"
                        ref={editButton}
                        aria-expanded={editing()}
                        onClick={() => setEditing(!editing())}
                      >
                        {t("row.edit")}
                        <span class="visually-hidden"> {t("row.numbered", props.row.row)}</span>
                      </button>
                      <button
                        type="button"
                        class="link"
                        onClick={() => busy() || void acts().leaveOut(props.row)}
                      >
                        {t("row.leaveOut")}
                        <span class="visually-hidden"> {t("row.numbered", props.row.row)}</span>
                      </button>
                    </div>
                  )}
                </Show>
              </td>
            </Show>
            <IssueLine
              row={props.row}
              column={column}
              issues={issues}
              editable={!editing() && column !== null && props.columns.includes(column)}
              acts={props.acts}
            />
          </tr>
        )}
      </For>
      <Show when={editing() && props.acts}>
        {(acts) => (
          <tr>
            <td colspan="4">
              <RowEditor
                row={props.row}
                columns={props.columns}
                busy={busy()}
                onSave={(cells) => void acts().save(props.row, cells)}
                onClose={close}
              />
            </td>
          </tr>
        )}
      </Show>
    </tbody>
  )
}
