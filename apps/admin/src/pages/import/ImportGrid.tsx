import { createEffect, createMemo, createSignal, on, onMount, Show } from "solid-js"
import type { AnsweredImport } from "@muster/client/imports"
import { draftCheck } from "@muster/domain/drafts/draftCheck"
import type { ImportScope } from "@muster/domain/model/Import"
import { announce } from "../../announce.ts"
import { createDraftPlaces } from "../../createDraftPlaces.ts"
import { actOfDraft } from "../../drafts/actOfDraft.ts"
import { createDraftKeeper } from "../../drafts/createDraftKeeper.ts"
import type { Draft } from "../../drafts/draftStore.ts"
import { createPasting } from "../../createPasting.ts"
import { createGridSaving } from "../../createGridSaving.ts"
import { createGrid } from "../../grid/createGrid.ts"
import type { GridRow } from "../../grid/GridRow.ts"
import type { Taken } from "../../grid/pasteText.ts"
import { rowChanges } from "../../grid/rowChanges.ts"
import { formatMoment } from "../../i18n/format.ts"
import { t } from "../../i18n/language.ts"
import { ConfirmDialog } from "../../parts/ConfirmDialog.tsx"
import { DraftKept } from "../../parts/DraftKept.tsx"
import { Failure } from "../../parts/Failure.tsx"
import { GridWorkbench } from "../../parts/GridWorkbench.tsx"
import { Notice } from "../../parts/Notice.tsx"
import { ProgressBar } from "../../parts/ProgressBar.tsx"
import { TakenColumns } from "../../parts/TakenColumns.tsx"
import { useSession } from "../../session.ts"

/** The rows of an import in a grid, with what the server found in them, until what was changed is saved. */
export function ImportGrid(props: {
  scope: ImportScope
  one: AnsweredImport
  rows: ReadonlyArray<GridRow>
  /** By what the changes are kept in this browser, and those that were kept before. */
  draftId: string
  draft: Draft | null
  show: (one: AnsweredImport) => void
  whenSettled: () => Promise<void>
  onClose: () => void
}) {
  const { kind, columns } = props.one
  const places = createDraftPlaces(() => props.scope)
  const check = createMemo(() => {
    const { mode, invalidRows } = props.one
    return draftCheck(kind, { mode, invalidRows }, places())
  })
  const session = useSession()
  const keeper = createDraftKeeper(props.draftId, [], () =>
    grid.changed() === 0
      ? null
      : {
          userId: session().user.id,
          mode: props.one.mode,
          columns,
          rows: grid.changed(),
          order: null,
          gone: props.rows.filter(({ isIn }) => !isIn).map(({ id }) => id),
        },
  )
  const grid = createGrid({
    kind,
    columns,
    rows: props.rows,
    check: check(),
    grows: false,
    onTouched: keeper.touch,
  })
  createEffect(on(check, (by) => grid.checkBy(by), { defer: true }))

  const [restored, setRestored] = createSignal<number | null>(null)
  const { draft } = props
  if (draft !== null)
    void grid.perform(function* () {
      const isOther = yield* grid.run(yield* actOfDraft(draft, grid.table))
      setRestored(isOther ? grid.version() : null)
    })
  const [leaving, setLeaving] = createSignal(false)
  let focus = () => {}
  onMount(() => queueMicrotask(() => focus()))

  const saving = createGridSaving({
    scope: () => props.scope,
    id: () => props.one.id,
    changes: () => grid.perform(() => rowChanges(columns, props.rows)),
    show: props.show,
    whenSettled: props.whenSettled,
    onSaved: async (rows) => {
      await keeper.end()
      announce(t("inGrid.saved", rows))
      props.onClose()
    },
  })
  const { paste, taken } = createPasting(grid, places)
  return (
    <>
      <Show when={grid.version() === restored() && props.draft}>
        {(draft) => (
          <Notice
            tone="info"
            title={t(
              "drafts.again",
              formatMoment(new Date(draft().head.at).toISOString()),
              draft().head.rows,
            )}
            action={
              <button type="button" class="button" onClick={() => void grid.undo()}>
                {t("drafts.discardChanges")}
              </button>
            }
          />
        )}
      </Show>
      <Show when={isWorthTelling(taken())}>
        {(one) => <TakenColumns taken={one()} noRoom={t("inGrid.noNewRows")} />}
      </Show>
      <div inert={saving.busy()}>
        <GridWorkbench
          grid={grid}
          label={t("inGrid.title")}
          onPaste={paste}
          handle={(given) => (focus = given)}
        />
      </div>
      <DraftKept at={keeper.keptAt()} />
      <Show when={saving.failure()}>
        {(failure) => <Failure error={failure()} retry={() => void saving.start()} />}
      </Show>
      <Show when={saving.busy()}>
        <div class="late">
          <ProgressBar
            label={t("inGrid.saving")}
            done={saving.progress().done}
            total={saving.progress().total}
            detail={t("progress.rows", saving.progress().done, saving.progress().total)}
          />
        </div>
      </Show>
      <div class="actions end">
        <button
          type="button"
          class="button"
          onClick={() => (grid.changed() > 0 ? setLeaving(true) : props.onClose())}
        >
          {t("inGrid.leave")}
        </button>
        <button
          type="button"
          class="button primary"
          aria-busy={saving.busy()}
          aria-disabled={grid.changed() === 0}
          onClick={() => grid.changed() > 0 && void saving.start()}
        >
          {t("inGrid.save", grid.changed())}
        </button>
      </div>
      <ConfirmDialog
        open={leaving()}
        title={t("inGrid.discardTitle")}
        confirm={t("inGrid.discard")}
        danger
        cancel={t("inGrid.back")}
        onConfirm={() => void keeper.end().then(props.onClose)}
        onClose={() => setLeaving(false)}
      >
        <p>{t("inGrid.discardText", grid.changed())}</p>
      </ConfirmDialog>
    </>
  )
}

/** A few cells written where somebody is speak for themselves. */
const isWorthTelling = (taken: Taken | null) =>
  taken !== null && (taken.left > 0 || taken.matches !== null) && taken
