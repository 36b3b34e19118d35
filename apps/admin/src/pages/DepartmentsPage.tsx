import { useParams } from "@solidjs/router"
import { createMemo, For, Show } from "solid-js"
import { scopeOf } from "../addresses.ts"
import { createDepartments } from "../createDatabaseFacts.ts"
import { createScopeCrumbs } from "../createScopeCrumbs.ts"
import { departmentTree } from "../departmentTree.ts"
import { t } from "../i18n/language.ts"
import { Empty } from "../parts/Empty.tsx"
import { Icon } from "../parts/Icon.tsx"
import { Loaded } from "../parts/Loaded.tsx"
import { PageHeader } from "../parts/PageHeader.tsx"
import { ListTable } from "../parts/ListTable.tsx"

/** A database's organisation tree, with the ids that an import names. */
export default function DepartmentsPage() {
  const params = useParams<{ databaseId: string }>()
  const crumbs = createScopeCrumbs(() => scopeOf(params.databaseId))
  const departments = createDepartments(() => params.databaseId)
  const tree = createMemo(() => departmentTree(departments().data ?? []))
  return (
    <div class="page">
      <PageHeader title={t("departments.title")} crumbs={crumbs()} lead={t("departments.lead")} />
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
              columns={[[t("departments.name")], [t("column.departmentId")]]}
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
