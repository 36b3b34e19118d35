import { createSignal, createUniqueId, Show } from "solid-js"
import type { IssueGroup } from "../issueGroups.ts"
import { t } from "../i18n/language.ts"
import { Candidates } from "./Candidates.tsx"
import { columnLabel } from "./columnLabel.ts"
import { ProgressBar } from "./ProgressBar.tsx"

/** One wrong value that many rows share, put right in all of them at once. */
export function ReplaceInAll(props: {
  group: IssueGroup
  replacing: { readonly done: number; readonly total: number } | null
  onReplace: (text: string) => void
}) {
  const id = createUniqueId()
  const [text, setText] = createSignal("")
  const column = () => columnLabel(props.group.column ?? "")
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (props.replacing === null && text().trim() !== "") props.onReplace(text())
  }
  return (
    <div class="replace">
      <p id={id}>{t("replace.title", props.group.rows.length, column(), props.group.value ?? "")}</p>
      <Show
        when={props.replacing}
        fallback={
          <div class="replace-with">
            <Candidates issue={props.group.example} busy={false} onUse={props.onReplace} />
            <form class="replace-form" onSubmit={submit}>
              <input
                type="text"
                aria-label={t("replace.text", column())}
                aria-describedby={id}
                placeholder={t("replace.placeholder")}
                value={text()}
                onInput={(event) => setText(event.currentTarget.value)}
              />
              <button type="submit" class="button">
                {t("replace.submit")}
              </button>
            </form>
          </div>
        }
      >
        {(replacing) => (
          <ProgressBar
            label={t("replace.under")}
            done={replacing().done}
            total={replacing().total}
            detail={t("progress.rows", replacing().done, replacing().total)}
          />
        )}
      </Show>
    </div>
  )
}
