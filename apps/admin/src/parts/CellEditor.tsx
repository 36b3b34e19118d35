import { createUniqueId, Show } from "solid-js"
import { t } from "../i18n/language.ts"
import { Icon } from "./Icon.tsx"

/**
 * One cell to correct: Enter saves what was typed, Escape takes it back. `described` is the id of the text
 * that says what is wrong.
 */
export function CellEditor(props: {
  label: string
  value: string
  draft: string | undefined
  described: string
  invalid: boolean
  busy: boolean
  onDraft: (text: string | null) => void
  onSave: (text: string) => void
}) {
  const id = createUniqueId()
  const changed = () => props.draft !== undefined && props.draft !== props.value
  const save = () => {
    if (!props.busy && changed()) props.onSave(props.draft ?? "")
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault()
      save()
    }
    if (event.key === "Escape" && changed()) {
      event.stopPropagation()
      props.onDraft(null)
    }
  }
  return (
    <div class="cell-editor" aria-busy={props.busy}>
      <label for={id}>{props.label}</label>
      <div class="cell-input">
        <input
          id={id}
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={props.draft ?? props.value}
          readOnly={props.busy}
          aria-invalid={props.invalid}
          aria-describedby={props.described}
          placeholder={t("cell.blank")}
          onInput={(event) => props.onDraft(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <Show when={changed()}>
          <button type="button" class="button primary icon-only small" onClick={save} aria-busy={props.busy}>
            <Icon name="check" />
            <span class="visually-hidden">{t("cell.save", props.label)}</span>
          </button>
          <Show when={!props.busy}>
            <button type="button" class="button icon-only small" onClick={() => props.onDraft(null)}>
              <Icon name="undo" />
              <span class="visually-hidden">{t("cell.revert", props.label)}</span>
            </button>
          </Show>
        </Show>
      </div>
    </div>
  )
}
