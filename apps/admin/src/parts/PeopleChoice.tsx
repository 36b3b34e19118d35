import { createMemo, For } from "solid-js"
import type { ToldRow } from "@muster/domain/messages/ToldImport"
import { t } from "../i18n/language.ts"
import { Person } from "./Person.tsx"

/** People of an import's rows, each to be taken along or left. */
export function PeopleChoice(props: {
  rows: ReadonlyArray<ToldRow>
  /** The numbers of the rows that are left. */
  left: ReadonlySet<number>
  onLeave: (left: ReadonlySet<number>) => void
}) {
  const takenAll = createMemo(() => props.rows.every(({ row }) => !props.left.has(row)))
  const toggle = (numbers: ReadonlyArray<number>, take: boolean) => {
    const left = new Set(props.left)
    for (const row of numbers)
      if (take) left.delete(row)
      else left.add(row)
    props.onLeave(left)
  }
  return (
    <div class="people">
      <label class="check people-all">
        <input
          type="checkbox"
          checked={takenAll()}
          onChange={() =>
            toggle(
              props.rows.map(({ row }) => row),
              !takenAll(),
            )
          }
        />
        <span>{t("giveAccess.all")}</span>
      </label>
      <ul class="people-list" tabindex="0" aria-label={t("giveAccess.people")}>
        <For each={props.rows}>
          {(row) => (
            <li>
              <label class="check">
                <input
                  type="checkbox"
                  checked={!props.left.has(row.row)}
                  onChange={(event) => toggle([row.row], event.currentTarget.checked)}
                />
                <Person cells={row.cells} />
              </label>
            </li>
          )}
        </For>
      </ul>
    </div>
  )
}
