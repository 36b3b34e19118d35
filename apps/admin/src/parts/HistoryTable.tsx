import { For } from "solid-js"
import type { AnsweredImport } from "../api/imports.ts"
import { formatMoment, formatNumber } from "../i18n/format.ts"
import { t } from "../i18n/language.ts"
import { ActorName } from "./ActorName.tsx"
import { StateBadge } from "./Badge.tsx"

/** Imports, one a line: which file, when, how it went, and how many rows. */
export function HistoryTable(props: {
  imports: ReadonlyArray<AnsweredImport>
  caption: string
  addressOf: (one: AnsweredImport) => string
}) {
  return (
    <div class="table-scroll" role="region" aria-label={props.caption} tabindex="0">
      <table class="table stack">
        <caption class="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("imports.file")}</th>
            <th scope="col">{t("imports.when")}</th>
            <th scope="col">{t("imports.state")}</th>
            <th scope="col" class="number">
              {t("imports.rows")}
            </th>
            <th scope="col" class="number">
              {t("imports.created")}
            </th>
            <th scope="col" class="number">
              {t("imports.notDone")}
            </th>
            <th scope="col">{t("imports.by")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.imports}>
            {(one) => (
              <tr>
                <th scope="row">
                  <a href={props.addressOf(one)}>{one.fileName}</a>
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
                <td data-label={t("imports.notDone")} class="number">
                  {formatNumber(one.counts.failed + one.counts.invalid + one.counts.conflict)}
                </td>
                <td data-label={t("imports.by")}>
                  <ActorName id={one.createdBy} />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}
