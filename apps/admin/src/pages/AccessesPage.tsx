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

/** The people with access to a database, each with department and permission group. */
export default function AccessesPage() {
  const params = useParams<{ databaseId: string }>()
  const scope = createMemo(() => scopeOf(params.databaseId))
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
  const importUsers = () => (
    <a class="button primary" href={addresses.newImport(scope())}>
      <Icon name="upload" />
      {t("accesses.import")}
    </a>
  )
  return (
    <div class="page">
      <PageHeader title={t("accesses.title")} crumbs={crumbs()} lead={t("accesses.lead")}>
        {importUsers()}
      </PageHeader>
      <Loaded query={accesses()}>
        {(list) => (
          <Show
            when={list().length > 0}
            fallback={<Empty icon="users" title={t("accesses.empty")} text={t("accesses.emptyHint")} />}
          >
            <p class="table-count" role="status">
              {accesses().hasMore ? t("users.shownOfMore", list().length) : t("users.shown", list().length)}
            </p>
            <div class="table-scroll" role="region" aria-label={t("accesses.title")} tabindex="0">
              <table class="table stack">
                <caption class="visually-hidden">{t("accesses.title")}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t("column.email")}</th>
                    <th scope="col">{t("accesses.department")}</th>
                    <th scope="col">{t("column.groupName")}</th>
                  </tr>
                </thead>
                <tbody>
                  <For each={list()}>
                    {(access) => (
                      <tr>
                        <th scope="row">{access.email}</th>
                        <td data-label={t("accesses.department")}>
                          {names().get(access.departmentId)} <code>{access.departmentId}</code>
                        </td>
                        <td data-label={t("column.groupName")}>{access.groupName}</td>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
            </div>
            <LoadMore list={accesses()} />
          </Show>
        )}
      </Loaded>
    </div>
  )
}
