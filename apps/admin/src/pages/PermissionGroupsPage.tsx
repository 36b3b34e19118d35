import { useParams } from "@solidjs/router"
import { For, Show } from "solid-js"
import { scopeOf } from "../addresses.ts"
import { createPermissionGroups } from "../createDatabaseFacts.ts"
import { createScopeCrumbs } from "../createScopeCrumbs.ts"
import { t } from "../i18n/language.ts"
import { Empty } from "../parts/Empty.tsx"
import { Loaded } from "../parts/Loaded.tsx"
import { PageHeader } from "../parts/PageHeader.tsx"
import { ListTable } from "../parts/ListTable.tsx"

/** A database's permission groups, by the names that an import uses. */
export default function PermissionGroupsPage() {
  const params = useParams<{ databaseId: string }>()
  const crumbs = createScopeCrumbs(() => scopeOf(params.databaseId))
  const groups = createPermissionGroups(() => params.databaseId)
  return (
    <div class="page">
      <PageHeader title={t("groupsPage.title")} crumbs={crumbs()} lead={t("groupsPage.lead")} />
      <Loaded query={groups()}>
        {(list) => (
          <Show
            when={list().length > 0}
            fallback={<Empty icon="groups" title={t("groupsPage.empty")} text={t("groupsPage.emptyHint")} />}
          >
            <ListTable
              caption={t("groupsPage.title")}
              count={t("groupsPage.shown", list().length)}
              columns={[
                [t("column.groupName")],
                [t("groupsPage.description")],
                [t("groupsPage.permissions")],
              ]}
            >
              <For each={list()}>
                {(group) => (
                  <tr>
                    <th scope="row">{group.groupName}</th>
                    <td data-label={t("groupsPage.description")}>{group.description}</td>
                    <td data-label={t("groupsPage.permissions")}>
                      <ul class="tags">
                        <For each={group.permissions}>
                          {(permission) => (
                            <li>
                              <code>{permission}</code>
                            </li>
                          )}
                        </For>
                      </ul>
                    </td>
                  </tr>
                )}
              </For>
            </ListTable>
          </Show>
        )}
      </Loaded>
    </div>
  )
}
