import { createMemo, createSignal, Show } from "solid-js"
import type { AnsweredImport } from "@muster/client/imports"
import type { ImportScope } from "@muster/domain/model/Import"
import { cancelImport } from "@muster/client/imports"
import { api } from "../../api.ts"
import { createAct } from "../../createAct.ts"
import { t } from "../../i18n/language.ts"
import { roughTime } from "../../i18n/roughTime.ts"
import { importWords } from "../../importWords.ts"
import { ConfirmDialog } from "../../parts/ConfirmDialog.tsx"
import { Failure } from "../../parts/Failure.tsx"
import { ProgressBar } from "../../parts/ProgressBar.tsx"

/** The server validates or runs the import: how far it has come, and a way to stop it. */
export function UnderWayStep(props: {
  scope: ImportScope
  one: AnsweredImport
  show: (one: AnsweredImport) => void
}) {
  const [asking, setAsking] = createSignal(false)
  const running = () => props.one.state === "running"
  const title = () =>
    props.one.undoes !== null
      ? t(running() ? "running.undo" : "undo.asking")
      : running()
        ? t(`running.${importWords(props.one.kind)}`)
        : t("validating.title")
  const left = createMemo(() => {
    const { secondsLeft } = props.one.progress
    return secondsLeft === null ? "" : t("progress.left", roughTime(secondsLeft))
  })
  const rate = () => {
    const { rowsPerSecond } = props.one.progress
    return rowsPerSecond === null ? "" : t("progress.rate", rowsPerSecond)
  }
  const cancel = createAct(async () => {
    props.show(await cancelImport(api, props.scope, props.one.id))
    setAsking(false)
  })
  return (
    <section class="panel">
      <h2 tabindex="-1">{title()}</h2>
      <ProgressBar
        label={running() ? t("running.progress") : t("validating.progress")}
        done={props.one.progress.done}
        total={props.one.progress.total}
        detail={t("progress.rows", props.one.progress.done, props.one.progress.total)}
        left={left()}
        rate={rate()}
      />
      <p class="muted">{t("running.leave")}</p>
      <div class="actions">
        <button type="button" class="button" onClick={() => setAsking(true)}>
          {t("import.cancel")}
        </button>
      </div>
      <ConfirmDialog
        open={asking()}
        title={t("cancelDialog.title")}
        confirm={t("cancelDialog.confirm")}
        cancel={t("cancelDialog.back")}
        danger
        busy={cancel.busy()}
        onConfirm={() => void cancel.start()}
        onClose={() => setAsking(false)}
      >
        <p>{running() ? t(`cancelDialog.${importWords(props.one.kind)}`) : t("cancelDialog.before")}</p>
        <Show when={cancel.failure()}>
          <Failure error={cancel.failure()} />
        </Show>
      </ConfirmDialog>
    </section>
  )
}
