import { listHistoryOf } from "@muster/client/platformUsers"
import { api } from "../api.ts"
import { createDatabases } from "../createDatabases.ts"
import { createPages } from "../createQuery.ts"
import { t } from "../i18n/language.ts"
import { AuditTable } from "./AuditTable.tsx"
import { LoadMore } from "./LoadMore.tsx"
import { Loaded } from "./Loaded.tsx"

/** What was done to a user, newest first. */
export function UserHistory(props: { userId: string }) {
  const databases = createDatabases()
  const lines = createPages(() => {
    const { userId } = props
    return {
      key: ["history-of", userId],
      page: (cursor: string | null, signal: AbortSignal) => listHistoryOf(api, userId, cursor, signal),
    }
  })
  return (
    <section class="panel">
      <h2>{t("user.history")}</h2>
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
