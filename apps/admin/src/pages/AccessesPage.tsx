import { useParams } from "@solidjs/router"
import { createMemo, For, Show } from "solid-js"
import { addresses, scopeOf } from "../addresses.ts"
import { listAccesses } from "../api/databases.ts"
import { createDepartments } from "../createDatabaseFacts.ts"
import { createPages } from "../createQuery.ts"
import { createScopeCrumbs } from "../createScopeCrumbs.ts"
import { t } from "../i18n/language.ts"
import { Empty } from "../parts/Empty.tsx"
import { Icon } from "../parts/Icon.tsx"
import { LoadMore } from "../parts/LoadMore.tsx"
import { Loaded } from "../parts/Loaded.tsx"
import { PageHeader } from "../parts/PageHeader.tsx"
import { useMayIn } from "../session.ts"
import { ListTable } from "../parts/ListTable.tsx"

/** The people with access to a database, each with department and permission group. */
export default function AccessesPage() {
  const params = useParams<{ databaseId: string }>()
  const scope = createMemo(() => scopeOf(params.databaseId))
  const mayIn = useMayIn()
  const crumbs = createScopeCrumbs(scope)
  const departments = createDepartments(() => params.databaseId)
  const names = createMemo(
    () => new Map((departments().data ?? []).map(({ departmentId, name }) => [departmentId, name])),
  )
  const accesses = createPages(() => {
    const databaseId = params.databaseId
    return {
      key: ["accesses", databaseId],
      page: (cursor, signal) => listAccesses(databaseId, cursor, signal),
    }
  })
  return (
    <div class="page">
      <PageHeader title={t("accesses.title")} crumbs={crumbs()} lead={t("accesses.lead")}>
        <Show when={mayIn("accesses.change", params.databaseId)}>
          <a class="button" href={addresses.newUser(scope())}>
            {t("access.new")}
          </a>
        </Show>
        <a class="button primary" href={addresses.newImport(scope())}>
          <Icon name="upload" />
          {t("accesses.import")}
        </a>
      </PageHeader>
      <Loaded query={accesses()}>
        {(list) => (
          <Show
            when={list().length > 0}
            fallback={<Empty icon="users" title={t("accesses.empty")} text={t("accesses.emptyHint")} />}
          >
            <ListTable
              caption={t("accesses.title")}
              count={
                accesses().hasMore ? t("users.shownOfMore", list().length) : t("users.shown", list().length)
              }
              columns={[[t("column.email")], [t("accesses.department")], [t("column.groupName")]]}
            >
              <For each={list()}>
                {(access) => (
                  <tr>
                    <th scope="row">
                      <a href={addresses.user(scope(), access.userId)}>{access.email}</a>
                    </th>
                    <td data-label={t("accesses.department")}>
                      {names().get(access.departmentId)} <code>{access.departmentId}</code>
                    </td>
                    <td data-label={t("column.groupName")}>{access.groupName}</td>
                  </tr>
                )}
              </For>
            </ListTable>
            <LoadMore list={accesses()} />
          </Show>
        )}
      </Loaded>
    </div>
  )
}
