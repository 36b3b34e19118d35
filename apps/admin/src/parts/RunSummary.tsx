import { For } from "solid-js"
import type { Import } from "@muster/domain/model/Import"
import { t } from "../i18n/language.ts"
import { importWords } from "../importWords.ts"
import { Icon, type IconName } from "./Icon.tsx"

/** What a run will do to the rows, before it is started. */
export function RunSummary(props: { one: Pick<Import, "kind" | "mode" | "counts" | "plan"> }) {
  const lines = () => {
    const { mode, plan } = props.one
    const kind = importWords(props.one.kind)
    const { conflict, invalid, skipped } = props.one.counts
    return (
      [
        ["check", plan.created, t(`run.will.${kind}.created`, plan.created)],
        ["check", plan.updated, t(`run.will.${kind}.updated`, plan.updated)],
        ["check", plan.unchanged, t(`run.will.${kind}.unchanged`, plan.unchanged)],
        ["check", plan.removed, t(`run.will.${kind}.removed`, plan.removed)],
        ["conflict", conflict, t(`run.conflict.${mode === "create" ? kind : "updating"}`, conflict)],
        ["error", invalid, t("run.invalid", invalid)],
        ["skipped", skipped, t("run.skipped", skipped)],
      ] satisfies ReadonlyArray<readonly [IconName, number, string]>
    ).filter(([, count]) => count > 0)
  }
  return (
    <ul class="summary">
      <For each={lines()}>
        {([icon, , text]) => (
          <li class={icon}>
            <Icon name={icon} />
            {text}
          </li>
        )}
      </For>
    </ul>
  )
}
