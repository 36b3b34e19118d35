import { useParams, useSearchParams } from "@solidjs/router"
import { createMemo, Show } from "solid-js"
import { addresses, scopeOf } from "../addresses.ts"
import { listAccesses, type AccessFilter } from "@muster/client/databases"
import { api } from "../api.ts"
import { createDepartments, createPermissionGroups } from "../createDatabaseFacts.ts"
import { createIsClosed } from "../createIsClosed.ts"
import { createPages } from "../createQuery.ts"
import { createScopeCrumbs } from "../createScopeCrumbs.ts"
import { departmentTree } from "@muster/domain/model/departmentTree"
import { t } from "../i18n/language.ts"
import { AccessTable } from "../parts/AccessTable.tsx"
import { ClosedNotice } from "../parts/ClosedNotice.tsx"
import { Empty } from "../parts/Empty.tsx"
import { Icon } from "../parts/Icon.tsx"
import { LoadMore } from "../parts/LoadMore.tsx"
import { Loaded } from "../parts/Loaded.tsx"
import { PageHeader } from "../parts/PageHeader.tsx"
import { SearchField } from "../parts/SearchField.tsx"
import { SelectField } from "../parts/SelectField.tsx"
import { useMayIn } from "../session.ts"

/** The people with access to a database. What the list is narrowed to is in its address. */
export default function AccessesPage() {
  const params = useParams<{ databaseId: string }>()
  const [search, setSearch] = useSearchParams<Record<keyof AccessFilter, string>>()
  const scope = createMemo(() => scopeOf(params.databaseId))
  const mayIn = useMayIn()
  const isClosed = createIsClosed(() => params.databaseId)
  const crumbs = createScopeCrumbs(scope)
  const departments = createDepartments(() => params.databaseId)
  const groups = createPermissionGroups(() => params.databaseId)
  const filter = createMemo((): AccessFilter => ({
    search: search.search ?? "",
    departmentId: search.departmentId ?? "",
    groupName: search.groupName ?? "",
  }))
  const narrowed = () => Object.values(filter()).some((value) => value !== "")
  const change = (to: Partial<AccessFilter>) => setSearch(to, { replace: true, scroll: false })
  const clear = () => change({ search: "", departmentId: "", groupName: "" })
  const accesses = createPages(() => {
    const { databaseId } = params
    const wanted = filter()
    return {
      key: ["accesses", databaseId, wanted],
      page: (cursor, signal) => listAccesses(api, databaseId, wanted, cursor, signal),
      keepPrevious: true,
    }
  })
  return (
    <div class="page">
      <PageHeader title={t("accesses.title")} crumbs={crumbs()} lead={t("accesses.lead")}>
        <Show when={mayIn("accesses.change", params.databaseId) && !isClosed()}>
          <a class="button" href={addresses.newUser(scope())}>
            {t("access.new")}
          </a>
        </Show>
        <Show when={!isClosed()}>
          <a class="button primary" href={addresses.newImport(scope())}>
            <Icon name="upload" />
            {t("accesses.import")}
          </a>
        </Show>
      </PageHeader>
      <ClosedNotice databaseId={params.databaseId} />
      <div class="tools">
        <SearchField
          label={t("accesses.search")}
          value={filter().search}
          onSearch={(text) => change({ search: text })}
        />
        <SelectField
          label={t("accesses.department")}
          value={filter().departmentId}
          options={[
            ["", t("accesses.anyDepartment")],
            ...departmentTree(departments().data ?? []).map((one) => [one.departmentId, one.path] as const),
          ]}
          onChoose={(departmentId) => change({ departmentId })}
        />
        <SelectField
          label={t("column.groupName")}
          value={filter().groupName}
          options={[
            ["", t("accesses.anyGroup")],
            ...(groups().data ?? []).map(({ groupName }) => [groupName, groupName] as const),
          ]}
          onChoose={(groupName) => change({ groupName })}
        />
        <Show when={narrowed()}>
          <button type="button" class="button quiet" onClick={clear}>
            {t("users.clear")}
          </button>
        </Show>
      </div>
      <Loaded query={accesses()}>
        {(list) => (
          <Show
            when={list().length > 0}
            fallback={
              narrowed() ? (
                <Empty icon="search" title={t("users.none")} text={t("users.noneHint")} />
              ) : (
                <Empty icon="users" title={t("accesses.empty")} text={t("accesses.emptyHint")} />
              )
            }
          >
            <AccessTable
              scope={scope()}
              accesses={list()}
              departments={departments().data ?? []}
              count={
                accesses().hasMore ? t("users.shownOfMore", list().length) : t("users.shown", list().length)
              }
            />
            <LoadMore list={accesses()} byItself />
          </Show>
        )}
      </Loaded>
    </div>
  )
}
