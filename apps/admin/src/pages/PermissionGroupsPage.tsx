import { useParams } from "@solidjs/router"
import { createSignal, For, Show } from "solid-js"
import type { PermissionGroup } from "@muster/domain/model/PermissionGroup"
import { addresses, scopeOf } from "../addresses.ts"
import { findGroupUsage, removePermissionGroup } from "@muster/client/databases"
import { api } from "../api.ts"
import { createPermissionGroups } from "../createDatabaseFacts.ts"
import { createEditing } from "../createEditing.ts"
import { createIsClosed } from "../createIsClosed.ts"
import { createScopeCrumbs } from "../createScopeCrumbs.ts"
import { t } from "../i18n/language.ts"
import { ClosedNotice } from "../parts/ClosedNotice.tsx"
import { Empty } from "../parts/Empty.tsx"
import { GroupDialog } from "../parts/GroupDialog.tsx"
import { Loaded } from "../parts/Loaded.tsx"
import { PageHeader } from "../parts/PageHeader.tsx"
import { PlaceDialog } from "../parts/PlaceDialog.tsx"
import { StructureMenu } from "../parts/StructureMenu.tsx"
import { ListTable } from "../parts/ListTable.tsx"
import { RowActions } from "../parts/RowActions.tsx"

/** A database's permission groups, by the names that an import uses. */
export default function PermissionGroupsPage() {
  const params = useParams<{ databaseId: string }>()
  const crumbs = createScopeCrumbs(() => scopeOf(params.databaseId))
  const groups = createPermissionGroups(() => params.databaseId)
  const isClosed = createIsClosed(() => params.databaseId)
  const editing = createEditing<PermissionGroup>(
    () => params.databaseId,
    ["permission-groups", "accesses", "access", "permissions"],
    isClosed,
  )
  const [removed, setRemoved] = createSignal<PermissionGroup | null>(null)
  return (
    <div class="page">
      <PageHeader title={t("groupsPage.title")} crumbs={crumbs()} lead={t("groupsPage.lead")}>
        <Show when={editing.mayChange()}>
          <button type="button" class="button" onClick={() => editing.edit("new")}>
            {t("groupsPage.add")}
          </button>
        </Show>
        <StructureMenu
          databaseId={params.databaseId}
          kind="permission-groups"
          mayChange={editing.mayChange()}
        />
      </PageHeader>
      <ClosedNotice databaseId={params.databaseId} />
      <Show when={removed()} keyed>
        {({ groupName }) => (
          <PlaceDialog
            act="remove"
            name={groupName}
            id={`${params.databaseId} ${groupName}`}
            find={(signal) => findGroupUsage(api, params.databaseId, groupName, signal)}
            people={`${addresses.users(scopeOf(params.databaseId))}?groupName=${encodeURIComponent(groupName)}`}
            onConfirm={async () => {
              await removePermissionGroup(api, params.databaseId, groupName)
              editing.done()
            }}
            onClose={() => setRemoved(null)}
          />
        )}
      </Show>
      <For each={editing.open()}>
        {(one) => (
          <GroupDialog
            databaseId={params.databaseId}
            all={groups().data ?? []}
            group={one}
            onDone={editing.done}
            onClose={editing.close}
          />
        )}
      </For>
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
                ...(editing.mayChange() ? [[t("list.actions"), "hidden"] as const] : []),
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
                    <Show when={editing.mayChange()}>
                      <RowActions
                        name={group.groupName}
                        actions={[
                          { label: t("list.change"), onChoose: () => editing.edit(group) },
                          { label: t("list.remove"), onChoose: () => setRemoved(group) },
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
