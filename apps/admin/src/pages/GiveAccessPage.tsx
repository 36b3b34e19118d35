import { useNavigate, useParams } from "@solidjs/router"
import { createMemo, createSignal, For, Show } from "solid-js"
import { accessFile } from "../accessFile.ts"
import { addresses, scopeOf } from "../addresses.ts"
import { idempotencyKey } from "../api/idempotencyKey.ts"
import { sendFile } from "../api/imports.ts"
import { createAct } from "../createAct.ts"
import { createDatabases } from "../createDatabases.ts"
import { createDepartments, createPermissionGroups } from "../createDatabaseFacts.ts"
import { createImport } from "../createImport.ts"
import { createRows } from "../createRows.ts"
import { departmentTree } from "../departmentTree.ts"
import { t } from "../i18n/language.ts"
import { mentions } from "../rowFilter.ts"
import { Empty } from "../parts/Empty.tsx"
import { Failure } from "../parts/Failure.tsx"
import { LoadMore } from "../parts/LoadMore.tsx"
import { Loaded } from "../parts/Loaded.tsx"
import { PageHeader } from "../parts/PageHeader.tsx"
import { PeopleChoice } from "../parts/PeopleChoice.tsx"
import { SearchField } from "../parts/SearchField.tsx"
import { SelectField } from "../parts/SelectField.tsx"

const platform = scopeOf(undefined)

/** From step 1 to step 2: the people just created, a place in a database for them, and the import that gives it. */
export default function GiveAccessPage() {
  const params = useParams<{ id: string }>()
  const navigate = useNavigate()
  const { query } = createImport(
    () => platform,
    () => params.id,
  )
  const rows = createRows(
    () => platform,
    () => params.id,
    () => ["created"],
  )
  const databases = createDatabases()
  const [databaseId, setDatabaseId] = createSignal("")
  const [departmentId, setDepartmentId] = createSignal("")
  const [groupName, setGroupName] = createSignal("")
  const [left, setLeft] = createSignal<ReadonlySet<number>>(new Set())
  const [search, setSearch] = createSignal("")
  const [tried, setTried] = createSignal(false)
  const departments = createDepartments(databaseId)
  const groups = createPermissionGroups(databaseId)

  const people = createMemo(() => (rows().data ?? []).filter(({ row }) => !left().has(row)))
  const key = createMemo(() => {
    people()
    return [databaseId(), departmentId(), groupName(), idempotencyKey()].at(-1) ?? ""
  })
  const chooseDatabase = (id: string) => {
    setDatabaseId(id)
    setDepartmentId("")
    setGroupName("")
  }
  const complete = () =>
    databaseId() !== "" && departmentId() !== "" && groupName() !== "" && people().length > 0
  const send = createAct(async () => {
    const emails = people().map(({ cells }) => cells.email ?? "")
    const scope = scopeOf(databaseId())
    const one = await sendFile(scope, {
      name: t("giveAccess.fileName", query().data?.fileName.replace(/\.\w+$/, "") ?? ""),
      bytes: accessFile(emails, departmentId(), groupName()),
      key: key(),
    })
    navigate(addresses.import(scope, one.id))
  })
  let form!: HTMLFormElement
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (complete()) void send.start()
    else queueMicrotask(() => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus())
  }
  const required = (value: string) => (tried() && value === "" ? t("giveAccess.required") : undefined)

  return (
    <div class="page narrow">
      <PageHeader
        title={t("giveAccess.title")}
        crumbs={[
          [t("shell.platform")],
          [t("shell.imports"), addresses.imports(platform)],
          [query().data?.fileName ?? "…", addresses.import(platform, params.id)],
        ]}
        lead={t("giveAccess.lead")}
      />
      <Loaded query={rows()}>
        {(created) => (
          <Show
            when={created().length > 0}
            fallback={<Empty icon="users" title={t("giveAccess.nobody")} text={t("giveAccess.nobodyHint")} />}
          >
            <form ref={form} class="stacked" onSubmit={submit} noValidate>
              <section class="panel">
                <h2>{t("giveAccess.place")}</h2>
                <div class="fields">
                  <SelectField
                    visibleLabel
                    label={t("giveAccess.database")}
                    value={databaseId()}
                    error={required(databaseId())}
                    options={[
                      ["", t("giveAccess.choose")],
                      ...(databases().data ?? []).map(({ id, name }) => [id, name] as const),
                    ]}
                    onChoose={chooseDatabase}
                  />
                  <SelectField
                    visibleLabel
                    label={t("giveAccess.department")}
                    value={departmentId()}
                    error={required(departmentId())}
                    options={[
                      ["", databaseId() ? t("giveAccess.choose") : t("giveAccess.databaseFirst")],
                      ...departmentTree(departments().data ?? []).map(
                        (one) => [one.departmentId, `${one.path} (${one.departmentId})`] as const,
                      ),
                    ]}
                    onChoose={setDepartmentId}
                  />
                  <SelectField
                    visibleLabel
                    label={t("giveAccess.group")}
                    value={groupName()}
                    error={required(groupName())}
                    options={[
                      ["", databaseId() ? t("giveAccess.choose") : t("giveAccess.databaseFirst")],
                      ...(groups().data ?? []).map((one) => [one.groupName, one.groupName] as const),
                    ]}
                    onChoose={setGroupName}
                  />
                </div>
                <For
                  each={[departments(), groups(), databases()].filter(({ isLoadingError }) => isLoadingError)}
                >
                  {(failed) => <Failure error={failed.error} retry={failed.refetch} />}
                </For>
              </section>
              <section class="panel">
                <h2>{t("giveAccess.people")}</h2>
                <p class="muted">{t("giveAccess.peopleHint")}</p>
                <div class="table-tools">
                  <SearchField label={t("rows.search")} value={search()} onSearch={setSearch} />
                  <p class="table-count" role="status">
                    {t("giveAccess.chosen", people().length, created().length)}
                  </p>
                </div>
                <PeopleChoice
                  rows={created().filter((row) => mentions(row, search()))}
                  left={left()}
                  onLeave={setLeft}
                />
                <LoadMore list={rows()} />
              </section>
              <Show when={send.failure()}>
                <Failure error={send.failure()} retry={() => void send.start()} />
              </Show>
              <Show when={tried() && people().length === 0}>
                <p class="field-error" role="alert">
                  {t("giveAccess.nobodyChosen")}
                </p>
              </Show>
              <div class="actions end">
                <a class="button quiet" href={addresses.import(platform, params.id)}>
                  {t("cancel")}
                </a>
                <button type="submit" class="button primary" aria-busy={send.busy()}>
                  {t("giveAccess.submit", people().length)}
                </button>
              </div>
            </form>
          </Show>
        )}
      </Loaded>
    </div>
  )
}
