import { For } from "solid-js"
import type { ExampleDelimiter } from "@muster/client/imports"
import { t } from "../i18n/language.ts"
import { Icon } from "./Icon.tsx"

const delimiters: ReadonlyArray<ExampleDelimiter> = ["comma", "semicolon"]

/** The example file, with the separator that the reader's spreadsheet program wants. */
export function ExampleFile(props: {
  delimiter: ExampleDelimiter
  address: string
  onDelimiter: (delimiter: ExampleDelimiter) => void
  onDownload: () => void
}) {
  return (
    <div class="example">
      <fieldset class="segmented">
        <legend>{t("example.separator")}</legend>
        <For each={delimiters}>
          {(delimiter) => (
            <label>
              <input
                type="radio"
                name="delimiter"
                value={delimiter}
                checked={props.delimiter === delimiter}
                onChange={() => props.onDelimiter(delimiter)}
              />
              <span>{t(`example.${delimiter}`)}</span>
            </label>
          )}
        </For>
      </fieldset>
      <a class="button" href={props.address} download="" onClick={() => props.onDownload()}>
        <Icon name="download" />
        {t("example.download")}
      </a>
    </div>
  )
}
