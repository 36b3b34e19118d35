import { For, Show } from "solid-js"
import { ImportMode, type ImportKind } from "@muster/domain/model/Import"
import { t } from "../i18n/language.ts"
import { importWords } from "../importWords.ts"

/** Whom the rows of a file are about. */
export function ModeChoice(props: {
  kind: ImportKind
  mode: ImportMode
  onMode: (mode: ImportMode) => void
}) {
  return (
    <div class="mode">
      <fieldset class="segmented">
        <legend>{t("mode.label")}</legend>
        <For each={ImportMode.literals}>
          {(mode) => (
            <label>
              <input
                type="radio"
                name="mode"
                value={mode}
                checked={props.mode === mode}
                onChange={() => props.onMode(mode)}
              />
              <span>{t(`mode.${importWords(props.kind)}.${mode}`)}</span>
            </label>
          )}
        </For>
      </fieldset>
      <Show when={props.mode !== "create"}>
        <p class="hint">{t("mode.hint")}</p>
      </Show>
    </div>
  )
}
