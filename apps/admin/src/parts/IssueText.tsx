import { Show } from "solid-js"
import type { ToldIssue } from "@muster/domain/model/Issue"
import { t } from "../i18n/language.ts"
import { Icon } from "./Icon.tsx"

/** One finding: how grave it is, what is wrong, and what to do about it. */
export function IssueText(props: { issue: ToldIssue }) {
  return (
    <div class={`issue ${props.issue.severity}`}>
      <Icon name={props.issue.severity} />
      <div>
        <p class="issue-message">
          <span class="visually-hidden">{t(`severity.${props.issue.severity}`)}: </span>
          {props.issue.message}
        </p>
        <Show when={props.issue.suggestion}>
          <p class="issue-suggestion">{props.issue.suggestion}</p>
        </Show>
      </div>
    </div>
  )
}
