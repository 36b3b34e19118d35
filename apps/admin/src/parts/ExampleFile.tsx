import { For, Show } from "solid-js"
import type { ExampleFormat } from "@muster/client/imports"
import { t } from "../i18n/language.ts"
import { Icon } from "./Icon.tsx"

const formats: ReadonlyArray<readonly [ExampleFormat, label: string]> = [
  ["xlsx", "XLSX"],
  ["comma", "CSV (,)"],
  ["semicolon", "CSV (;)"],
]

/** The example file, as a workbook or as text with the separator that the reader's spreadsheet program wants. */
export function ExampleFile(props: {
  format: ExampleFormat
  address: string
  onFormat: (format: ExampleFormat) => void
  onDownload: () => void
}) {
  return (
    <div class="example">
      <fieldset class="segmented">
        <legend>{t("example.format")}</legend>
        <For each={formats}>
          {([format, label]) => (
            <label>
              <input
                type="radio"
                name="format"
                value={format}
                checked={props.format === format}
                onChange={() => props.onFormat(format)}
              />
              <span>
                {label}
                <Show when={format !== "xlsx" && format}>
                  {(separator) => <span class="visually-hidden"> {t(`example.${separator()}`)}</span>}
                </Show>
              </span>
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
