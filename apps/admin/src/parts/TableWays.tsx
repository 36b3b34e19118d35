import { For } from "solid-js"
import { t } from "../i18n/language.ts"

/** How the rows of an import come: in a file, from a spreadsheet's clipboard, or by hand. */
export const tableWays = ["file", "paste", "type"] as const
export type TableWay = (typeof tableWays)[number]

export function TableWays(props: { way: TableWay; onWay: (way: TableWay) => void }) {
  return (
    <div class="mode">
      <fieldset class="segmented">
        <legend>{t("ways.label")}</legend>
        <For each={tableWays}>
          {(way) => (
            <label>
              <input
                type="radio"
                name="way"
                value={way}
                checked={props.way === way}
                onChange={() => props.onWay(way)}
              />
              <span>{t(`ways.${way}`)}</span>
            </label>
          )}
        </For>
      </fieldset>
    </div>
  )
}
