import { useNavigate, useParams } from "@solidjs/router"
import { createMemo, createSignal, Show } from "solid-js"
import { accessFile } from "../accessFile.ts"
import { addresses, scopeOf } from "../addresses.ts"
import { idempotencyKey } from "@muster/client/idempotencyKey"
import { sendFile } from "@muster/client/imports"
import { api } from "../api.ts"
import { createAct } from "../createAct.ts"
import { createImport } from "../createImport.ts"
import { createRows } from "../createRows.ts"
import { t } from "../i18n/language.ts"
import { mentions } from "../rowFilter.ts"
import { Empty } from "../parts/Empty.tsx"
import { Failure } from "../parts/Failure.tsx"
import { LoadMore } from "../parts/LoadMore.tsx"
import { Loaded } from "../parts/Loaded.tsx"
import { PageHeader } from "../parts/PageHeader.tsx"
import { PeopleChoice } from "../parts/PeopleChoice.tsx"
import { PlaceChoice, type Place } from "../parts/PlaceChoice.tsx"
import { SearchField } from "../parts/SearchField.tsx"

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
    () => ({ statuses: ["created"] }),
  )
  const [place, setPlace] = createSignal<Place>({ databaseId: "", departmentId: "", groupName: "" })
  const [left, setLeft] = createSignal<ReadonlySet<number>>(new Set())
  const [search, setSearch] = createSignal("")
  const [tried, setTried] = createSignal(false)
  const people = createMemo(() => (rows().data ?? []).filter(({ row }) => !left().has(row)))
  /** Another choice is another import; the same one, sent again after an answer was lost, is not. */
  const key = createMemo(() => {
    people()
    place()
    return idempotencyKey()
  })
  const complete = () => Object.values(place()).every((part) => part !== "") && people().length > 0
  const send = createAct(async () => {
    const emails = people().map(({ cells }) => cells.email ?? "")
    const { databaseId, departmentId, groupName } = place()
    const scope = scopeOf(databaseId)
    const file = {
      name: t("giveAccess.fileName", query().data?.fileName.replace(/\.\w+$/, "") ?? ""),
      bytes: accessFile(emails, departmentId, groupName),
      key: key(),
    }
    const one = await sendFile(api, scope, file, "create")
    navigate(addresses.import(scope, one.id))
  })
  let form!: HTMLFormElement
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (complete()) void send.start()
    else queueMicrotask(() => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus())
  }

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
                <PlaceChoice place={place()} tried={tried()} onChoose={setPlace} />
              </section>
              <section class="panel">
                <h2>{t("giveAccess.people")}</h2>
                <p class="muted">{t("giveAccess.peopleHint")}</p>
                <div class="tools">
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
