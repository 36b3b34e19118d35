import { createMemo, createUniqueId, For, onCleanup, Show } from "solid-js"
import type { RepairKind } from "@muster/domain/model/RepairKind"
import type { RepairGroup } from "../repairGroups.ts"
import { t } from "../i18n/language.ts"
import { Icon } from "./Icon.tsx"
import { RepairOffer } from "./RepairOffer.tsx"

/** What is damaged in a known way: why, how some of it would be repaired, and one button for all of it. */
export function RepairOffers(props: {
  groups: ReadonlyArray<RepairGroup>
  /** Whether the groups are of all rows of the file. */
  counted: boolean
  isRepairing: (kind: RepairKind) => boolean
  onRepair: (group: RepairGroup) => void
  /** Told the element, and null once it is gone. */
  shown: (element: HTMLElement | null) => void
}) {
  const id = createUniqueId()
  // By kind: a list of groups would be drawn anew with every answer, under the pointer.
  const kinds = createMemo(() => props.groups.map(({ kind }) => kind))
  onCleanup(() => props.shown(null))
  return (
    <section class="repairs" aria-labelledby={id} ref={props.shown}>
      <h3 id={id} class="repairs-title">
        <Icon name="repair" />
        {t("repairs.title")}
      </h3>
      <p class="muted">{t("repairs.hint")}</p>
      <ul class="repair-list">
        <For each={kinds()}>
          {(kind) => (
            <Show when={props.groups.find((group) => group.kind === kind)}>
              {(group) => (
                <RepairOffer
                  group={group()}
                  counted={props.counted}
                  busy={props.isRepairing(kind)}
                  onRepair={() => props.onRepair(group())}
                />
              )}
            </Show>
          )}
        </For>
      </ul>
    </section>
  )
}
