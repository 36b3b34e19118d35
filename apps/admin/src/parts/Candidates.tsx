import { For, Show } from "solid-js"
import type { ToldIssue } from "@muster/domain/model/Issue"
import type { RepairKind } from "@muster/domain/model/RepairKind"
import { t } from "../i18n/language.ts"

/** The repair that is offered, if any, and the values that would do, each one click away. */
export function Candidates(props: {
  issue: ToldIssue
  busy: boolean
  onUse: (value: string) => void
  onRepair?: (kind: RepairKind) => void
}) {
  const name = (at: number) => {
    const { names } = props.issue.details
    return Array.isArray(names) && names[at] ? String(names[at]) : ""
  }
  const label = (candidate: string) =>
    props.issue.code === "cell.repaired"
      ? t("cell.putBack", String(props.issue.details.from))
      : t("cell.use", candidate)
  const repair = () => (props.onRepair ? props.issue.repair : null)
  return (
    <div class="candidates">
      <Show when={repair()}>
        {(offered) => (
          <button
            type="button"
            class="chip"
            aria-busy={props.busy}
            onClick={() => props.busy || props.onRepair?.(offered().kind)}
          >
            {t("cell.repair", offered().to)}
          </button>
        )}
      </Show>
      <For each={props.issue.candidates}>
        {(candidate, at) => (
          <Show when={candidate !== repair()?.to}>
            <button
              type="button"
              class="chip"
              aria-busy={props.busy}
              onClick={() => props.busy || props.onUse(candidate)}
            >
              {label(candidate)}
              <span class="chip-detail">{name(at())}</span>
            </button>
          </Show>
        )}
      </For>
    </div>
  )
}
