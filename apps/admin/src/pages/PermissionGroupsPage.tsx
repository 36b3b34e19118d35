import { useParams } from "@solidjs/router"
import { useQueryClient } from "@tanstack/solid-query"
import { createSignal, For, Show } from "solid-js"
import type { PermissionGroup } from "@muster/domain/model/PermissionGroup"
import { scopeOf } from "../addresses.ts"
import { announce } from "../announce.ts"
import { removePermissionGroup } from "../api/databases.ts"
import { createAct } from "../createAct.ts"
import { createPermissionGroups } from "../createDatabaseFacts.ts"
import { createScopeCrumbs } from "../createScopeCrumbs.ts"
import { t } from "../i18n/language.ts"
import { Empty } from "../parts/Empty.tsx"
import { Failure } from "../parts/Failure.tsx"
import { GroupDialog } from "../parts/GroupDialog.tsx"
import { Loaded } from "../parts/Loaded.tsx"
import { PageHeader } from "../parts/PageHeader.tsx"
import { ListTable } from "../parts/ListTable.tsx"
import { RowActions } from "../parts/RowActions.tsx"
import { useMayIn } from "../session.ts"

/** A database's permission groups, by the names that an import uses. */
export default function PermissionGroupsPage() {
  const params = useParams<{ databaseId: string }>()
  const crumbs = createScopeCrumbs(() => scopeOf(params.databaseId))
  const groups = createPermissionGroups(() => params.databaseId)
  const client = useQueryClient()
  const mayIn = useMayIn()
  const mayChange = () => mayIn("database.change", params.databaseId)
  const [edited, setEdited] = createSignal<PermissionGroup | "new" | null>(null)
  const groupOf = (one: PermissionGroup | "new") => (one === "new" ? null : one)
  const refresh = () => {
    announce(t("user.saved"))
    for (const key of ["permission-groups", "accesses", "access", "permissions"])
      void client.invalidateQueries({ queryKey: [key, params.databaseId] })
  }
  const remove = createAct(async (groupName: string) => {
    await removePermissionGroup(params.databaseId, groupName)
    refresh()
  })
  return (
    <div class="page">
      <PageHeader title={t("groupsPage.title")} crumbs={crumbs()} lead={t("groupsPage.lead")}>
        <Show when={mayChange()}>
          <button type="button" class="button" onClick={() => setEdited("new")}>
            {t("groupsPage.add")}
          </button>
        </Show>
      </PageHeader>
      <Show when={remove.failure()}>
        <Failure error={remove.failure()} />
      </Show>
      <Show when={edited()}>
        {(one) => (
          <GroupDialog
            databaseId={params.databaseId}
            all={groups().data ?? []}
            group={groupOf(one())}
            onDone={refresh}
            onClose={() => setEdited(null)}
          />
        )}
      </Show>
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
                ...(mayChange() ? [[t("list.actions"), "hidden"] as const] : []),
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
                    <Show when={mayChange()}>
                      <RowActions
                        name={group.groupName}
                        actions={[
                          { label: t("list.change"), onChoose: () => setEdited(group) },
                          { label: t("list.remove"), onChoose: () => void remove.start(group.groupName) },
                        ]}
                      />
                    </Show>
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
