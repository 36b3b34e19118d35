import { createSignal } from "solid-js"
import { KeyScope } from "@muster/domain/rights/Actor"
import { createApiKey } from "@muster/client/apiKeys"
import { api } from "../api.ts"
import { createAct } from "../createAct.ts"
import { ActForm } from "./ActForm.tsx"
import { createDatabases } from "../createDatabases.ts"
import { t } from "../i18n/language.ts"
import { textIn } from "../textIn.ts"
import { SelectField } from "./SelectField.tsx"
import { TextField } from "./TextField.tsx"

/** The form that makes a key; its token is told once. */
export function NewApiKey(props: { onMade: (token: string) => void }) {
  const databases = createDatabases()
  const [scope, setScope] = createSignal<KeyScope>("read")
  const [databaseId, setDatabaseId] = createSignal("")
  const make = createAct(async (form: HTMLFormElement) => {
    const { token } = await createApiKey(api, {
      name: textIn(form, "name"),
      scope: scope(),
      databaseId: databaseId() || null,
      days: Number(textIn(form, "days")),
    })
    form.reset()
    props.onMade(token)
  })
  return (
    <ActForm
      class="panel"
      act={make}
      head={
        <>
          <h2>{t("apiKeys.new")}</h2>
        </>
      }
    >
      <div class="fields">
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
    </ActForm>
  )
}
