import { For, Show } from "solid-js"
import type { Database } from "@muster/domain/model/Database"
import { columnsOf } from "@muster/domain/rows/columnsOf"
import { addresses, scopeOf } from "../addresses.ts"
import type { ToldLine } from "@muster/domain/audit/ToldLine"
import { formatMoment } from "../i18n/format.ts"
import { t } from "../i18n/language.ts"
import { ActorName } from "./ActorName.tsx"
import { ListTable } from "./ListTable.tsx"

/** Lines of the audit: when, who, what, and about what. */
export function AuditTable(props: {
  lines: ReadonlyArray<ToldLine>
  databases: ReadonlyArray<Database>
  /** The id of the user whom all lines are about, who is then not named. */
  about?: string
}) {
  const nameOf = (id: string) => props.databases.find((database) => database.id === id)?.name ?? id
  return (
    <ListTable
      caption={t("audit.title")}
      columns={[[t("audit.at")], [t("audit.actor")], [t("audit.event")], [t("audit.about")]]}
    >
      <For each={props.lines}>
        {(line) => (
          <tr>
            <th scope="row">
              <time datetime={line.at} title={line.at}>
                {formatMoment(line.at)}
              </time>
            </th>
            <td data-label={t("audit.actor")}>
              <ActorName id={line.actor} />
            </td>
            <td class="short" data-label={t("audit.event")}>
              {t(`auditEvent.${line.event}`)}
            </td>
            <td data-label={t("audit.about")}>
              <div class="facts">
                <Show when={line.userId !== props.about && line.userId}>
                  {(id) => (
                    <span class="fact">
                      <ActorName id={`user:${id()}`} />
                    </span>
                  )}
                </Show>
                <Show when={line.databaseId}>{(id) => <span class="fact">{nameOf(id())}</span>}</Show>
                <Show when={line.importId}>
                  {(id) => (
                    <a class="fact" href={addresses.import(scopeOf(line.databaseId ?? undefined), id())}>
                      {t("audit.import")}
                    </a>
                  )}
                </Show>
                <For each={changesOf(line)}>{(change) => <span class="fact">{change}</span>}</For>
                <For each={factsOf(line)}>{(fact) => <span class="fact muted">{fact}</span>}</For>
              </div>
            </td>
          </tr>
        )}
      </For>
    </ListTable>
  )
}

/** What of a person became what. */
const changesOf = ({ personal }: ToldLine): ReadonlyArray<string> =>
  columnsOf("platform-users").flatMap(({ name }) => {
    const changes = personal?.["changes"]
    const pair: unknown = isRecord(changes) ? changes[name] : undefined
    if (!Array.isArray(pair)) return []
    const [before, after] = pair.map((value) => (value === null ? t("audit.nothing") : String(value)))
    return [t("audit.became", t(`column.${name}`), before ?? "", after ?? "")]
  })

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

/** What else the line tells. Counts of none are left out. */
const factsOf = ({ details }: ToldLine): ReadonlyArray<string> =>
  Object.entries(details)
    .filter(([, value]) => value !== 0 && value !== null && value !== "" && value !== false)
    .flatMap(([name, value]) => {
      const label = labels().find(([known]) => known === name)?.[1]
      if (label === undefined) return []
      const text = Array.isArray(value) ? value.join(", ") : String(value)
      return value === true ? [label] : [`${label}: ${words().get(text) ?? text}`]
    })

/** What facts are called; those without a name here (ids) are not shown. */
const labels = () => Object.entries(t("auditFact"))

const words = () =>
  new Map<string, string>([
    ...Object.entries(t("role")),
    ...Object.entries(t("userStatus")),
    ...Object.entries(t("auditWord")),
  ])
