import { For } from "solid-js"
import type { ToldIssue } from "@muster/domain/model/Issue"
import { t } from "../i18n/language.ts"

/** The values that would do, each one click away. */
export function Candidates(props: { issue: ToldIssue; busy: boolean; onUse: (value: string) => void }) {
  const name = (at: number) => {
    const { names } = props.issue.details
    return Array.isArray(names) && names[at] ? String(names[at]) : ""
  }
  return (
    <div class="candidates">
      <For each={props.issue.candidates}>
        {(candidate, at) => (
          <button
            type="button"
            class="chip"
            aria-busy={props.busy}
            onClick={() => props.busy || props.onUse(candidate)}
          >
            {t("cell.use", candidate)}
            <span class="chip-detail">{name(at())}</span>
          </button>
        )}
      </For>
    </div>
  )
}
