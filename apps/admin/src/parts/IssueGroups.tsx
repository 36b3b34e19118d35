import { createSignal, For, Show } from "solid-js"
import type { IssueCode } from "@muster/domain/model/Issue"
import type { IssueGroup } from "../issueGroups.ts"
import { formatNumber } from "../i18n/format.ts"
import { t } from "../i18n/language.ts"
import { columnLabel } from "./columnLabel.ts"
import { Icon } from "./Icon.tsx"

const shownAtFirst = 6

/** What a group is called: the problem, its column where any may have it, and the value or the damage the rows share. */
const groupName = (group: IssueGroup): string => {
  const damage = group.repair && t(`repairs.kind.${group.repair}.name`)
  const isDamageAlone = damage !== null && damages.includes(group.code)
  return [
    isDamageAlone ? damage : t(`issue.${group.code}`),
    group.column !== null && group.code.startsWith("cell.") ? columnLabel(group.column) : null,
    isDamageAlone ? null : damage,
    group.value === null ? null : t("groups.value", group.value),
  ]
    .filter((part) => part !== null)
    .join(" · ")
}

/** Problems that say no more than the damage does. */
const damages: ReadonlyArray<IssueCode> = ["cell.damaged", "cell.control_character"]

/** The same problem in many rows is one line here; choosing it shows just those rows. */
export function IssueGroups(props: {
  groups: ReadonlyArray<IssueGroup>
  chosen: string | null
  onChoose: (key: string | null) => void
}) {
  const [all, setAll] = createSignal(false)
  const shown = () => (all() ? props.groups : props.groups.slice(0, shownAtFirst))
  return (
    <div class="groups" role="group" aria-label={t("groups.label")}>
      <For each={shown()}>
        {(group) => (
          <button
            type="button"
            class={`group ${group.severity}`}
            aria-pressed={props.chosen === group.key}
            onClick={() => props.onChoose(props.chosen === group.key ? null : group.key)}
          >
            <Icon name={group.severity} />
            <span>{groupName(group)}</span>
            <span class="group-count">
              {formatNumber(group.rows.length)}
              <span class="visually-hidden"> {t("groups.rows", group.rows.length)}</span>
            </span>
          </button>
        )}
      </For>
      <Show when={props.groups.length > shownAtFirst}>
        <button type="button" class="link" aria-expanded={all()} onClick={() => setAll(!all())}>
          {all() ? t("groups.fewer") : t("groups.more", props.groups.length - shownAtFirst)}
        </button>
      </Show>
    </div>
  )
}
