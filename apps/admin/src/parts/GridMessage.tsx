import { createMemo, For } from "solid-js"
import { tellIssue } from "@muster/domain/messages/tellIssue"
import type { Grid } from "../grid/createGrid.ts"
import { language, t } from "../i18n/language.ts"
import { repairedCells } from "../repairedCells.ts"
import { Candidates } from "./Candidates.tsx"
import { columnLabel } from "./columnLabel.ts"
import { IssueText } from "./IssueText.tsx"

/** What was found in the active cell, or in its row as a whole, with the values that would do. */
export function GridMessage(props: {
  id: string
  grid: Grid
  /** How many rows and columns are chosen; null for a single cell. */
  chosen: readonly [rows: number, columns: number] | null
  onUse: (texts: Readonly<Record<string, string>>) => void
}) {
  const column = () => props.grid.columns[props.grid.cursor.active().column] ?? ""
  const ofRow = createMemo(() => {
    props.grid.version()
    props.grid.checked()
    const row = props.grid.rowAt(props.grid.cursor.active().row)
    return (row?.issues ?? []).map((issue) => tellIssue(props.grid.check.withTwins(row!, issue), language()))
  })
  const told = () =>
    ofRow().filter(
      (issue) =>
        issue.column === column() || issue.column === null || !props.grid.columns.includes(issue.column),
    )
  return (
    <div class="grid-message">
      <div id={props.id} class="issue-texts">
        <For
          each={told()}
          fallback={
            <p class="muted">
              {props.chosen === null
                ? t("grid.nothing", columnLabel(column()))
                : t("grid.chosen", props.chosen[0], props.chosen[1])}
            </p>
          }
        >
          {(issue) => <IssueText issue={issue} />}
        </For>
      </div>
      <For
        each={told().filter(
          ({ column: at, candidates, repair }) =>
            at === column() && (repair !== null || candidates.length > 0),
        )}
      >
        {(issue) => (
          <Candidates
            issue={issue}
            busy={false}
            onUse={(text) => props.onUse({ [column()]: text })}
            onRepair={(kind) => props.onUse(repairedCells(ofRow(), kind))}
          />
        )}
      </For>
    </div>
  )
}
