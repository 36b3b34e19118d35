import { useNavigate, useParams } from "@solidjs/router"
import { useQueryClient } from "@tanstack/solid-query"
import { createMemo, createSignal, Show } from "solid-js"
import { addresses, scopeOf } from "../addresses.ts"
import { announce } from "../announce.ts"
import { changeAccess, findAccess, removeAccess } from "@muster/client/databases"
import { api } from "../api.ts"
import { createAct } from "../createAct.ts"
import { createDepartments } from "../createDatabaseFacts.ts"
import { createQuery } from "../createQuery.ts"
import { createScopeCrumbs } from "../createScopeCrumbs.ts"
import { t } from "../i18n/language.ts"
import { AccessForm } from "../parts/AccessForm.tsx"
import { ConfirmDialog } from "../parts/ConfirmDialog.tsx"
import { Failure } from "../parts/Failure.tsx"
import { HeldPermissions } from "../parts/HeldPermissions.tsx"
import { Loaded } from "../parts/Loaded.tsx"
import { PageHeader } from "../parts/PageHeader.tsx"
import { useMay, useMayIn } from "../session.ts"

/** One user's place in a database: department, group, what was given by hand, and what comes of it. */
export default function AccessPage() {
  const params = useParams<{ databaseId: string; userId: string }>()
  const scope = createMemo(() => scopeOf(params.databaseId))
  const crumbs = createScopeCrumbs(scope)
  const client = useQueryClient()
  const navigate = useNavigate()
  const may = useMay()
  const mayIn = useMayIn()
  const departments = createDepartments(() => params.databaseId)
  const names = createMemo(
    () => new Map((departments().data ?? []).map(({ departmentId, name }) => [departmentId, name])),
  )
  const key = () => ["access", params.databaseId, params.userId]
  const access = createQuery(() => {
    const { databaseId, userId } = params
    return { queryKey: key(), queryFn: ({ signal }) => findAccess(api, databaseId, userId, signal) }
  })
  const forgetLists = () => {
    for (const list of ["accesses", "accesses-of", "history-of"])
      void client.invalidateQueries({ queryKey: [list] })
  }
  const [asked, setAsked] = createSignal(false)
  const remove = createAct(async () => {
    const found = access().data
    if (found) await removeAccess(api, params.databaseId, found)
    forgetLists()
    announce(t("access.removed"))
    navigate(addresses.users(scope()))
  })
  return (
    <div class="page">
      <PageHeader
        title={access().data?.email ?? t("loading")}
        crumbs={[...crumbs(), [t("accesses.title"), addresses.users(scope())]]}
        lead={
          <Show when={may("users.read")}>
            <a href={addresses.user(scopeOf(undefined), params.userId)}>{t("access.person")}</a>
          </Show>
        }
      />
      <Loaded query={access()}>
        {(found) => (
          <>
            <Show when={mayIn("accesses.change", params.databaseId)}>
              <Show when={found().version} keyed>
                <AccessForm
                  databaseId={params.databaseId}
                  access={found()}
                  submit={t("user.save")}
                  head={<h2>{t("access.title")}</h2>}
                  onSave={async ({ departmentId, groupName, extra }) => {
                    const given = { departmentId, groupName, extra }
                    client.setQueryData(key(), await changeAccess(api, params.databaseId, found(), given))
                    forgetLists()
                    announce(t("user.saved"))
                  }}
                />
              </Show>
            </Show>
            <HeldPermissions
              databaseId={params.databaseId}
              userId={params.userId}
              version={found().version}
              departments={names()}
            />
            <Show when={mayIn("accesses.change", params.databaseId)}>
              <section class="panel">
                <h2>{t("access.remove")}</h2>
                <p class="muted">{t("access.removeHint")}</p>
                <Show when={remove.failure()}>
                  <Failure error={remove.failure()} />
                </Show>
                <div class="actions">
                  <button type="button" class="button danger" onClick={() => setAsked(true)}>
                    {t("access.remove")}
                  </button>
                </div>
              </section>
              <ConfirmDialog
                open={asked()}
                title={t("access.removeTitle")}
                confirm={t("access.remove")}
                danger
                busy={remove.busy()}
                onClose={() => setAsked(false)}
                onConfirm={() => {
                  setAsked(false)
                  void remove.start()
                }}
              >
                <p>{t("access.removeText", found().email)}</p>
              </ConfirmDialog>
            </Show>
          </>
        )}
      </Loaded>
    </div>
  )
}
