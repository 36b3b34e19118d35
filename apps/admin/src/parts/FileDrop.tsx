import { createSignal, createUniqueId, Show } from "solid-js"
import { formatBytes, formatMoment } from "../i18n/format.ts"
import { t } from "../i18n/language.ts"
import { Icon } from "./Icon.tsx"

/** Where a file is chosen: with a button, or by dropping it on the field. */
export function FileDrop(props: {
  file: File | null
  limits: string
  onChoose: (file: File | null) => void
}) {
  const hintId = createUniqueId()
  const [over, setOver] = createSignal(false)
  const [several, setSeveral] = createSignal(false)
  let input!: HTMLInputElement

  const take = (files: FileList | null | undefined) => {
    setSeveral((files?.length ?? 0) > 1)
    if (files?.length === 1) props.onChoose(files[0] ?? null)
    // Emptied, so that the same file, edited and chosen again, counts as chosen.
    input.value = ""
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer?.files)
  }
  const drag = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <div
      class="drop"
      classList={{ over: over() }}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        type="file"
        class="visually-hidden"
        accept=".csv,.txt,.xlsx,text/csv,text/plain"
        tabindex="-1"
        aria-hidden="true"
        onChange={() => take(input.files)}
      />
      <Show
        when={props.file}
        fallback={
          <>
            <span class="drop-icon">
              <Icon name="upload" />
            </span>
            <button
              type="button"
              class="button primary"
              aria-describedby={hintId}
              onClick={() => input.click()}
            >
              {t("file.choose")}
            </button>
            <p class="muted">{t("file.drop")}</p>
          </>
        }
      >
        {(file) => (
          <>
            <span class="drop-icon">
              <Icon name="file" />
            </span>
            <div>
              <p class="drop-name">{file().name}</p>
              <p class="muted">
                {t(
                  "file.facts",
                  formatBytes(file().size),
                  formatMoment(new Date(file().lastModified).toISOString()),
                )}
              </p>
            </div>
            <button type="button" class="button" aria-describedby={hintId} onClick={() => input.click()}>
              {t("file.another")}
            </button>
          </>
        )}
      </Show>
      <p id={hintId} class="drop-limits">
        {props.limits}
      </p>
      <Show when={several()}>
        <p class="field-error" role="alert">
          <Icon name="error" /> {t("file.onlyOne")}
        </p>
      </Show>
    </div>
  )
}
