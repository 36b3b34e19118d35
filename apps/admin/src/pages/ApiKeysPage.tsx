import { useQueryClient } from "@tanstack/solid-query"
import { createSignal, For, Show } from "solid-js"
import { KeyScope } from "@muster/domain/rights/Actor"
import type { ApiKey } from "@muster/domain/rights/ApiKey"
import { announce } from "../announce.ts"
import { createApiKey, listApiKeys, revokeApiKey } from "../api/apiKeys.ts"
import { createAct } from "../createAct.ts"
import { createDatabases } from "../createDatabases.ts"
import { createQuery } from "../createQuery.ts"
import { formatMoment } from "../i18n/format.ts"
import { t } from "../i18n/language.ts"
import { ConfirmDialog } from "../parts/ConfirmDialog.tsx"
import { Empty } from "../parts/Empty.tsx"
import { Failure } from "../parts/Failure.tsx"
import { Loaded } from "../parts/Loaded.tsx"
import { Notice } from "../parts/Notice.tsx"
import { PageHeader } from "../parts/PageHeader.tsx"
import { SelectField } from "../parts/SelectField.tsx"
import { TextField } from "../parts/TextField.tsx"
import { textIn } from "../textIn.ts"

const key = ["api-keys"]

/** The reader's own keys for services: made, shown once, revoked. */
export default function ApiKeysPage() {
  const client = useQueryClient()
  const keys = createQuery(() => ({ queryKey: key, queryFn: ({ signal }) => listApiKeys(signal) }))
  const [token, setToken] = createSignal<string | null>(null)
  const [leaving, setLeaving] = createSignal<ApiKey | null>(null)
  const revoke = createAct(async (id: string) => {
    await revokeApiKey(id)
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
      <NewKey
        onMade={(made) => {
          setToken(made)
          void client.invalidateQueries({ queryKey: key })
        }}
      />
      <Loaded query={keys()}>
        {(list) => (
          <Show when={list().length > 0} fallback={<Empty icon="key" title={t("apiKeys.empty")} />}>
            <div class="table-scroll" role="region" aria-label={t("apiKeys.title")} tabindex="0">
              <table class="table stack">
                <caption class="visually-hidden">{t("apiKeys.title")}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t("apiKeys.name")}</th>
                    <th scope="col">{t("apiKeys.scope")}</th>
                    <th scope="col">{t("apiKeys.expires")}</th>
                    <th scope="col">{t("apiKeys.used")}</th>
                    <th scope="col">
                      <span class="visually-hidden">{t("apiKeys.revoke")}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
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
                </tbody>
              </table>
            </div>
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

function NewKey(props: { onMade: (token: string) => void }) {
  const databases = createDatabases()
  const [scope, setScope] = createSignal<KeyScope>("read")
  const [databaseId, setDatabaseId] = createSignal("")
  const make = createAct(async (form: HTMLFormElement) => {
    const { token } = await createApiKey({
      name: textIn(form, "name"),
      scope: scope(),
      databaseId: databaseId() || null,
      days: Number(textIn(form, "days")),
    })
    form.reset()
    props.onMade(token)
  })
  return (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault()
        void make.start(event.currentTarget)
      }}
    >
      <h2>{t("apiKeys.new")}</h2>
      <Show when={make.failure()}>
        <Failure error={make.failure()} />
      </Show>
      <div class="field-row">
        <TextField label={t("apiKeys.name")} name="name" autocomplete="off" />
        <SelectField
          label={t("apiKeys.scope")}
          visibleLabel
          value={scope()}
          options={KeyScope.literals.map((one) => [one, t(`keyScope.${one}`)] as const)}
          onChoose={(chosen) => setScope(KeyScope.literals.find((one) => one === chosen) ?? "read")}
        />
        <SelectField
          label={t("apiKeys.where")}
          visibleLabel
          value={databaseId()}
          options={[
            ["", t("apiKeys.everywhere")],
            ...(databases().data ?? []).map(({ id, name }) => [id, name] as const),
          ]}
          onChoose={setDatabaseId}
        />
        <TextField label={t("apiKeys.days")} name="days" type="number" autocomplete="off" value="90" />
      </div>
      <div class="actions">
        <button type="submit" class="button primary" aria-busy={make.busy()}>
          {t("apiKeys.make")}
        </button>
      </div>
    </form>
  )
}
