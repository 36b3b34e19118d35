import { Show } from "solid-js"
import { findOriginOf, listHistoryOf } from "@muster/client/platformUsers"
import { addresses, scopeOf } from "../addresses.ts"
import { api } from "../api.ts"
import { createDatabases } from "../createDatabases.ts"
import { createPages, createQuery } from "../createQuery.ts"
import { t } from "../i18n/language.ts"
import { AuditTable } from "./AuditTable.tsx"
import { LoadMore } from "./LoadMore.tsx"
import { Loaded } from "./Loaded.tsx"

const platform = scopeOf(undefined)

/** Where a user comes from, and what was done to them, newest first. */
export function UserHistory(props: { userId: string }) {
  const databases = createDatabases()
  const lines = createPages(() => {
    const { userId } = props
    return {
      key: ["history-of", userId],
      page: (cursor: string | null, signal: AbortSignal) => listHistoryOf(api, userId, cursor, signal),
    }
  })
  const origin = createQuery(() => {
    const { userId } = props
    return { queryKey: ["origin-of", userId], queryFn: ({ signal }) => findOriginOf(api, userId, signal) }
  })
  return (
    <section class="panel">
      <h2>{t("user.history")}</h2>
      <Show when={origin().data}>
        {(row) => (
          <p>
            <a href={addresses.import(platform, row().importId)}>
              {t("user.origin", row().fileName, row().row)}
            </a>
          </p>
        )}
      </Show>
      <Loaded query={lines()}>
        {(list) => (
          <>
            <AuditTable about={props.userId} lines={list()} databases={databases().data ?? []} />
            <LoadMore list={lines()} />
          </>
        )}
      </Loaded>
    </section>
  )
}
