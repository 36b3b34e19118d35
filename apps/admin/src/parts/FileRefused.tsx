import { For, onMount, Show } from "solid-js"
import type { ToldIssue } from "@muster/domain/model/Issue"
import { t } from "../i18n/language.ts"
import { Icon } from "./Icon.tsx"

/** Why a file could not be taken in at all, and how to put it right. Takes the focus. */
export function FileRefused(props: {
  fileName: string
  issues: ReadonlyArray<ToldIssue>
  message: string
  /** Whether another way of reading it is offered below. */
  mayReadOtherwise: boolean
}) {
  let summary!: HTMLDivElement
  onMount(() => summary.focus())
  return (
    <div ref={summary} class="refused" role="alert" tabindex="-1" aria-labelledby="refused-title">
      <div class="refused-title">
        <Icon name="error" />
        <h2 id="refused-title">{t("refused.title", props.fileName)}</h2>
      </div>
      <p>{t("refused.hint")}</p>
      <ul>
        <For each={props.issues} fallback={<li>{props.message}</li>}>
          {(issue) => (
            <li>
              <p class="issue-message">
                <Show when={issue.row !== null && issue.row > 1}>{t("refused.row", issue.row ?? 0)} </Show>
                {issue.message}
              </p>
              <Show when={issue.suggestion}>
                <p class="issue-suggestion">{issue.suggestion}</p>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.mayReadOtherwise}>
        <p>{t("refused.otherwise")}</p>
      </Show>
    </div>
  )
}
