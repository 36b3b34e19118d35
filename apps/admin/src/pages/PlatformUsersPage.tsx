import { useNavigate, useSearchParams } from "@solidjs/router"
import { createEffect, createMemo, on, Show } from "solid-js"
import { PlatformRole, UserStatus } from "@muster/domain/model/PlatformUser"
import { addresses, scopeOf } from "../addresses.ts"
import { downloadAddress, listPlatformUsers, type UserFilter } from "@muster/client/platformUsers"
import { api } from "../api.ts"
import { createDatabases } from "../createDatabases.ts"
import { createPages } from "../createQuery.ts"
import { createSelection } from "../createSelection.ts"
import { createUserActs } from "../createUserActs.ts"
import { t } from "../i18n/language.ts"
import { ColumnChoice } from "../parts/ColumnChoice.tsx"
import { Empty } from "../parts/Empty.tsx"
import { Icon } from "../parts/Icon.tsx"
import { LoadMore } from "../parts/LoadMore.tsx"
import { Loaded } from "../parts/Loaded.tsx"
import { downloadChoices } from "../parts/downloadChoices.ts"
import { MoreMenu } from "../parts/MoreMenu.tsx"
import { PageHeader } from "../parts/PageHeader.tsx"
import { UserActs } from "../parts/UserActs.tsx"
import { UserFilters } from "../parts/UserFilters.tsx"
import { UserTable } from "../parts/UserTable.tsx"
import { useMay } from "../session.ts"
import { columnsIn, columnsTold } from "../userColumns.ts"
import { SampleOffer } from "./SampleOffer.tsx"

const platform = scopeOf(undefined)

/** Everybody the platform knows, with the ways to add more. What the list is narrowed to is in its address. */
export default function PlatformUsersPage() {
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams<Record<keyof UserFilter | "columns", string>>()
  const filter = createMemo((): UserFilter => ({
    search: search.search ?? "",
    status: UserStatus.literals.find((status) => status === search.status) ?? "",
    role: PlatformRole.literals.find((role) => role === search.role) ?? "",
    database: search.database ?? "",
    standing: search.standing === "invited" ? "invited" : "",
    importId: search.importId ?? "",
  }))
  const narrowed = () => Object.values(filter()).some((value) => value !== "")
  const change = (to: Partial<UserFilter>) => setSearch(to, { replace: true, scroll: false })
  const clear = () => change({ search: "", status: "", role: "", database: "", standing: "", importId: "" })

  const may = useMay()
  const databases = createDatabases()
  const users = createPages(() => {
    const wanted = filter()
    return {
      key: ["platform-users", wanted],
      page: (cursor, signal) => listPlatformUsers(api, wanted, cursor, signal),
      keepPrevious: true,
    }
  })
  const columns = createMemo(() => columnsIn(search.columns))
  const selection = createSelection()
  const acting = createUserActs(filter, selection.clear)
  createEffect(on(filter, selection.clear, { defer: true }))
  const addMultiple = () => navigate(addresses.newImport(platform))
  const emptyPlatform = () =>
    !narrowed() &&
    (users().data?.length ?? 2) <= 1 &&
    may("databases.create") &&
    databases().data?.length === 0

  return (
    <div class="page">
      <PageHeader title={t("users.title")} crumbs={[[t("shell.platform")]]} lead={t("users.lead")}>
        <MoreMenu
          label={t("users.more")}
          choices={[
            {
              label: t("users.addMultiple"),
              detail: t("users.addMultipleDetail"),
              icon: "upload",
              onChoose: addMultiple,
            },
            {
              label: t("user.add"),
              detail: t("user.addDetail"),
              icon: "users",
              onChoose: () => navigate(addresses.newUser(platform)),
            },
            ...downloadChoices(
              narrowed() ? t("users.downloadFound") : t("users.downloadAll"),
              t("users.downloadDetail"),
              (format) => downloadAddress(api, filter(), format),
            ),
            {
              label: t("users.history"),
              detail: t("users.historyDetail"),
              icon: "waiting",
              onChoose: () => navigate(addresses.imports(platform)),
            },
          ]}
        />
      </PageHeader>
      <Show when={!emptyPlatform()} fallback={<SampleOffer />}>
        <div class="tools">
          <UserFilters
            filter={filter()}
            databases={databases().data ?? []}
            onChange={change}
            onClear={clear}
          />
          <ColumnChoice
            columns={columns()}
            onChoose={(chosen) =>
              setSearch({ columns: columnsTold(chosen) }, { replace: true, scroll: false })
            }
          />
        </div>
        <Loaded query={users()}>
          {(list) => (
            <Show
              when={list().length > 0}
              fallback={
                narrowed() ? (
                  <Empty icon="search" title={t("users.none")} text={t("users.noneHint")}>
                    <button type="button" class="button" onClick={clear}>
                      {t("users.clear")}
                    </button>
                  </Empty>
                ) : (
                  <Empty icon="users" title={t("users.empty")} text={t("users.emptyHint")}>
                    <a class="button primary" href={addresses.newImport(platform)}>
                      <Icon name="upload" />
                      {t("users.addMultiple")}
                    </a>
                  </Empty>
                )
              }
            >
              <Show when={may("users.change")}>
                <UserActs users={list()} hasMore={users().hasMore} selection={selection} acting={acting} />
              </Show>
              <UserTable
                users={list()}
                columns={columns()}
                change={may("users.change") ? { selection, acting } : null}
                count={
                  users().hasMore ? t("users.shownOfMore", list().length) : t("users.shown", list().length)
                }
              />
              <LoadMore list={users()} byItself />
            </Show>
          )}
        </Loaded>
      </Show>
    </div>
  )
}
