import { useNavigate } from "@solidjs/router"
import { useQueryClient } from "@tanstack/solid-query"
import { addresses, scopeOf } from "../addresses.ts"
import { createPlatformUser } from "@muster/client/platformUsers"
import { api } from "../api.ts"
import { t } from "../i18n/language.ts"
import { PageHeader } from "../parts/PageHeader.tsx"
import { PersonForm } from "../parts/PersonForm.tsx"

const platform = scopeOf(undefined)

/** Adds one person to the platform. */
export default function NewPlatformUserPage() {
  const navigate = useNavigate()
  const client = useQueryClient()
  return (
    <div class="page">
      <PageHeader
        title={t("user.new")}
        crumbs={[[t("shell.platform")], [t("users.title"), addresses.users(platform)]]}
        lead={t("user.newLead")}
      />
      <PersonForm
        submit={t("user.add")}
        onSave={async (cells) => {
          const { id } = await createPlatformUser(api, cells)
          void client.invalidateQueries({ queryKey: ["platform-users"] })
          navigate(addresses.user(platform, id))
        }}
      />
    </div>
  )
}
