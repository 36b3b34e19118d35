import { For, onMount, Show } from "solid-js"
import type { ImportKind } from "@muster/domain/model/Import"
import { meaningsOf, type ColumnMatch, type ColumnMeaning } from "@muster/domain/rows/ColumnMatch"
import type { DialectChoice } from "@muster/domain/rows/FileDialect"
import { splitName } from "@muster/domain/rows/splitName"
import type { ColumnChoice } from "../createColumnChoice.ts"
import { t } from "../i18n/language.ts"
import { columnLabel } from "./columnLabel.ts"
import { ListTable } from "./ListTable.tsx"
import { Notice } from "./Notice.tsx"
import { ReadAs } from "./ReadAs.tsx"
import { SelectField } from "./SelectField.tsx"

/** What each column of a file is taken for, with its first cells, to be confirmed or chosen anew. Takes the focus. */
export function MatchColumns(props: {
  kind: ImportKind
  choice: ColumnChoice
  onChoose: (position: number, meaning: ColumnMeaning | null) => void
  onDialect: (part: DialectChoice | null) => void
}) {
  let title!: HTMLHeadingElement
  onMount(() => title.focus())
  const options = () => [
    ["", t("match.notUsed")] as const,
    ...meaningsOf(props.kind).map((meaning) => [meaning, labelOf(meaning)] as const),
  ]
  const named = (names: ReadonlyArray<string>) => names.map(columnLabel).join(", ")
  return (
    <div class="match">
      <h3 id="match-title" ref={title} tabindex="-1">
        {t("match.title")}
      </h3>
      <p class="muted">{t("match.text")}</p>
      <Show when={props.choice.dialect()}>
        {(dialect) => (
          <ReadAs
            dialect={dialect()}
            isChosen={props.choice.isChosen()}
            onChoose={props.onDialect}
            onFindOut={() => props.onDialect(null)}
          />
        )}
      </Show>
      <ListTable
        caption={t("match.title")}
        columns={[[t("match.inFile")], [t("match.firstCells")], [t("match.meaning")]]}
      >
        <For each={props.choice.columns().map(({ position }) => position)}>
          {(position) => {
            const column = (): ColumnMatch | undefined =>
              props.choice.columns().find((one) => one.position === position)
            return (
              <tr>
                <th scope="row">{column()?.header}</th>
                <td data-label={t("match.firstCells")}>
                  <ul class="samples">
                    <For each={column()?.samples} fallback={<li class="muted">{t("match.blank")}</li>}>
                      {(sample) => <li>{sampleAs(column()?.meaning ?? null, sample)}</li>}
                    </For>
                  </ul>
                </td>
                <td data-label={t("match.meaning")}>
                  <div class="match-meaning">
                    <SelectField
                      label={t("match.meaningOf", column()?.header ?? "")}
                      value={column()?.meaning ?? ""}
                      options={options()}
                      onChoose={(value) =>
                        props.onChoose(position, meaningsOf(props.kind).find((one) => one === value) ?? null)
                      }
                    />
                    <Show when={column()?.by}>{(by) => <p class="hint">{t(`match.by.${by()}`)}</p>}</Show>
                  </div>
                </td>
              </tr>
            )
          }}
        </For>
      </ListTable>
      <div role="status">
        <Show when={props.choice.faults().missing.length > 0}>
          <Notice tone="error" title={t("match.missing", named(props.choice.faults().missing))} />
        </Show>
        <Show when={props.choice.faults().twice.length > 0}>
          <Notice tone="error" title={t("match.twice", named(props.choice.faults().twice))} />
        </Show>
      </div>
    </div>
  )
}

const labelOf = (meaning: ColumnMeaning): string =>
  meaning === "fullName" ? t("match.fullName") : columnLabel(meaning)

/** A cell as it will be taken: a full name in its two parts. */
const sampleAs = (meaning: ColumnMeaning | null, sample: string): string => {
  if (meaning !== "fullName") return sample
  const { first, last } = splitName(sample)
  return t("match.split", first, last)
}
