import { useParams } from "@solidjs/router"
import { createMemo, For, Show } from "solid-js"
import type { Department } from "@muster/domain/model/Department"
import { scopeOf } from "../addresses.ts"
import { removeDepartment } from "../api/databases.ts"
import { createDepartments } from "../createDatabaseFacts.ts"
import { createEditing } from "../createEditing.ts"
import { createScopeCrumbs } from "../createScopeCrumbs.ts"
import { departmentTree } from "../departmentTree.ts"
import { t } from "../i18n/language.ts"
import { DepartmentDialog } from "../parts/DepartmentDialog.tsx"
import { Empty } from "../parts/Empty.tsx"
import { Failure } from "../parts/Failure.tsx"
import { Icon } from "../parts/Icon.tsx"
import { Loaded } from "../parts/Loaded.tsx"
import { PageHeader } from "../parts/PageHeader.tsx"
import { ListTable } from "../parts/ListTable.tsx"
import { RowActions } from "../parts/RowActions.tsx"

/** A database's organisation tree, with the ids that an import names. */
export default function DepartmentsPage() {
  const params = useParams<{ databaseId: string }>()
  const crumbs = createScopeCrumbs(() => scopeOf(params.databaseId))
  const departments = createDepartments(() => params.databaseId)
  const editing = createEditing<Department>(
    () => params.databaseId,
    ["departments"],
    (databaseId, one) => removeDepartment(databaseId, one.departmentId),
  )
  const tree = createMemo(() => departmentTree(departments().data ?? []))
  return (
    <div class="page">
      <PageHeader title={t("departments.title")} crumbs={crumbs()} lead={t("departments.lead")}>
        <Show when={editing.mayChange()}>
          <button type="button" class="button" onClick={() => editing.edit("new")}>
            {t("departments.add")}
          </button>
        </Show>
      </PageHeader>
      <Show when={editing.remove.failure()}>
        <Failure error={editing.remove.failure()} />
      </Show>
      <For each={editing.open()}>
        {(one) => (
          <DepartmentDialog
            databaseId={params.databaseId}
            all={departments().data ?? []}
            department={one}
            onDone={editing.done}
            onClose={editing.close}
          />
        )}
      </For>
      <Loaded query={departments()}>
        {() => (
          <Show
            when={tree().length > 0}
            fallback={
              <Empty icon="departments" title={t("departments.empty")} text={t("departments.emptyHint")} />
            }
          >
            <ListTable
              caption={t("departments.title")}
              count={t("departments.shown", tree().length)}
              columns={[
                [t("departments.name")],
                [t("column.departmentId")],
                ...(editing.mayChange() ? [[t("list.actions"), "hidden"] as const] : []),
              ]}
            >
              <For each={tree()}>
                {(one) => (
                  <tr>
                    <th scope="row">
                      <span class="tree" style={{ "--depth": one.depth }}>
                        <Show when={one.depth > 0}>
                          <span class="visually-hidden">{t("departments.level", one.depth + 1)}</span>
                        </Show>
                        <Icon name="departments" />
                        {one.name}
                      </span>
                    </th>
                    <td data-label={t("column.departmentId")}>
                      <code>{one.departmentId}</code>
                    </td>
                    <Show when={editing.mayChange()}>
                      <RowActions
                        name={one.name}
                        actions={[
                          { label: t("list.change"), onChoose: () => editing.edit(one) },
                          {
                            label: t("list.remove"),
                            onChoose: () => void editing.remove.start(one),
                          },
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
