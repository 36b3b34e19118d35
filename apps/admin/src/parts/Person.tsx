import { Show } from "solid-js"
import { t } from "../i18n/language.ts"

/** Whom or what a row is about, as far as it says. */
export function Person(props: { cells: Readonly<Record<string, string>> }) {
  const name = () => {
    const { firstName, lastName, name } = props.cells
    return [firstName, lastName, name].filter((part) => part).join(" ")
  }
  const key = () => {
    const { email, username, departmentId, groupName } = props.cells
    return email || username || departmentId || groupName || t("table.noEmail")
  }
  return (
    <div class="person">
      <Show when={name()}>
        <span class="person-name">{name()}</span>
      </Show>
      <span class={name() ? "person-email" : "person-name"}>{key()}</span>
    </div>
  )
}
