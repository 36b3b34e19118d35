import { createMemo, createUniqueId, Show } from "solid-js"

/** A field to write in, its name above it and a hint below. */
export function TextField(props: {
  label: string
  name: string
  type?: "text" | "email" | "password" | "number"
  hint?: string
  autocomplete: string
  required?: boolean
  minLength?: number
  value?: string
}) {
  const id = createUniqueId()
  // Written into the field only when it is another one: what was typed stays otherwise.
  const value = createMemo(() => props.value ?? "")
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <input
        id={id}
        name={props.name}
        type={props.type ?? "text"}
        value={value()}
        required={props.required ?? true}
        minLength={props.minLength}
        autocomplete={props.autocomplete}
        autocapitalize="none"
        spellcheck={false}
        aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}
      />
      <Show when={props.hint}>
        <p class="field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      </Show>
    </div>
  )
}
