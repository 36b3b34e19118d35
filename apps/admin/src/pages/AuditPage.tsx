import { useSearchParams } from "@solidjs/router"
import { createMemo, createSignal, For, Show } from "solid-js"
import { AuditEvent } from "@muster/domain/audit/AuditLine"
import { listAudit, verifyAudit, type AuditFilter, type Verification } from "@muster/client/audit"
import { api } from "../api.ts"
import { createAct } from "../createAct.ts"
import { createDatabases } from "../createDatabases.ts"
import { createPages } from "../createQuery.ts"
import { t } from "../i18n/language.ts"
import { AuditTable } from "../parts/AuditTable.tsx"
import { DayField } from "../parts/DayField.tsx"
import { Empty } from "../parts/Empty.tsx"
import { Failure } from "../parts/Failure.tsx"
import { LoadMore } from "../parts/LoadMore.tsx"
import { Loaded } from "../parts/Loaded.tsx"
import { Notice } from "../parts/Notice.tsx"
import { PageHeader } from "../parts/PageHeader.tsx"
import { SelectField } from "../parts/SelectField.tsx"

/** Who did what, newest first; what it is narrowed to is in its address. */
export default function AuditPage() {
  const [search, setSearch] = useSearchParams<Record<keyof AuditFilter, string>>()
  const filter = createMemo((): AuditFilter => ({
    event: AuditEvent.literals.find((event) => event === search.event) ?? "",
    databaseId: search.databaseId ?? "",
    from: search.from ?? "",
    until: search.until ?? "",
  }))
  const change = (to: Partial<AuditFilter>) => setSearch(to, { replace: true, scroll: false })
  const databases = createDatabases()
  const lines = createPages(() => {
    const wanted = filter()
    return {
      key: ["audit", wanted],
      page: (cursor, signal) => listAudit(api, wanted, cursor, signal),
      keepPrevious: true,
    }
  })
  const [verified, setVerified] = createSignal<Verification | null>(null)
  const verify = createAct(async () => void setVerified(await verifyAudit(api)))
  return (
    <div class="page">
      <PageHeader title={t("audit.title")} crumbs={[[t("shell.platform")]]} lead={t("audit.lead")}>
        <button type="button" class="button" aria-busy={verify.busy()} onClick={() => void verify.start()}>
          {verify.busy() ? t("audit.verifying") : t("audit.verify")}
        </button>
      </PageHeader>
      <Show when={verify.failure()}>
        <Failure error={verify.failure()} />
      </Show>
      <Show when={verified()}>
        {(found) => (
          <Show
            when={found().faults.length > 0}
            fallback={<Notice tone="success" alert title={t("audit.whole", found().lines)} />}
          >
            <Notice tone="error" alert title={t("audit.notWhole")}>
              <ul>
                <For each={found().faults}>
                  {({ ordinal, fault }) => <li>{t(`audit.fault.${fault}`, ordinal)}</li>}
                </For>
              </ul>
            </Notice>
          </Show>
        )}
      </Show>
      <div class="tools" role="search" aria-label={t("audit.narrow")}>
        <SelectField
          label={t("audit.event")}
          value={filter().event}
          options={[
            ["", t("audit.anyEvent")],
            ...AuditEvent.literals.map((event) => [event, t(`auditEvent.${event}`)] as const),
          ]}
          onChoose={(event) => change({ event: event as AuditFilter["event"] })}
        />
        <SelectField
          label={t("audit.database")}
          value={filter().databaseId}
          options={[
            ["", t("audit.anywhere")],
            ...(databases().data ?? []).map(({ id, name }) => [id, name] as const),
          ]}
          onChoose={(databaseId) => change({ databaseId })}
        />
        <DayField label={t("audit.from")} value={filter().from} onChoose={(from) => change({ from })} />
        <DayField label={t("audit.until")} value={filter().until} onChoose={(until) => change({ until })} />
      </div>
      <Loaded query={lines()}>
        {(list) => (
          <Show when={list().length > 0} fallback={<Empty icon="waiting" title={t("audit.empty")} />}>
            <AuditTable lines={list()} databases={databases().data ?? []} />
            <LoadMore list={lines()} />
          </Show>
        )}
      </Loaded>
    </div>
  )
}
