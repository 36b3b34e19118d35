import { createSignal, Show } from "solid-js"
import type { AnsweredImport } from "@muster/client/imports"
import type { createGridSaving } from "../../createGridSaving.ts"
import { t } from "../../i18n/language.ts"
import { ConfirmDialog } from "../../parts/ConfirmDialog.tsx"
import { Failure } from "../../parts/Failure.tsx"
import { ProgressBar } from "../../parts/ProgressBar.tsx"

/** The ways out of the grid of an import: with what was changed saved, or without. `changed` is how many rows were. */
export function GridSaving(props: {
  one: AnsweredImport
  changed: number
  saving: ReturnType<typeof createGridSaving>
  /** What was changed is not wanted, or there is nothing. */
  onLeave: () => void
}) {
  const [leaving, setLeaving] = createSignal(false)
  const isSent = () => {
    const { done, total } = props.saving.progress()
    return total > 0 && done === total
  }
  const progress = () => (isSent() ? props.one.progress : props.saving.progress())
  return (
    <>
      <Show when={props.saving.failure()}>
        {(failure) => <Failure error={failure()} retry={() => void props.saving.start()} />}
      </Show>
      <Show when={props.saving.busy()}>
        <div class="late">
          <ProgressBar
            label={t(isSent() ? "inGrid.validating" : "inGrid.saving")}
            done={progress().done}
            total={progress().total}
            detail={t("progress.rows", progress().done, progress().total)}
          />
        </div>
      </Show>
      <div class="actions end">
        <button
          type="button"
          class="button"
          onClick={() => (props.changed > 0 ? setLeaving(true) : props.onLeave())}
        >
          {t("inGrid.leave")}
        </button>
        <button
          type="button"
          class="button primary"
          aria-busy={props.saving.busy()}
          aria-disabled={props.changed === 0}
          onClick={() => props.changed > 0 && void props.saving.start()}
        >
          {t("inGrid.save", props.changed)}
        </button>
      </div>
      <ConfirmDialog
        open={leaving()}
        title={t("inGrid.discardTitle")}
        confirm={t("inGrid.discard")}
        danger
        cancel={t("inGrid.back")}
        onConfirm={() => props.onLeave()}
        onClose={() => setLeaving(false)}
      >
        <p>{t("inGrid.discardText", props.changed)}</p>
      </ConfirmDialog>
    </>
  )
}
