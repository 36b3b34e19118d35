import { createMemo, createSignal, For } from "solid-js"
import type { ToldRow } from "@muster/domain/messages/ToldImport"
import type { PlacedPermission, RowChanges } from "@muster/domain/model/RowChanges"
import { createWindowedRows } from "../createWindowedRows.ts"
import { t } from "../i18n/language.ts"
import { columnLabel } from "./columnLabel.ts"
import { Room } from "./Room.tsx"
import { Person } from "./Person.tsx"

/** Rows about people who are there, with what of them becomes what. */
export function ChangesTable(props: { rows: ReadonlyArray<ToldRow> }) {
  const [table, setTable] = createSignal<HTMLTableElement>()
  const indexes = createMemo(() => new Map(props.rows.map((row, index) => [row, index])))
  const windowed = createWindowedRows(() => props.rows, table, 56)
  return (
    <table class="table changes" ref={setTable}>
      <caption class="visually-hidden">{t("changes.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("table.row")}</th>
          <th scope="col">{t("table.person")}</th>
          <th scope="col">{t("changes.what")}</th>
        </tr>
      </thead>
      <Room height={windowed.above()} />
      <tbody>
        <For each={windowed.shown()}>
          {(row) => (
            <tr
              data-index={indexes().get(row) ?? 0}
              ref={(element) => queueMicrotask(() => windowed.measure(element))}
            >
              <th scope="row" class="row-number">
                <span class="row-word">{t("table.row")} </span>
                {row.row}
              </th>
              <td data-label={t("table.person")}>
                <Person cells={row.cells} />
              </td>
              <td data-label={t("changes.what")}>
                <Changes changes={row.changes} />
              </td>
            </tr>
          )}
        </For>
      </tbody>
      <Room height={windowed.below()} />
    </table>
  )
}

const Changes = (props: { changes: RowChanges }) => (
  <ul class="change-list">
    <For each={props.changes.fields}>
      {({ column, before, after }) => (
        <li>
          {t("audit.became", columnLabel(column), before ?? t("audit.nothing"), after ?? t("audit.nothing"))}
        </li>
      )}
    </For>
    <For each={props.changes.gained}>
      {(permission) => <li class="success">{t("changes.gains", permission.name, place(permission))}</li>}
    </For>
    <For each={props.changes.lost}>
      {(permission) => <li class="warning">{t("changes.loses", permission.name, place(permission))}</li>}
    </For>
  </ul>
)

const place = ({ departmentId }: PlacedPermission): string =>
  departmentId === null ? t("changes.everywhere") : t("changes.inDepartment", departmentId)
