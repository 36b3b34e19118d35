import { useQueryClient } from "@tanstack/solid-query"
import { addresses } from "../addresses.ts"
import { signOut } from "@muster/client/session"
import { api } from "../api.ts"
import { discardAllDrafts } from "../drafts/draftStore.ts"
import { createAct } from "../createAct.ts"
import { t } from "../i18n/language.ts"
import { useSession } from "../session.ts"
import { Icon } from "./Icon.tsx"
import { MenuLink } from "./MenuLink.tsx"

/** Who is signed in, the way to what is theirs, and out. */
export function Account() {
  const session = useSession()
  const client = useQueryClient()
  const leave = createAct(async () => {
    await signOut(api)
    client.setQueryData(["session"], null)
    await discardAllDrafts()
  })
  const name = () => `${session().user.firstName} ${session().user.lastName}`
  return (
    <section class="account" aria-label={t("account.title")}>
      <p class="account-name">
        {name()}
        <span class="account-role">{t(`role.${session().platformRole}`)}</span>
      </p>
      <ul>
        <MenuLink href={addresses.account} icon="person" label={t("account.title")} />
        <MenuLink href={addresses.apiKeys} icon="key" label={t("apiKeys.title")} />
        <li>
          <button type="button" class="menu-link" aria-busy={leave.busy()} onClick={() => void leave.start()}>
            <Icon name="out" />
            <span class="menu-label">{t("account.signOut")}</span>
          </button>
        </li>
      </ul>
    </section>
  )
}
