import { createSignal, onCleanup, onMount, Show } from "solid-js"
import type { AnsweredImport } from "@muster/client/imports"
import type { ImportScope } from "@muster/domain/model/Import"
import { createAct } from "../../createAct.ts"
import { draftIdOf } from "../../drafts/draftIdOf.ts"
import { readDraft, type Draft } from "../../drafts/draftStore.ts"
import type { GridRow } from "../../grid/GridRow.ts"
import { loadImportRows } from "../../grid/loadImportRows.ts"
import { t } from "../../i18n/language.ts"
import { Failure } from "../../parts/Failure.tsx"
import { ProgressBar } from "../../parts/ProgressBar.tsx"
import { useSession } from "../../session.ts"
import { ImportGrid } from "./ImportGrid.tsx"

/** All rows of an import that waits for correction, in a grid. */
export default function CorrectInGrid(props: {
  scope: ImportScope
  one: AnsweredImport
  show: (one: AnsweredImport) => void
  whenSettled: () => Promise<void>
  onClose: () => void
}) {
  const [loaded, setLoaded] = createSignal(0)
  const [rows, setRows] = createSignal<ReadonlyArray<GridRow> | null>(null)
  const [draft, setDraft] = createSignal<Draft | null>(null)
  const session = useSession()
  const draftId = draftIdOf(session().user.id, props.scope, props.one.id)
  const gone = new AbortController()
  onCleanup(() => gone.abort())
  const load = createAct(async () => {
    const { id, columns } = props.one
    const all = await loadImportRows(props.scope, id, columns, setLoaded, gone.signal)
    setDraft(await readDraft(draftId))
    setRows(all)
  })
  onMount(() => void load.start())
  const total = () => props.one.counts.rows - props.one.counts.skipped
  return (
    <section class="validation">
      <h2 tabindex="-1">{t("inGrid.title")}</h2>
      <p class="muted">{t("inGrid.lead", props.one.counts.skipped)}</p>
      <Show when={load.failure()}>
        {(failure) => <Failure error={failure()} retry={() => void load.start()} />}
      </Show>
      <Show when={load.busy()}>
        <div class="late">
          <ProgressBar
            label={t("inGrid.loading")}
            done={loaded()}
            total={total()}
            detail={t("progress.rows", loaded(), total())}
          />
        </div>
      </Show>
      <Show when={rows()}>
        {(all) => (
          <ImportGrid
            scope={props.scope}
            one={props.one}
            rows={all()}
            draftId={draftId}
            draft={draft()}
            show={props.show}
            whenSettled={props.whenSettled}
            onClose={props.onClose}
          />
        )}
      </Show>
    </section>
  )
}
