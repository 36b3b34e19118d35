import { For } from "solid-js"
import type { Counts, ImportKind } from "@muster/domain/model/Import"
import { t } from "../i18n/language.ts"
import { Icon, type IconName } from "./Icon.tsx"

/** What a run will do to the rows, before it is started. */
export function RunSummary(props: { kind: ImportKind; counts: Counts }) {
  const lines = () => {
    const { valid, conflict, invalid, skipped } = props.counts
    return (
      [
        ["check", valid, t(`run.will.${props.kind}`, valid)],
        ["conflict", conflict, t(`run.conflict.${props.kind}`, conflict)],
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
