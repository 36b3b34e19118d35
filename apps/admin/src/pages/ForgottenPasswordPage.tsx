import { createSignal, Show } from "solid-js"
import { askForPasswordLink } from "@muster/client/session"
import { api } from "../api.ts"
import { createAct } from "../createAct.ts"
import { ActForm } from "../parts/ActForm.tsx"
import { t } from "../i18n/language.ts"
import { Notice } from "../parts/Notice.tsx"
import { SignInFrame } from "../parts/SignInFrame.tsx"
import { TextField } from "../parts/TextField.tsx"
import { textIn } from "../textIn.ts"

/** Has a link sent to the address that the platform knows; says the same whether there is such a user or not. */
export function ForgottenPasswordPage() {
  const [sent, setSent] = createSignal(false)
  const act = createAct(async (form: HTMLFormElement) => {
    await askForPasswordLink(api, textIn(form, "identifier"))
    setSent(true)
  })
  return (
    <SignInFrame title={t("forgotten.title")} lead={t("forgotten.lead")}>
      <Show
        when={!sent()}
        fallback={
          <Notice tone="success" title={t("forgotten.sent")} alert>
            <p>{t("forgotten.sentHint")}</p>
          </Notice>
        }
      >
        <ActForm class="form" act={act}>
          <TextField label={t("signIn.identifier")} name="identifier" autocomplete="username" />
          <button type="submit" class="button primary" aria-busy={act.busy()}>
            {t("forgotten.submit")}
          </button>
        </ActForm>
      </Show>
      <p>
        <a href="/">{t("forgotten.back")}</a>
      </p>
    </SignInFrame>
  )
}
