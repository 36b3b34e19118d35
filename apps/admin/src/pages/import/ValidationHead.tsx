import { Show } from "solid-js"
import type { ImportScope } from "@muster/domain/model/Import"
import { isSetAside } from "@muster/domain/model/setAside"
import { addresses } from "../../addresses.ts"
import { reportAddress, type AnsweredImport } from "@muster/client/imports"
import { api } from "../../api.ts"
import { language, t } from "../../i18n/language.ts"
import { importWords } from "../../importWords.ts"
import { Download } from "../../parts/Download.tsx"
import { Icon } from "../../parts/Icon.tsx"
import { ImportIssues } from "../../parts/ImportIssues.tsx"
import { Notice } from "../../parts/Notice.tsx"

/** What validation came to, in a sentence, and what was found about the file as a whole. */
export function ValidationHead(props: {
  scope: ImportScope
  one: AnsweredImport
  stopped: boolean
  heading: (element: HTMLElement) => void
  /** Opens the grid; null where the import cannot be corrected in one. */
  onGrid: (() => void) | null
}) {
  const counts = () => props.one.counts
  const refused = () => props.one.state === "refused"
  const setAside = () => isSetAside(props.one)
  const coming = () =>
    (["created", "updated", "removed"] as const).filter((outcome) => props.one.plan[outcome] > 0)
  const against = () => (props.one.mode === "create" ? importWords(props.one.kind) : "updating")
  const title = () =>
    setAside()
      ? t("validation.setAside")
      : refused()
        ? t("validation.refused", counts().invalid, counts().rows)
        : coming().length === 0
          ? t(`validation.nobody.${against()}`)
          : coming()
              .map((outcome) =>
                t(`validation.ready.${importWords(props.one.kind)}.${outcome}`, props.one.plan[outcome]),
              )
              .join(", ")
  return (
    <div class="validation-head">
      <div class="section-head">
        <h2 tabindex="-1" ref={props.heading}>
          {title()}
        </h2>
        <div class="actions">
          <Show when={props.onGrid}>
            {(open) => (
              <button type="button" class="button" onClick={() => open()()}>
                <Icon name="columns" />
                {t("inGrid.open")}
              </button>
            )}
          </Show>
          <Download
            label={t("validation.download")}
            address={(format) => reportAddress(api, props.scope, props.one.id, "all", format, language())}
          />
          <Show when={props.one.undoes === null}>
            <a class="button" href={addresses.newImport(props.scope)}>
              <Icon name="file" />
              {t("validation.another")}
            </a>
          </Show>
        </div>
      </div>
      <Show when={refused() && !setAside()}>
        <p class="muted">{t(`validation.refusedHint.${importWords(props.one.kind)}`)}</p>
      </Show>
      <Show when={props.stopped}>
        <Notice tone="warning" alert title={t("validation.stopped")}>
          <p>{t("validation.stoppedHint")}</p>
        </Notice>
      </Show>
      <ImportIssues issues={props.one.issues} />
      <Show when={counts().conflict > 0}>
        <Notice tone="conflict" title={t(`validation.conflict.${against()}`, counts().conflict)}>
          <p>{t(`validation.conflictHint.${against()}`)}</p>
        </Notice>
      </Show>
    </div>
  )
}
