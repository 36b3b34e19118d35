import { createUniqueId, For } from "solid-js"
import { createCatalogue } from "../createCatalogue.ts"
import { t } from "../i18n/language.ts"

/** A list of permissions, by name; those that are known are suggested. */
export function PermissionField(props: {
  title: string
  hint: string
  permissions: ReadonlyArray<string>
  /** Those that others have; what the product registered is suggested too. */
  known: ReadonlyArray<string>
  onChange: (permissions: ReadonlyArray<string>) => void
}) {
  const id = createUniqueId()
  const catalogue = createCatalogue()
  const registered = () => new Map((catalogue().data ?? []).map((one) => [one.name, one.description]))
  const suggested = () => (registered().size > 0 ? [...registered().keys()] : props.known)
  let field!: HTMLInputElement
  const add = () => {
    const name = field.value.trim()
    field.value = ""
    field.focus()
    if (name !== "" && !props.permissions.includes(name)) props.onChange([...props.permissions, name])
  }
  return (
    <fieldset class="extra">
      <legend>{props.title}</legend>
      <p class="muted" id={`${id}-hint`}>
        {props.hint}
      </p>
      <ul class="chips">
        <For each={props.permissions}>
          {(name) => (
            <li>
              <button
                type="button"
                class="chip"
                aria-label={t("access.leaveOutOf", name)}
                onClick={() => {
                  props.onChange(props.permissions.filter((one) => one !== name))
                  field.focus()
                }}
              >
                <code title={registered().get(name)}>{name}</code> ×
              </button>
            </li>
          )}
        </For>
      </ul>
      <div class="extra-place single">
        <div class="field">
          <label for={id}>{t("access.permission")}</label>
          <input
            id={id}
            ref={field}
            list={`${id}-known`}
            maxLength={200}
            autocomplete="off"
            aria-describedby={`${id}-hint`}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return
              event.preventDefault()
              add()
            }}
          />
          <datalist id={`${id}-known`}>
            <For each={suggested()}>{(name) => <option value={name}>{registered().get(name)}</option>}</For>
          </datalist>
        </div>
        <button type="button" class="button" onClick={add}>
          {t("access.addPermission")}
        </button>
      </div>
    </fieldset>
  )
}
