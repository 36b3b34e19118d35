import { For } from "solid-js"
import type { AnsweredImport } from "@muster/client/imports"
import { formatMoment, formatNumber } from "../i18n/format.ts"
import { t } from "../i18n/language.ts"
import { ActorName } from "./ActorName.tsx"
import { importTitle } from "./importTitle.ts"
import { StateBadge } from "./Badge.tsx"
import { ListTable } from "./ListTable.tsx"

/** Imports, one a line: which file, when, how it went, and how many rows. */
export function HistoryTable(props: {
  imports: ReadonlyArray<AnsweredImport>
  caption: string
  addressOf: (one: AnsweredImport) => string
}) {
  return (
    <ListTable
      caption={props.caption}
      columns={[
        [t("imports.file")],
        [t("imports.when")],
        [t("imports.state")],
        [t("imports.rows"), "number"],
        [t("imports.created"), "number"],
        [t("imports.updated"), "number"],
        [t("imports.removed"), "number"],
        [t("imports.notDone"), "number"],
        [t("imports.by")],
      ]}
    >
      <For each={props.imports}>
        {(one) => (
          <tr>
            <th scope="row">
              <a href={props.addressOf(one)}>{importTitle(one)}</a>
            </th>
            <td data-label={t("imports.when")}>{formatMoment(one.createdAt)}</td>
            <td data-label={t("imports.state")}>
              <StateBadge state={one.state} />
            </td>
            <td data-label={t("imports.rows")} class="number">
              {formatNumber(one.counts.rows)}
            </td>
            <td data-label={t("imports.created")} class="number">
              {formatNumber(one.counts.created)}
            </td>
            <td data-label={t("imports.updated")} class="number">
              {formatNumber(one.counts.updated)}
            </td>
            <td data-label={t("imports.removed")} class="number">
              {formatNumber(one.counts.removed)}
            </td>
            <td data-label={t("imports.notDone")} class="number">
              {formatNumber(one.counts.failed + one.counts.invalid + one.counts.conflict)}
            </td>
            <td data-label={t("imports.by")}>
              <ActorName id={one.createdBy} />
            </td>
          </tr>
        )}
      </For>
    </ListTable>
  )
}
