import { For, onMount } from "solid-js"
import type { ToldRow } from "@muster/domain/messages/ToldImport"
import { t } from "../i18n/language.ts"
import { columnLabel } from "./columnLabel.ts"

/** Every cell of a row, to be corrected together. Escape leaves the row as it was. */
export function RowEditor(props: {
  row: ToldRow
  columns: ReadonlyArray<string>
  busy: boolean
  onSave: (cells: Readonly<Record<string, string>>) => void
  onClose: () => void
}) {
  let form!: HTMLFormElement
  onMount(() => form.querySelector("input")?.focus())
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const inputs = [...form.querySelectorAll("input")]
    const changed = inputs.filter(({ name, value }) => value !== props.row.cells[name])
    if (changed.length === 0) props.onClose()
    else props.onSave(Object.fromEntries(changed.map(({ name, value }) => [name, value])))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation()
      props.onClose()
    }
  }
  return (
    <form
      ref={form}
      class="row-editor"
      aria-label={t("row.editing", props.row.row)}
      onSubmit={save}
      onKeyDown={onKeyDown}
    >
      <div class="row-editor-cells">
        <For each={props.columns}>
          {(column) => (
            <label class="field">
              <span>{columnLabel(column)}</span>
              <input
                type="text"
                name={column}
                autocomplete="off"
                spellcheck={false}
                value={props.row.cells[column] ?? ""}
              />
            </label>
          )}
        </For>
      </div>
      <div class="actions">
        <button type="submit" class="button primary" aria-busy={props.busy}>
          {t("row.save")}
        </button>
        <button type="button" class="button" onClick={() => props.onClose()}>
          {t("cancel")}
        </button>
      </div>
    </form>
  )
}
