import { createUniqueId, For, Show } from "solid-js"
import type { ToldRow } from "@muster/domain/messages/ToldImport"
import type { ToldIssue } from "@muster/domain/model/Issue"
import type { RepairKind } from "@muster/domain/model/RepairKind"
import type { Corrections } from "../createCorrections.ts"
import { t } from "../i18n/language.ts"
import { Candidates } from "./Candidates.tsx"
import { CellEditor } from "./CellEditor.tsx"
import { columnLabel } from "./columnLabel.ts"
import { Icon } from "./Icon.tsx"
import { IssueText } from "./IssueText.tsx"

/** What a row's buttons do; each answers when the row has been validated anew. */
export interface RowActs {
  readonly corrections: Corrections
  readonly save: (row: ToldRow, cells: Readonly<Record<string, string>>) => Promise<void>
  readonly leaveOut: (row: ToldRow) => Promise<void>
  readonly repair: (row: ToldRow, kind: RepairKind) => Promise<void>
}

/** One cell of a row with what was found in it, and the means to put it right; without `acts` only to be read. */
export function IssueLine(props: {
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
                <span>{props.row.cells[column()] || t("cell.blank")}</span>
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
            <For
              each={props.issues.filter(({ candidates, repair }) => repair !== null || candidates.length > 0)}
            >
              {(issue) => (
                <Candidates
                  issue={issue}
                  busy={busy()}
                  onUse={(value) => void acts().save(props.row, { [column()]: value })}
                  onRepair={(kind) => void acts().repair(props.row, kind)}
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
