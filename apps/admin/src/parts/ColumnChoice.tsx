import { createSignal, createUniqueId, For } from "solid-js"
import { t } from "../i18n/language.ts"
import { placeUnder } from "../placeUnder.ts"
import { userColumnLabel, userColumns, type UserColumn } from "../userColumns.ts"
import { Icon } from "./Icon.tsx"

/** Which columns the list of users has. The last one cannot be taken away. */
export function ColumnChoice(props: {
  columns: ReadonlyArray<UserColumn>
  onChoose: (columns: ReadonlyArray<UserColumn>) => void
}) {
  const id = createUniqueId()
  const [open, setOpen] = createSignal(false)
  let trigger!: HTMLButtonElement
  let choices!: HTMLDivElement
  const toggle = (column: UserColumn) =>
    props.onChoose(
      props.columns.includes(column)
        ? props.columns.filter((one) => one !== column)
        : [...props.columns, column],
    )
  return (
    <>
      <button ref={trigger} type="button" class="button" popovertarget={id} aria-expanded={open()}>
        <Icon name="columns" />
        {t("users.columns")}
      </button>
      <div
        ref={choices}
        id={id}
        class="dropdown"
        popover="auto"
        role="group"
        aria-label={t("users.columns")}
        on:beforetoggle={() => placeUnder(trigger, choices)}
        on:toggle={(event: ToggleEvent) => setOpen(event.newState === "open")}
      >
        <For each={userColumns}>
          {(column) => (
            <label class="check dropdown-check">
              <input
                type="checkbox"
                checked={props.columns.includes(column)}
                disabled={props.columns.length === 1 && props.columns.includes(column)}
                onChange={() => toggle(column)}
              />
              {userColumnLabel(column)}
            </label>
          )}
        </For>
      </div>
    </>
  )
}
