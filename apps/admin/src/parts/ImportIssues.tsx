import { For, Show } from "solid-js"
import type { ToldIssue } from "@muster/domain/model/Issue"
import { Notice } from "./Notice.tsx"

/** What is to be said of a file, or of its import, as a whole. */
export function ImportIssues(props: { issues: ReadonlyArray<ToldIssue> }) {
  return (
    <For each={props.issues}>
      {(issue) => (
        <Notice tone={issue.severity} title={issue.message}>
          <Show when={issue.suggestion}>
            <p>{issue.suggestion}</p>
          </Show>
        </Notice>
      )}
    </For>
  )
}
