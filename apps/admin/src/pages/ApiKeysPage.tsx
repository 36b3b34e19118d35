import { useQueryClient } from "@tanstack/solid-query"
import { createSignal, For, Show } from "solid-js"
import type { ApiKey } from "@muster/domain/rights/ApiKey"
import { announce } from "../announce.ts"
import { listApiKeys, revokeApiKey } from "@muster/client/apiKeys"
import { api } from "../api.ts"
import { createAct } from "../createAct.ts"
import { createQuery } from "../createQuery.ts"
import { formatMoment } from "../i18n/format.ts"
import { t } from "../i18n/language.ts"
import { ConfirmDialog } from "../parts/ConfirmDialog.tsx"
import { Empty } from "../parts/Empty.tsx"
import { Failure } from "../parts/Failure.tsx"
import { Loaded } from "../parts/Loaded.tsx"
import { Notice } from "../parts/Notice.tsx"
import { NewApiKey } from "../parts/NewApiKey.tsx"
import { PageHeader } from "../parts/PageHeader.tsx"
import { ListTable } from "../parts/ListTable.tsx"

const key = ["api-keys"]

/** The reader's own keys for services: made, shown once, revoked. */
export default function ApiKeysPage() {
  const client = useQueryClient()
  const keys = createQuery(() => ({ queryKey: key, queryFn: ({ signal }) => listApiKeys(api, signal) }))
  const [token, setToken] = createSignal<string | null>(null)
  const [leaving, setLeaving] = createSignal<ApiKey | null>(null)
  const revoke = createAct(async (id: string) => {
    await revokeApiKey(api, id)
    announce(t("apiKeys.revoked"))
    setLeaving(null)
    await client.invalidateQueries({ queryKey: key })
  })
  return (
    <div class="page">
      <PageHeader title={t("apiKeys.title")} crumbs={[]} lead={t("apiKeys.lead")} />
      <Show when={token()}>
        {(made) => (
          <Notice tone="success" title={t("apiKeys.made")} alert>
            <p>{t("apiKeys.once")}</p>
            <p>
              <code class="token">{made()}</code>
            </p>
          </Notice>
        )}
      </Show>
      <NewApiKey
        onMade={(made) => {
          setToken(made)
          void client.invalidateQueries({ queryKey: key })
        }}
      />
      <Loaded query={keys()}>
        {(list) => (
          <Show when={list().length > 0} fallback={<Empty icon="key" title={t("apiKeys.empty")} />}>
            <ListTable
              caption={t("apiKeys.title")}
              columns={[
                [t("apiKeys.name")],
                [t("apiKeys.scope")],
                [t("apiKeys.expires")],
                [t("apiKeys.used")],
                [t("apiKeys.revoke"), "hidden"],
              ]}
            >
              <For each={list()}>
                {(one) => (
                  <tr>
                    <th scope="row">{one.name}</th>
                    <td data-label={t("apiKeys.scope")}>{t(`keyScope.${one.scope}`)}</td>
                    <td data-label={t("apiKeys.expires")}>{formatMoment(one.expiresAt)}</td>
                    <td data-label={t("apiKeys.used")}>
                      {one.lastUsedAt === null ? t("apiKeys.never") : formatMoment(one.lastUsedAt)}
                    </td>
                    <td class="number">
                      <button type="button" class="link" onClick={() => setLeaving(one)}>
                        {t("apiKeys.revoke")}
                        <span class="visually-hidden"> {one.name}</span>
                      </button>
                    </td>
                  </tr>
                )}
              </For>
            </ListTable>
          </Show>
        )}
      </Loaded>
      <ConfirmDialog
        open={leaving() !== null}
        title={t("apiKeys.revokeTitle")}
        confirm={t("apiKeys.revoke")}
        danger
        busy={revoke.busy()}
        onConfirm={() => void revoke.start(leaving()?.id ?? "")}
        onClose={() => setLeaving(null)}
      >
        <p>{t("apiKeys.revokeText", leaving()?.name ?? "")}</p>
        <Show when={revoke.failure()}>
          <Failure error={revoke.failure()} />
        </Show>
      </ConfirmDialog>
    </div>
  )
}
