import { createSignal, createUniqueId, For, Show } from "solid-js"
import type { ToldRow } from "@muster/domain/messages/ToldImport"
import type { ToldIssue } from "@muster/domain/model/Issue"
import type { Corrections } from "../createCorrections.ts"
import { t } from "../i18n/language.ts"
import { Candidates } from "./Candidates.tsx"
import { CellEditor } from "./CellEditor.tsx"
import { columnLabel } from "./columnLabel.ts"
import { Icon } from "./Icon.tsx"
import { IssueText } from "./IssueText.tsx"
import { Person } from "./Person.tsx"
import { RowEditor } from "./RowEditor.tsx"

/** What a row's buttons do; each answers when the row has been validated anew. */
export interface RowActs {
  readonly corrections: Corrections
  readonly save: (row: ToldRow, cells: Readonly<Record<string, string>>) => Promise<void>
  readonly leaveOut: (row: ToldRow) => Promise<void>
}

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
          <tr class="row-editing">
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

function IssueLine(props: {
  row: ToldRow
  column: string | null
  issues: ReadonlyArray<ToldIssue>
  editable: boolean
  acts: RowActs | undefined
}) {
  const id = createUniqueId()
  const column = () => props.column ?? ""
  const label = () => (props.column === null ? t("table.wholeRow") : columnLabel(props.column))
  const corrections = () => props.acts?.corrections
  const busy = () => corrections()?.isBusy(props.row.row) ?? false
  return (
    <>
      <td class="row-cell">
        <Show
          when={props.editable && props.acts}
          fallback={
            <div class="cell-read">
              <span class="cell-label">{label()}</span>
              <Show when={props.column !== null}>
                <span class="cell-value">{props.row.cells[column()] || t("cell.blank")}</span>
              </Show>
            </div>
          }
        >
          {(acts) => (
            <CellEditor
              label={label()}
              value={props.row.cells[column()] ?? ""}
              draft={corrections()?.draft(props.row.row, column())}
              described={id}
              invalid={props.issues.some(({ severity }) => severity === "error")}
              busy={busy()}
              onDraft={(text) => corrections()?.setDraft(props.row.row, column(), text)}
              onSave={(text) => void acts().save(props.row, { [column()]: text })}
            />
          )}
        </Show>
      </td>
      <td class="row-issues">
        <div id={id} class="issue-texts">
          <For each={props.issues}>{(issue) => <IssueText issue={issue} />}</For>
        </div>
        <Show when={props.editable && props.acts}>
          {(acts) => (
            <For each={props.issues.filter(({ candidates }) => candidates.length > 0)}>
              {(issue) => (
                <Candidates
                  issue={issue}
                  busy={busy()}
                  onUse={(value) => void acts().save(props.row, { [column()]: value })}
                />
              )}
            </For>
          )}
        </Show>
        <Show when={busy()}>
          <p class="checking">
            <Icon name="waiting" /> {t("row.checking")}
          </p>
        </Show>
      </td>
    </>
  )
}
