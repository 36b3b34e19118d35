import { useNavigate, useParams } from "@solidjs/router"
import { useQueryClient } from "@tanstack/solid-query"
import { createMemo, Show } from "solid-js"
import { addresses, scopeOf } from "../addresses.ts"
import { announce } from "../announce.ts"
import { grantAccess } from "../api/databases.ts"
import { createScopeCrumbs } from "../createScopeCrumbs.ts"
import { t } from "../i18n/language.ts"
import { AccessForm } from "../parts/AccessForm.tsx"
import { PageHeader } from "../parts/PageHeader.tsx"
import { UserField } from "../parts/UserField.tsx"
import { useMay } from "../session.ts"
import { textIn } from "../textIn.ts"

/** Gives one user of the platform access to a database. */
export default function NewAccessPage() {
  const params = useParams<{ databaseId: string }>()
  const scope = createMemo(() => scopeOf(params.databaseId))
  const crumbs = createScopeCrumbs(scope)
  const client = useQueryClient()
  const navigate = useNavigate()
  const may = useMay()
  return (
    <div class="page">
      <PageHeader
        title={t("access.new")}
        crumbs={[...crumbs(), [t("accesses.title"), addresses.users(scope())]]}
        lead={
          <>
            {t("access.newLead")}{" "}
            <Show when={may("users.add")}>
              <a href={addresses.newUser(scopeOf(undefined))}>{t("access.addPerson")}</a>
            </Show>
          </>
        }
      />
      <AccessForm
        databaseId={params.databaseId}
        submit={t("access.give")}
        onSave={async (given, form) => {
          const { userId } = await grantAccess(params.databaseId, textIn(form, "email"), given)
          for (const key of ["accesses", "accesses-of"]) void client.invalidateQueries({ queryKey: [key] })
          announce(t("access.given"))
          navigate(addresses.user(scope(), userId))
        }}
      >
        <UserField />
      </AccessForm>
    </div>
  )
}
