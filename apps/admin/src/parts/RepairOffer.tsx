import { For, Show } from "solid-js"
import type { RepairGroup } from "../repairGroups.ts"
import { t } from "../i18n/language.ts"

/** One kind of damage, with samples of what it would be repaired to, and the button that does so. */
export function RepairOffer(props: {
  group: RepairGroup
  counted: boolean
  busy: boolean
  onRepair: () => void
}) {
  const count = () => props.group.rows.length
  const label = () => (props.counted ? t("repairs.all", count()) : t("repairs.every"))
  const name = () => t(`repairs.kind.${props.group.kind}.name`)
  return (
    <li class="repair">
      <div class="repair-text">
        <p class="repair-name">{name()}</p>
        <p class="muted">{t(`repairs.kind.${props.group.kind}.why`)}</p>
        <ul class="repair-samples">
          <For each={props.group.samples}>
            {({ from, to }) => (
              <li>
                <del>{from}</del>
                <span aria-hidden="true"> → </span>
                <span class="visually-hidden"> {t("repairs.becomes")} </span>
                <ins>{to}</ins>
              </li>
            )}
          </For>
          <Show when={count() > props.group.samples.length}>
            <li class="muted" aria-hidden="true">
              …
            </li>
          </Show>
        </ul>
      </div>
      <button
        type="button"
        class="button"
        aria-busy={props.busy}
        aria-label={`${label()}: ${name()}`}
        onClick={() => props.busy || props.onRepair()}
      >
        {label()}
      </button>
    </li>
  )
}
