import { useParams } from "@solidjs/router"
import { useQueryClient } from "@tanstack/solid-query"
import { Show } from "solid-js"
import type { PlatformUser } from "@muster/domain/model/PlatformUser"
import { reaches } from "@muster/domain/rights/may"
import { addresses, scopeOf } from "../addresses.ts"
import { announce } from "../announce.ts"
import { changePlatformUser, findPlatformUser } from "@muster/client/platformUsers"
import { Refusal } from "@muster/client/request"
import { api } from "../api.ts"
import { createQuery } from "../createQuery.ts"
import { t } from "../i18n/language.ts"
import { Loaded } from "../parts/Loaded.tsx"
import { PageHeader } from "../parts/PageHeader.tsx"
import { PersonForm } from "../parts/PersonForm.tsx"
import { UserAccesses } from "../parts/UserAccesses.tsx"
import { UserHistory } from "../parts/UserHistory.tsx"
import { UserStanding } from "../parts/UserStanding.tsx"
import { useMay, useSession } from "../session.ts"

const platform = scopeOf(undefined)

/** One user of the platform: who they are, what they may, where they have access, and what was done to them. */
export default function PlatformUserPage() {
  const params = useParams<{ userId: string }>()
  const client = useQueryClient()
  const session = useSession()
  const may = useMay()
  const user = createQuery(() => {
    const id = params.userId
    return { queryKey: ["platform-user", id], queryFn: ({ signal }) => findPlatformUser(api, id, signal) }
  })
  const keep = (changed: PlatformUser) => {
    client.setQueryData(["platform-user", changed.id], changed)
    for (const key of ["platform-users", "history-of", "accesses"])
      void client.invalidateQueries({ queryKey: [key] })
  }
  const name = () => {
    const { data } = user()
    return data ? `${data.firstName} ${data.lastName}` : t("loading")
  }
  const mayChange = () =>
    may("users.change") &&
    user().data?.status !== "anonymised" &&
    reaches(session().platformRole, user().data?.platformRole ?? "none")
  return (
    <div class="page">
      <PageHeader
        title={name()}
        crumbs={[[t("shell.platform")], [t("users.title"), addresses.users(platform)]]}
        lead={user().data?.email}
      />
      <Loaded query={user()}>
        {(found) => (
          <>
            <Show when={mayChange()}>
              <PersonForm
                user={found()}
                submit={t("user.save")}
                head={<h2>{t("user.person")}</h2>}
                onSave={async (cells) => {
                  try {
                    keep(await changePlatformUser(api, found(), cells))
                  } catch (error) {
                    // What somebody else changed comes into its fields; what was typed in others stays.
                    if (error instanceof Refusal && error.status === 412) void user().refetch()
                    throw error
                  }
                  announce(t("user.saved"))
                }}
              />
            </Show>
            <UserStanding user={found()} mayChange={mayChange()} onChanged={keep} />
            <UserAccesses userId={found().id} />
            <Show when={may("users.change")}>
              <UserHistory userId={found().id} />
            </Show>
          </>
        )}
      </Loaded>
    </div>
  )
}
