import { useParams } from "@solidjs/router"
import { createMemo, createSignal, For, Show } from "solid-js"
import type { Department } from "@muster/domain/model/Department"
import { addresses, scopeOf } from "../addresses.ts"
import { changeDepartment, findDepartmentUsage, removeDepartment } from "@muster/client/databases"
import { api } from "../api.ts"
import { createDepartments } from "../createDatabaseFacts.ts"
import { createDrag, top } from "../createDrag.ts"
import { createEditing } from "../createEditing.ts"
import { createIsClosed } from "../createIsClosed.ts"
import { createScopeCrumbs } from "../createScopeCrumbs.ts"
import { departmentTree } from "@muster/domain/model/departmentTree"
import { t } from "../i18n/language.ts"
import { ClosedNotice } from "../parts/ClosedNotice.tsx"
import { DepartmentDialog } from "../parts/DepartmentDialog.tsx"
import { DepartmentTable } from "../parts/DepartmentTable.tsx"
import { Empty } from "../parts/Empty.tsx"
import { Failure } from "../parts/Failure.tsx"
import { Loaded } from "../parts/Loaded.tsx"
import { PageHeader } from "../parts/PageHeader.tsx"
import { PlaceDialog } from "../parts/PlaceDialog.tsx"
import { StructureMenu } from "../parts/StructureMenu.tsx"

/** A database's organisation tree, with the ids that an import names. */
export default function DepartmentsPage() {
  const params = useParams<{ databaseId: string }>()
  const crumbs = createScopeCrumbs(() => scopeOf(params.databaseId))
  const departments = createDepartments(() => params.databaseId)
  const isClosed = createIsClosed(() => params.databaseId)
  const editing = createEditing<Department>(() => params.databaseId, ["departments", "accesses"], isClosed)
  const [asked, setAsked] = createSignal<{ act: "close" | "remove"; one: Department } | null>(null)
  const tree = createMemo(() => departmentTree(departments().data ?? []))
  const change = (one: Department, to: Partial<Department>) =>
    editing.act.start(() => changeDepartment(api, params.databaseId, { ...one, ...to }))
  const drag = createDrag(
    () => departments().data ?? [],
    (one, parentId) => void change(one, { parentId }),
  )
  return (
    <div class="page">
      <PageHeader title={t("departments.title")} crumbs={crumbs()} lead={t("departments.lead")}>
        <Show when={editing.mayChange()}>
          <button type="button" class="button" onClick={() => editing.edit("new")}>
            {t("departments.add")}
          </button>
        </Show>
        <StructureMenu databaseId={params.databaseId} kind="departments" mayChange={editing.mayChange()} />
      </PageHeader>
      <ClosedNotice databaseId={params.databaseId} />
      <Show when={editing.act.failure()}>
        <Failure error={editing.act.failure()} />
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
      <Show when={asked()} keyed>
        {({ act, one }) => (
          <PlaceDialog
            act={act}
            name={one.name}
            id={`${params.databaseId} ${one.departmentId}`}
            find={(signal) => findDepartmentUsage(api, params.databaseId, one.departmentId, signal)}
            people={`${addresses.users(scopeOf(params.databaseId))}?departmentId=${encodeURIComponent(one.departmentId)}`}
            onConfirm={async () => {
              await (act === "remove"
                ? removeDepartment(api, params.databaseId, one.departmentId)
                : changeDepartment(api, params.databaseId, { ...one, closed: true }))
              editing.done()
            }}
            onClose={() => setAsked(null)}
          />
        )}
      </Show>
      <Loaded query={departments()}>
        {() => (
          <Show
            when={tree().length > 0}
            fallback={
              <Empty icon="departments" title={t("departments.empty")} text={t("departments.emptyHint")} />
            }
          >
            <Show when={editing.mayChange()}>
              <p class="drop-zone hint" classList={{ over: drag.over() === top }} {...drag.target(top)}>
                {t("departments.moveHint")}
              </p>
            </Show>
            <DepartmentTable
              tree={tree()}
              change={
                editing.mayChange()
                  ? {
                      drag,
                      edit: editing.edit,
                      ask: (act, one) => setAsked({ act, one }),
                      reopen: (one) => void change(one, { closed: false }),
                    }
                  : null
              }
            />
          </Show>
        )}
      </Loaded>
    </div>
  )
}
