import { useParams } from "@solidjs/router"
import { createMemo, Show } from "solid-js"
import { addresses, scopeOf } from "../addresses.ts"
import { listImports } from "@muster/client/imports"
import { api } from "../api.ts"
import { createPages } from "../createQuery.ts"
import { createScopeCrumbs } from "../createScopeCrumbs.ts"
import { language, t } from "../i18n/language.ts"
import { importWords } from "../importWords.ts"
import { Empty } from "../parts/Empty.tsx"
import { HistoryTable } from "../parts/HistoryTable.tsx"
import { Icon } from "../parts/Icon.tsx"
import { LoadMore } from "../parts/LoadMore.tsx"
import { Loaded } from "../parts/Loaded.tsx"
import { PageHeader } from "../parts/PageHeader.tsx"

/** The imports there have been, newest first: the platform's, or one database's. */
export default function ImportsPage() {
  const params = useParams<{ databaseId?: string }>()
  const scope = createMemo(() => scopeOf(params.databaseId))
  const crumbs = createScopeCrumbs(scope)
  const imports = createPages(() => {
    const from = scope()
    return {
      key: ["imports", from.databaseId, language()],
      page: (cursor, signal) => listImports(api, from, cursor, signal),
    }
  })
  const start = () => (
    <a class="button primary" href={addresses.newImport(scope())}>
      <Icon name="upload" />
      {t(`imports.start.${importWords(scope().kind)}`)}
    </a>
  )
  return (
    <div class="page">
      <PageHeader
        title={t("imports.title")}
        crumbs={crumbs()}
        lead={t(`imports.lead.${importWords(scope().kind)}`)}
      >
        <Show when={imports().data?.length}>{start()}</Show>
      </PageHeader>
      <Loaded query={imports()}>
        {(list) => (
          <Show
            when={list().length > 0}
            fallback={
              <Empty
                icon="imports"
                title={t("imports.empty")}
                text={t(`imports.emptyHint.${importWords(scope().kind)}`)}
              >
                {start()}
              </Empty>
            }
          >
            <HistoryTable
              imports={list()}
              caption={t("imports.title")}
              addressOf={({ id }) => addresses.import(scope(), id)}
            />
            <LoadMore list={imports()} />
          </Show>
        )}
      </Loaded>
    </div>
  )
}
