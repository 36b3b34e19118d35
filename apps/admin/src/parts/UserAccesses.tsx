import { For, Show } from "solid-js"
import { addresses, scopeOf } from "../addresses.ts"
import { listAccessesOf } from "@muster/client/platformUsers"
import { api } from "../api.ts"
import { createDatabases } from "../createDatabases.ts"
import { createQuery } from "../createQuery.ts"
import { t } from "../i18n/language.ts"
import { ListTable } from "./ListTable.tsx"
import { Loaded } from "./Loaded.tsx"

/** Where a user has access. */
export function UserAccesses(props: { userId: string }) {
  const databases = createDatabases()
  const accesses = createQuery(() => {
    const { userId } = props
    return { queryKey: ["accesses-of", userId], queryFn: ({ signal }) => listAccessesOf(api, userId, signal) }
  })
  const nameOf = (id: string) => databases().data?.find((database) => database.id === id)?.name ?? "…"
  return (
    <section class="panel">
      <h2>{t("user.accesses")}</h2>
      <Loaded query={accesses()}>
        {(list) => (
          <Show when={list().length > 0} fallback={<p class="muted">{t("user.noAccess")}</p>}>
            <ListTable
              caption={t("user.accesses")}
              columns={[[t("giveAccess.database")], [t("accesses.department")], [t("column.groupName")]]}
            >
              <For each={list()}>
                {(access) => (
                  <tr>
                    <th scope="row">
                      <a href={addresses.user(scopeOf(access.databaseId), props.userId)}>
                        {nameOf(access.databaseId)}
                      </a>
                    </th>
                    <td data-label={t("accesses.department")}>
                      <code>{access.departmentId}</code>
                    </td>
                    <td data-label={t("column.groupName")}>{access.groupName}</td>
                  </tr>
                )}
              </For>
            </ListTable>
          </Show>
        )}
      </Loaded>
    </section>
  )
}
