import { createSignal, Show } from "solid-js"
import { Refusal } from "@muster/client/request"
import { signIn, type Session } from "@muster/client/session"
import { api } from "../api.ts"
import { createAct } from "../createAct.ts"
import { ActForm } from "../parts/ActForm.tsx"
import { textIn } from "../textIn.ts"
import { t } from "../i18n/language.ts"
import { ProviderSignIn } from "../parts/ProviderSignIn.tsx"
import { SignInFrame } from "../parts/SignInFrame.tsx"
import { TextField } from "../parts/TextField.tsx"

/** Asks who sits here. The address stays as it is: the page asked for follows. */
export function SignInPage(props: { onSignedIn: (session: Session) => void }) {
  const [asksCode, setAsksCode] = createSignal(false)
  const act = createAct(async (form: HTMLFormElement) => {
    const code = asksCode() ? textIn(form, "code").replaceAll(" ", "") : null
    try {
      props.onSignedIn(await signIn(api, textIn(form, "identifier"), textIn(form, "password"), code))
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "sign_in.code_needed") throw error
      setAsksCode(true)
      form.querySelector<HTMLInputElement>("[name=code]")?.focus()
    }
  })
  return (
    <SignInFrame title={t("signIn.title")} lead={t("signIn.lead")}>
      <ActForm class="form" act={act}>
        <TextField label={t("signIn.identifier")} name="identifier" autocomplete="username" />
        <TextField
          label={t("signIn.password")}
          name="password"
          type="password"
          autocomplete="current-password"
        />
        <Show when={asksCode()}>
          <TextField
            label={t("signIn.code")}
            name="code"
            autocomplete="one-time-code"
            hint={t("signIn.codeHint")}
          />
        </Show>
        <button type="submit" class="button primary" aria-busy={act.busy()}>
          {act.busy() ? t("signIn.busy") : t("signIn.submit")}
        </button>
        <p>
          <a href="/forgotten-password">{t("forgotten.title")}</a>
        </p>
      </ActForm>
      <ProviderSignIn />
    </SignInFrame>
  )
}
