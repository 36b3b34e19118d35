import { createUniqueId, For } from "solid-js"

/** A choice among a few, with its name above or, where there is no room, read out only. */
export function SelectField(props: {
  label: string
  value: string
  options: ReadonlyArray<readonly [value: string, label: string]>
  visibleLabel?: boolean
  required?: boolean
  error?: string | undefined
  onChoose: (value: string) => void
}) {
  const id = createUniqueId()
  return (
    <div class="field">
      <label for={id} class={props.visibleLabel ? "" : "visually-hidden"}>
        {props.label}
      </label>
      <select
        id={id}
        value={props.value}
        required={props.required ?? false}
        aria-invalid={props.error !== undefined}
        aria-describedby={props.error === undefined ? undefined : `${id}-error`}
        onChange={(event) => props.onChoose(event.currentTarget.value)}
      >
        <For each={props.options}>
          {([value, label]) => (
            <option value={value} selected={value === props.value}>
              {label}
            </option>
          )}
        </For>
      </select>
      {props.error !== undefined && (
        <p class="field-error" id={`${id}-error`}>
          {props.error}
        </p>
      )}
    </div>
  )
}
