import { Show } from "solid-js"
import { t } from "../i18n/language.ts"

/** Who a row is about, as far as it says. */
export function Person(props: { cells: Readonly<Record<string, string>> }) {
  const name = () => [props.cells.firstName, props.cells.lastName].filter((part) => part).join(" ")
  return (
    <div class="person">
      <Show when={name()}>
        <span class="person-name">{name()}</span>
      </Show>
      <span class={name() ? "person-email" : "person-name"}>
        {props.cells.email || props.cells.username || t("table.noEmail")}
      </span>
    </div>
  )
}
