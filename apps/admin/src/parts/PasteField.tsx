import { createUniqueId } from "solid-js"
import { t } from "../i18n/language.ts"
import { Icon } from "./Icon.tsx"

/** Where a table is pasted. What comes in goes on at once; nothing stays in the field. */
export function PasteField(props: { onText: (text: string) => void }) {
  const id = createUniqueId()
  return (
    <div class="paste">
      <span class="drop-icon">
        <Icon name="columns" />
      </span>
      <label for={id}>{t("paste.label")}</label>
      <textarea
        id={id}
        rows="3"
        autocomplete="off"
        spellcheck={false}
        placeholder={t("paste.here")}
        aria-describedby={`${id}-hint`}
        on:paste={(event: ClipboardEvent) => {
          const text = event.clipboardData?.getData("text/plain") ?? ""
          if (text === "") return
          event.preventDefault()
          props.onText(text)
        }}
        onChange={(event) => {
          props.onText(event.currentTarget.value)
          event.currentTarget.value = ""
        }}
      />
      <p id={`${id}-hint`} class="hint">
        {t("paste.hint")}
      </p>
    </div>
  )
}
