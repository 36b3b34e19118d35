import { createMemo, createSignal, Match, Show, Switch, type Accessor } from "solid-js"
import type { ToldRow } from "@muster/domain/messages/ToldImport"
import { changeOptions, type AnsweredImport } from "@muster/client/imports"
import { isUnderWay, type ImportMode, type ImportScope } from "@muster/domain/model/Import"
import { api } from "../../api.ts"
import { announce } from "../../announce.ts"
import { createAct } from "../../createAct.ts"
import { createCorrections } from "../../createCorrections.ts"
import { createRows } from "../../createRows.ts"
import { createRowView } from "../../createRowView.ts"
import { t } from "../../i18n/language.ts"
import type { RepairGroup } from "../../repairGroups.ts"
import { ChangesTable } from "../../parts/ChangesTable.tsx"
import { Empty } from "../../parts/Empty.tsx"
import { Failure } from "../../parts/Failure.tsx"
import { Icon } from "../../parts/Icon.tsx"
import { IssueGroups } from "../../parts/IssueGroups.tsx"
import type { RowActs } from "../../parts/IssueLine.tsx"
import { IssueTable, type IssueTableHandle } from "../../parts/IssueTable.tsx"
import { LoadMore } from "../../parts/LoadMore.tsx"
import { Loaded } from "../../parts/Loaded.tsx"
import { ModeChoice } from "../../parts/ModeChoice.tsx"
import { ReplaceInAll } from "../../parts/ReplaceInAll.tsx"
import { RepairOffers } from "../../parts/RepairOffers.tsx"
import { RowFilters } from "../../parts/RowFilters.tsx"
import { RowTable } from "../../parts/RowTable.tsx"
import { SearchField } from "../../parts/SearchField.tsx"
import { firstFilter } from "../../rowFilter.ts"
import { RunBar } from "./RunBar.tsx"
import { ValidationHead } from "./ValidationHead.tsx"

/** What validation found, row by row, with everything that can be put right here, and the way on. */
export function ValidationStep(props: {
  scope: Accessor<ImportScope>
  one: Accessor<AnsweredImport>
  show: (one: AnsweredImport) => void
  whenSettled: () => Promise<void>
  /** The run was stopped by its own check: something changed after validation. */
  stopped: boolean
  /** Opens the rows in a grid; null where they cannot be corrected in one. */
  onGrid: (() => void) | null
}) {
  const id = () => props.one().id
  const undoing = () => props.one().undoes !== null
  const underWay = () => isUnderWay(props.one().state)
  // While a row is validated anew, the numbers stay those of the last whole validation.
  const settled = createMemo<AnsweredImport>((before) => (underWay() && before ? before : props.one()))
  const view = createRowView(settled)
  const rows = createRows(props.scope, id, view.wanted)
  const seen = createMemo(() => view.see(rows().data ?? []))
  const corrections = createCorrections(props.scope, id, props.show, props.whenSettled)
  const [mode, setMode] = createSignal(props.one().mode)
  const rechoose = createAct(async () => {
    while (mode() !== props.one().mode) {
      props.show(await changeOptions(api, props.scope(), id(), { mode: mode() }))
      await props.whenSettled()
    }
    view.choose(firstFilter(settled()))
  })
  const chooseMode = (chosen: ImportMode) => {
    setMode(chosen)
    void rechoose.start()
  }
  let table: IssueTableHandle | undefined
  let repairs: HTMLElement | null = null
  let heading!: HTMLElement

  /** Says what came of a correction, and takes whoever lost their place in the table to where it was. */
  const after = async (row: ToldRow, act: Promise<boolean>): Promise<void> => {
    const index = seen().rows.findIndex((one) => one.row === row.row)
    if (!(await act)) return
    const now = (rows().data ?? []).find((one) => one.row === row.row)
    const error = now?.status === "invalid" && now.issues.find(({ severity }) => severity === "error")
    announce(
      error ? t("row.stillWrong", row.row, error.message) : t("row.right", row.row, settled().counts.invalid),
    )
    const focused = document.activeElement
    if (focused === null || focused === document.body)
      if (!table?.focusAt(Math.max(0, index))) heading.focus()
  }
  const acts: RowActs = {
    corrections,
    save: (row, cells) => after(row, corrections.save(row.row, cells)),
    leaveOut: (row) => after(row, corrections.leaveOut(row.row)),
    repair: (row, kind) => after(row, corrections.repair(row.row, kind)),
  }
  const repairAll = async ({ kind, rows }: RepairGroup): Promise<void> => {
    if (!(await corrections.repairAll(kind))) return
    announce(t("repairs.done", rows.length, settled().counts.invalid))
    if (document.activeElement === null || document.activeElement === document.body)
      (repairs?.querySelector("button") ?? heading).focus()
  }

  return (
    <section class="validation" aria-busy={underWay()}>
      <ValidationHead
        one={settled()}
        stopped={props.stopped}
        scope={props.scope()}
        heading={(el) => (heading = el)}
        onGrid={props.onGrid}
      />
      <Show when={rechoose.failure() ?? corrections.failure()}>
        {(failure) => <Failure error={failure()} />}
      </Show>
      <Show when={!undoing()}>
        <ModeChoice kind={settled().kind} mode={mode()} onMode={chooseMode} />
      </Show>
      <RowFilters
        one={settled()}
        remarks={view.whole() && view.filter() === "all" ? seen().remarks : view.remarks()}
        chosen={view.filter()}
        onChoose={view.choose}
      />
      <Loaded query={rows()}>
        {() => (
          <>
            <Show when={!undoing() && seen().repairs.length > 0}>
              <RepairOffers
                groups={seen().repairs}
                counted={view.whole()}
                isRepairing={corrections.isRepairing}
                onRepair={(group) => void repairAll(group)}
                shown={(element) => (repairs = element)}
              />
            </Show>
            <div class="tools">
              <SearchField label={t("rows.search")} value={view.search()} onSearch={view.setSearch} />
              <Show when={view.showsIssues() && seen().rows.length > 0}>
                <button type="button" class="button" onClick={() => table?.focusNext()}>
                  <Icon name="next" />
                  {t("rows.next")}
                </button>
              </Show>
              <p class="table-count" role="status">
                {t("rows.shown", seen().rows.length)}
              </p>
            </div>
            <Show when={view.showsIssues()}>
              <IssueGroups groups={seen().groups} chosen={view.group()} onChoose={view.setGroup} />
              <Show when={!undoing() && seen().replaceable}>
                {(group) => (
                  <ReplaceInAll
                    group={group()}
                    replacing={corrections.replacing()}
                    onReplace={(text) =>
                      void corrections
                        .replaceInAll(group().rows, group().column ?? "", text)
                        .then((done) => done && announce(t("replace.done", settled().counts.invalid)))
                    }
                  />
                )}
              </Show>
            </Show>
            <Switch>
              <Match when={seen().rows.length === 0}>
                <Empty
                  icon={view.search() ? "search" : "success"}
                  title={view.search() ? t("rows.notFound") : t(`rows.none.${view.filter()}`)}
                >
                  <button type="button" class="button" onClick={() => view.choose("all")}>
                    {t("rows.showAll")}
                  </button>
                </Empty>
              </Match>
              <Match when={view.showsIssues()}>
                <IssueTable
                  caption={t("rows.issuesCaption")}
                  rows={seen().rows}
                  columns={settled().columns}
                  {...(undoing() ? {} : { acts })}
                  handle={(handle) => (table = handle)}
                />
              </Match>
              <Match when={view.filter() === "updated"}>
                <ChangesTable rows={seen().rows} />
              </Match>
              <Match when={true}>
                <RowTable
                  caption={t("rows.caption")}
                  rows={seen().rows}
                  columns={settled().columns}
                  onTakeIn={(row) => void after(row, corrections.takeIn(row.row, row.cells))}
                  onLeaveOut={undoing() ? (row) => void acts.leaveOut(row) : undefined}
                />
              </Match>
            </Switch>
            <LoadMore list={rows()} />
          </>
        )}
      </Loaded>
      <RunBar
        scope={props.scope()}
        one={settled()}
        checking={underWay()}
        unsaved={corrections.unsaved()}
        show={props.show}
        onFirst={() => {
          view.choose("invalid")
          queueMicrotask(() => table?.focusAt(0))
        }}
      />
    </section>
  )
}
