import { useNavigate, useParams } from "@solidjs/router"
import { useQueryClient } from "@tanstack/solid-query"
import { createMemo, createSignal, Show } from "solid-js"
import type { NewAccess } from "@muster/domain/model/Access"
import { addresses, scopeOf } from "../addresses.ts"
import { announce } from "../announce.ts"
import { grantAccess } from "@muster/client/databases"
import { createPlatformUser } from "@muster/client/platformUsers"
import { Refusal } from "@muster/client/request"
import { api } from "../api.ts"
import { createScopeCrumbs } from "../createScopeCrumbs.ts"
import { t } from "../i18n/language.ts"
import { AccessForm } from "../parts/AccessForm.tsx"
import { Notice } from "../parts/Notice.tsx"
import { PageHeader } from "../parts/PageHeader.tsx"
import { TextField } from "../parts/TextField.tsx"
import { UserField } from "../parts/UserField.tsx"
import { useMay } from "../session.ts"
import { textIn } from "../textIn.ts"

/** Gives one person access to a database; one who is not in the platform yet is added first, where that is allowed. */
export default function NewAccessPage() {
  const params = useParams<{ databaseId: string }>()
  const scope = createMemo(() => scopeOf(params.databaseId))
  const crumbs = createScopeCrumbs(scope)
  const client = useQueryClient()
  const navigate = useNavigate()
  const may = useMay()
  const [unknown, setUnknown] = createSignal(false)

  const give = async (given: NewAccess, form: HTMLFormElement) => {
    const { userId } = await grantAccess(api, params.databaseId, textIn(form, "email"), given)
    for (const key of ["accesses", "accesses-of"]) void client.invalidateQueries({ queryKey: [key] })
    announce(t("access.given"))
    navigate(addresses.user(scope(), userId))
  }
  const giveOrAdd = async (given: NewAccess, form: HTMLFormElement) => {
    try {
      await give(given, form)
    } catch (error) {
      if (!may("users.add") || !isOfNobody(error)) throw error
      if (!unknown()) {
        setUnknown(true)
        queueMicrotask(() => form.querySelector<HTMLInputElement>("[name=firstName]")?.focus())
        return
      }
      await createPlatformUser(api, {
        email: textIn(form, "email"),
        firstName: textIn(form, "firstName"),
        lastName: textIn(form, "lastName"),
      })
      void client.invalidateQueries({ queryKey: ["platform-users"] })
      await give(given, form)
    }
  }
  return (
    <div class="page">
      <PageHeader
        title={t("access.new")}
        crumbs={[...crumbs(), [t("accesses.title"), addresses.users(scope())]]}
        lead={may("users.add") ? t("access.newLead") : t("access.newLeadOnly")}
      />
      <AccessForm
        databaseId={params.databaseId}
        submit={unknown() ? t("access.addAndGive") : t("access.give")}
        head={
          <Show when={unknown()}>
            <Notice tone="info" alert title={t("access.unknown")}>
              {t("access.unknownHint")}
            </Notice>
          </Show>
        }
        onSave={giveOrAdd}
      >
        <UserField />
        <Show when={unknown()}>
          <TextField label={t("column.firstName")} name="firstName" autocomplete="off" />
          <TextField label={t("column.lastName")} name="lastName" autocomplete="off" />
        </Show>
      </AccessForm>
    </div>
  )
}

const isOfNobody = (error: unknown) => error instanceof Refusal && error.code === "user.not_in_platform"
