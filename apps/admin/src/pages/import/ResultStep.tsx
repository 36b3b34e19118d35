import { createMemo, createSignal, Show, type Accessor } from "solid-js"
import type { ImportScope } from "@muster/domain/model/Import"
import { addresses, scopeOf } from "../../addresses.ts"
import { reportAddress, type AnsweredImport, type RowsWanted } from "@muster/client/imports"
import { api } from "../../api.ts"
import { createRows } from "../../createRows.ts"
import { language, t } from "../../i18n/language.ts"
import { importWords } from "../../importWords.ts"
import { groupKey, issueGroups } from "../../issueGroups.ts"
import { ChangesTable } from "../../parts/ChangesTable.tsx"
import { Download } from "../../parts/Download.tsx"
import { Icon } from "../../parts/Icon.tsx"
import { ImportIssues } from "../../parts/ImportIssues.tsx"
import { Invitations } from "../../parts/Invitations.tsx"
import { IssueGroups } from "../../parts/IssueGroups.tsx"
import { IssueTable } from "../../parts/IssueTable.tsx"
import { LoadMore } from "../../parts/LoadMore.tsx"
import { Loaded } from "../../parts/Loaded.tsx"
import { ResultCounts } from "../../parts/ResultCounts.tsx"
import { UndoImport } from "../../parts/UndoImport.tsx"
import { useMay } from "../../session.ts"

const notDone: RowsWanted = { statuses: ["failed", "invalid", "conflict"] }
const changed: RowsWanted = { statuses: ["updated"] }

/** What became of the rows: how many are done, which are not and why, and what one may want next. */
export function ResultStep(props: { scope: Accessor<ImportScope>; one: AnsweredImport }) {
  const may = useMay()
  const counts = () => props.one.counts
  const failed = () => counts().failed + counts().invalid + counts().conflict
  const usersAddress = () =>
    props.one.kind === "platform-users" && counts().created > 0
      ? addresses.usersOf(props.one.id)
      : addresses.made(props.one.kind, props.scope())
  const databaseKind = () => (props.one.kind === "platform-users" ? undefined : props.one.kind)
  const undoing = () => props.one.undoes !== null
  const title = () =>
    undoing() && props.one.state === "completed"
      ? t(`undo.done.${importWords(props.one.kind)}`, counts().removed, counts().updated)
      : props.one.state === "completed"
        ? t(`result.completed.${importWords(props.one.kind)}`, counts().created, counts().updated)
        : t(
            `result.${props.one.state === "cancelled" ? "cancelled" : "failed"}`,
            counts().created + counts().updated + counts().removed,
          )
  const hint = () => {
    const ended = props.one.state === "completed"
    if (undoing()) return ended ? (failed() > 0 ? t("undo.hint") : null) : t("undo.stopped")
    if (ended && counts().created === 0) return null
    return t(`result.hint.${importWords(props.one.kind)}.${ended ? "done" : "stopped"}`)
  }
  return (
    <section class="result">
      <div class="panel result-head" classList={{ [props.one.state]: true }}>
        <div class="result-title">
          <Icon name={props.one.state === "completed" ? "success" : "error"} />
          <h2 tabindex="-1">{title()}</h2>
        </div>
        <Show when={hint()}>{(text) => <p class="muted">{text()}</p>}</Show>
        <ImportIssues issues={props.one.issues.filter(({ severity }) => severity === "error")} />
        <ResultCounts counts={counts()} kind={props.one.kind} always={undoing() ? "removed" : "created"} />
        <div class="actions">
          <Show when={props.one.kind === "platform-users" && counts().created > 0}>
            <a class="button primary" href={addresses.giveAccess(props.one.id)}>
              <Icon name="key" />
              {t("result.giveAccess")}
            </a>
          </Show>
          <Download
            label={t("result.report")}
            address={(format) => reportAddress(api, props.scope(), props.one.id, "all", format, language())}
          />
          <Show when={!undoing()}>
            <a
              class="button"
              href={addresses.newImport(scopeOf(props.scope().databaseId ?? undefined, databaseKind()))}
            >
              {t(`result.another.${importWords(props.one.kind)}`)}
            </a>
          </Show>
          <a class="button quiet" href={usersAddress()}>
            {t(`result.users.${importWords(props.one.kind)}`)}
          </a>
        </div>
        <UndoImport scope={props.scope()} one={props.one} />
      </div>
      <Show when={props.one.kind === "platform-users" && counts().created > 0 && may("users.invite")}>
        <Invitations importId={props.one.id} />
      </Show>
      <Show when={failed() > 0}>
        <NotDone scope={props.scope} one={props.one} count={failed()} />
      </Show>
      <Show when={failed() === 0 && counts().unprocessed > 0}>
        <section class="not-done">
          <div class="section-head">
            <h3>{t("result.notReached", counts().unprocessed)}</h3>
            <ErrorFile scope={props.scope} one={props.one} />
          </div>
        </section>
      </Show>
      <Show when={counts().updated > 0}>
        <Changed scope={props.scope} one={props.one} />
      </Show>
    </section>
  )
}

function NotDone(props: { scope: Accessor<ImportScope>; one: AnsweredImport; count: number }) {
  const rows = createRows(
    props.scope,
    () => props.one.id,
    () => notDone,
  )
  const [group, setGroup] = createSignal<string | null>(null)
  const groups = createMemo(() => issueGroups(rows().data ?? []))
  const shown = createMemo(() =>
    (rows().data ?? []).filter(
      (row) => group() === null || row.issues.some((issue) => groupKey(issue) === group()),
    ),
  )
  return (
    <section class="not-done">
      <div class="section-head">
        <h3>{t("result.notDone", props.count)}</h3>
        <ErrorFile scope={props.scope} one={props.one} />
      </div>
      <Show when={props.one.counts.unprocessed > 0}>
        <p class="muted">{t("result.notReachedToo", props.one.counts.unprocessed)}</p>
      </Show>
      <p class="muted">
        {props.one.undoes === null ? t(`result.notDoneHint.${importWords(props.one.kind)}`) : t("undo.kept")}
      </p>
      <Loaded query={rows()}>
        {() => (
          <>
            <IssueGroups groups={groups()} chosen={group()} onChoose={setGroup} />
            <p class="table-count" role="status">
              {t("rows.shown", shown().length)}
            </p>
            <IssueTable caption={t("result.caption")} rows={shown()} columns={props.one.columns} />
            <LoadMore list={rows()} />
          </>
        )}
      </Loaded>
    </section>
  )
}

/** The rows that were not done, as a file that uploads again. */
function ErrorFile(props: { scope: Accessor<ImportScope>; one: AnsweredImport }) {
  return (
    <Download
      label={t("result.errorFile")}
      primary={props.one.counts.created + props.one.counts.updated === 0}
      address={(format) => reportAddress(api, props.scope(), props.one.id, "failed", format, language())}
    />
  )
}

function Changed(props: { scope: Accessor<ImportScope>; one: AnsweredImport }) {
  const rows = createRows(
    props.scope,
    () => props.one.id,
    () => changed,
  )
  return (
    <section class="not-done">
      <h3>{t(`result.changed.${importWords(props.one.kind)}`, props.one.counts.updated)}</h3>
      <Loaded query={rows()}>
        {(loaded) => (
          <>
            <ChangesTable rows={loaded()} />
            <LoadMore list={rows()} />
          </>
        )}
      </Loaded>
    </section>
  )
}
