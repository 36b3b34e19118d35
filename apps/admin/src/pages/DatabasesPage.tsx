import { useNavigate } from "@solidjs/router"
import { useQueryClient } from "@tanstack/solid-query"
import { createMemo, createSignal, For, Show } from "solid-js"
import { addresses } from "../addresses.ts"
import { createDatabase } from "@muster/client/databases"
import { api } from "../api.ts"
import { createDatabases } from "../createDatabases.ts"
import { t } from "../i18n/language.ts"
import { DatabaseCard } from "../parts/DatabaseCard.tsx"
import { Empty } from "../parts/Empty.tsx"
import { FormDialog } from "../parts/FormDialog.tsx"
import { LoadMore } from "../parts/LoadMore.tsx"
import { Loaded } from "../parts/Loaded.tsx"
import { PageHeader } from "../parts/PageHeader.tsx"
import { SearchField } from "../parts/SearchField.tsx"
import { TextField } from "../parts/TextField.tsx"
import { useMay } from "../session.ts"
import { textIn } from "../textIn.ts"
import { SampleOffer } from "./SampleOffer.tsx"

/** Every database of the platform. */
export default function DatabasesPage() {
  const databases = createDatabases()
  const may = useMay()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [adding, setAdding] = createSignal(false)
  const [search, setSearch] = createSignal("")
  const found = createMemo(() => {
    const wanted = search().trim().toLocaleLowerCase()
    return (databases().data ?? []).filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
  })
  return (
    <div class="page">
      <PageHeader title={t("databases.title")} crumbs={[]} lead={t("databases.lead")}>
        <Show when={may("databases.create")}>
          <button type="button" class="button" onClick={() => setAdding(true)}>
            {t("databases.add")}
          </button>
        </Show>
      </PageHeader>
      <Show when={adding()}>
        <FormDialog
          title={t("databases.add")}
          submit={t("databases.add")}
          onSubmit={async (form) => {
            const { id } = await createDatabase(api, textIn(form, "name"))
            await client.invalidateQueries({ queryKey: ["databases"] })
            navigate(addresses.departments(id))
          }}
          onClose={() => setAdding(false)}
        >
          <TextField label={t("users.name")} name="name" autocomplete="off" />
        </FormDialog>
      </Show>
      <Loaded query={databases()}>
        {(list) => (
          <Show
            when={list().length > 0}
            fallback={
              may("databases.create") ? (
                <SampleOffer />
              ) : (
                <Empty icon="database" title={t("databases.noRight")} text={t("databases.noRightHint")} />
              )
            }
          >
            <div class="tools">
              <SearchField label={t("databases.search")} value={search()} onSearch={setSearch} />
              <p class="table-count" role="status">
                {t("databases.shown", found().length)}
              </p>
            </div>
            <Show when={found().length > 0} fallback={<Empty icon="search" title={t("databases.none")} />}>
              <ul class="cards">
                <For each={found()}>
                  {(database) => (
                    <li>
                      <DatabaseCard database={database} />
                    </li>
                  )}
                </For>
              </ul>
            </Show>
            <LoadMore list={databases()} />
          </Show>
        )}
      </Loaded>
    </div>
  )
}
