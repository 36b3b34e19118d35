import { createUniqueId, For, onMount, Show } from "solid-js"
import { dialectFields, type DialectChoice, type FileDialect } from "@muster/domain/rows/FileDialect"
import { t } from "../i18n/language.ts"
import { SelectField } from "./SelectField.tsx"

/** How a file of text is read and why, each part to be chosen otherwise; open from the start where it is unsure. */
export function ReadAs(props: {
  dialect: FileDialect
  /** Whether the file could not be read so. */
  isRefused?: boolean
  isChosen: boolean
  onChoose: (part: DialectChoice) => void
  onFindOut: () => void
}) {
  const row = createUniqueId()
  let details!: HTMLDetailsElement
  onMount(() => void (details.open = props.isRefused === true || props.dialect.reasons.delimiter === "first"))
  const summary = () =>
    t(
      "readAs.summary",
      t(`readAs.delimiters.${props.dialect.delimiter}`),
      t(`readAs.encodings.${props.dialect.encoding}`),
      props.dialect.headerRow,
    )
  const reasons = () => props.dialect.reasons
  const fields = () => [
    {
      label: t("readAs.delimiter"),
      value: props.dialect.delimiter,
      options: dialectFields.delimiter.literals.map((one) => [one, t(`readAs.delimiters.${one}`)] as const),
      reason: t(`readAs.because.delimiter.${reasons().delimiter}`),
      choose: (value: string) => ({ delimiter: named(dialectFields.delimiter.literals, value) }),
    },
    {
      label: t("readAs.quote"),
      value: props.dialect.quote,
      options: dialectFields.quote.literals.map((one) => [one, t(`readAs.quotes.${one}`)] as const),
      reason: t(`readAs.because.quote.${reasons().quote}`),
      choose: (value: string) => ({ quote: named(dialectFields.quote.literals, value) }),
    },
    {
      label: t("readAs.escape"),
      value: props.dialect.backslash ? "backslash" : "twice",
      options: (["twice", "backslash"] as const).map((one) => [one, t(`readAs.escapes.${one}`)] as const),
      reason: null,
      choose: (value: string) => ({ backslash: value === "backslash" }),
    },
    {
      label: t("readAs.encoding"),
      value: props.dialect.encoding,
      options: dialectFields.encoding.literals.map((one) => [one, t(`readAs.encodings.${one}`)] as const),
      reason: t(`readAs.because.encoding.${reasons().encoding}`),
      choose: (value: string) => ({ encoding: named(dialectFields.encoding.literals, value) }),
    },
  ]
  return (
    <details ref={details} class="read-as">
      <summary>
        <span role="status">{summary()}</span>
      </summary>
      <p class="muted">{t(props.isRefused === true ? "readAs.refused" : "readAs.text")}</p>
      <div class="read-as-fields">
        <For each={[0, 1, 2, 3]}>
          {(at) => (
            <div>
              <SelectField
                visibleLabel
                label={fields()[at]!.label}
                value={fields()[at]!.value}
                options={fields()[at]!.options}
                onChoose={(value) => props.onChoose(fields()[at]!.choose(value))}
              />
              <Show when={fields()[at]!.reason}>{(reason) => <p class="hint">{reason()}</p>}</Show>
            </div>
          )}
        </For>
        <div class="field">
          <label for={row}>{t("readAs.headerRow")}</label>
          <input
            id={row}
            type="number"
            min="1"
            max="999999"
            value={props.dialect.headerRow}
            onChange={(event) => {
              const { valueAsNumber, validity } = event.currentTarget
              if (validity.valid && valueAsNumber > 0) props.onChoose({ headerRow: valueAsNumber })
            }}
          />
          <p class="hint">{t(`readAs.because.header.${reasons().header}`)}</p>
        </div>
      </div>
      <Show when={props.isChosen}>
        <button type="button" class="button quiet" onClick={() => props.onFindOut()}>
          {t("readAs.findOut")}
        </button>
      </Show>
    </details>
  )
}

const named = <Name extends string>(names: ReadonlyArray<Name>, value: string): Name =>
  names.find((name) => name === value) ?? names[0]!
