import { createSignal, createUniqueId, Show } from "solid-js"
import type { ImportScope } from "@muster/domain/model/Import"
import { isSetAside } from "@muster/domain/model/setAside"
import { announce } from "../../announce.ts"
import { cancelImport, changeOptions, runImport, type AnsweredImport } from "@muster/client/imports"
import { api } from "../../api.ts"
import { createAct } from "../../createAct.ts"
import { t } from "../../i18n/language.ts"
import { importWords } from "../../importWords.ts"
import { ConfirmDialog } from "../../parts/ConfirmDialog.tsx"
import { Failure } from "../../parts/Failure.tsx"
import { Icon } from "../../parts/Icon.tsx"
import { RunSummary } from "../../parts/RunSummary.tsx"

/** Always in sight under the rows: what stands in the way of the import, and the button that runs it. */
export function RunBar(props: {
  scope: ImportScope
  one: AnsweredImport
  checking: boolean
  unsaved: number
  show: (one: AnsweredImport) => void
  /** Takes the reader to the first row that stands in the way. */
  onFirst: () => void
}) {
  const reasonId = createUniqueId()
  const [asking, setAsking] = createSignal<"run" | "cancel" | null>(null)
  const counts = () => props.one.counts
  const skips = () => props.one.invalidRows === "skip"
  const obstacle = (): string | null =>
    props.checking
      ? t("run.checking")
      : props.unsaved > 0
        ? t("run.unsaved", props.unsaved)
        : isSetAside(props.one)
          ? t("run.setAside")
          : props.one.state === "refused"
            ? t(`run.refused.${importWords(props.one.kind)}`, counts().invalid)
            : null
  const plan = () => props.one.plan
  const changesNothing = () => plan().created + plan().updated + plan().removed === 0
  const label = () =>
    changesNothing() && props.one.state === "ready"
      ? t("run.nobody")
      : props.one.undoes === null
        ? t(`run.submit.${importWords(props.one.kind)}`, plan().created, plan().updated)
        : t(`run.undo.${importWords(props.one.kind)}`, plan().removed, plan().updated)

  const run = createAct(async () => {
    const running = await runImport(api, props.scope, props.one.id)
    setAsking(null)
    props.show(running)
  })
  const cancel = createAct(async () => {
    const cancelled = await cancelImport(api, props.scope, props.one.id)
    setAsking(null)
    props.show(cancelled)
  })
  const skip = createAct(async () => {
    props.show(
      await changeOptions(api, props.scope, props.one.id, { invalidRows: skips() ? "refuse" : "skip" }),
    )
  })
  const start = () => {
    if (obstacle() === null) return setAsking("run")
    announce(obstacle() ?? "")
    if (!props.checking) props.onFirst()
  }

  return (
    <div class="run-bar">
      <Show when={run.failure() ?? cancel.failure() ?? skip.failure()}>
        {(failure) => <Failure error={failure()} />}
      </Show>
      <div class="run-bar-line">
        <div class="run-bar-text">
          <p id={reasonId} class="run-bar-reason" classList={{ ready: obstacle() === null }}>
            <Icon name={obstacle() === null ? "success" : props.checking ? "waiting" : "error"} />
            {obstacle() ?? t("run.ready")}
          </p>
          <Show when={props.one.kind === "platform-users" && counts().invalid > 0}>
            <label class="check">
              <input
                type="checkbox"
                checked={skips()}
                aria-busy={skip.busy()}
                onChange={() => void skip.start()}
              />
              <span>{t("run.skip", counts().invalid)}</span>
            </label>
          </Show>
        </div>
        <div class="actions">
          <button type="button" class="button quiet" onClick={() => setAsking("cancel")}>
            {t("import.cancel")}
          </button>
          <button
            type="button"
            class="button primary"
            aria-disabled={obstacle() !== null}
            aria-describedby={reasonId}
            onClick={start}
          >
            {label()}
          </button>
        </div>
      </div>
      <ConfirmDialog
        open={asking() === "run"}
        title={changesNothing() ? t("run.nobodyTitle") : t("run.title", label())}
        confirm={label()}
        danger={plan().removed > 0}
        busy={run.busy()}
        onConfirm={() => void run.start()}
        onClose={() => setAsking(null)}
      >
        <RunSummary one={props.one} />
        <Show when={run.failure()}>
          <Failure error={run.failure()} />
        </Show>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking() === "cancel"}
        title={t("cancelDialog.title")}
        confirm={t("cancelDialog.confirm")}
        cancel={t("cancelDialog.back")}
        danger
        busy={cancel.busy()}
        onConfirm={() => void cancel.start()}
        onClose={() => setAsking(null)}
      >
        <p>{t("cancelDialog.before")}</p>
      </ConfirmDialog>
    </div>
  )
}
