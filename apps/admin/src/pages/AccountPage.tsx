import { useQueryClient } from "@tanstack/solid-query"
import { readAccount } from "@muster/client/account"
import { api } from "../api.ts"
import { createQuery } from "../createQuery.ts"
import { t } from "../i18n/language.ts"
import { ChangePassword } from "../parts/ChangePassword.tsx"
import { Loaded } from "../parts/Loaded.tsx"
import { PageHeader } from "../parts/PageHeader.tsx"
import { SecondFactor } from "../parts/SecondFactor.tsx"
import { SessionList } from "../parts/SessionList.tsx"
import { useSession } from "../session.ts"

const key = ["account"]

/** The reader's own sign-in: password, second factor and sessions. */
export default function AccountPage() {
  const client = useQueryClient()
  const session = useSession()
  const account = createQuery(() => ({ queryKey: key, queryFn: ({ signal }) => readAccount(api, signal) }))
  const refresh = () => void client.invalidateQueries({ queryKey: key })
  return (
    <div class="page">
      <PageHeader
        title={t("account.title")}
        crumbs={[]}
        lead={`${session().user.firstName} ${session().user.lastName}, ${session().user.email}`}
      />
      <Loaded query={account()}>
        {(found) => (
          <>
            <ChangePassword onChanged={refresh} />
            <SecondFactor on={found().secondFactor} onChanged={refresh} />
            <SessionList sessions={found().sessions} onChanged={refresh} />
          </>
        )}
      </Loaded>
    </div>
  )
}
