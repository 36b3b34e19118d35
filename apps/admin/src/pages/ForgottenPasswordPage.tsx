import { createSignal, Show } from "solid-js"
import { askForPasswordLink } from "../api/session.ts"
import { createAct } from "../createAct.ts"
import { t } from "../i18n/language.ts"
import { Failure } from "../parts/Failure.tsx"
import { Notice } from "../parts/Notice.tsx"
import { SignInFrame } from "../parts/SignInFrame.tsx"
import { TextField } from "../parts/TextField.tsx"
import { textIn } from "../textIn.ts"

/** Has a link sent to the address that the platform knows; says the same whether there is such a user or not. */
export function ForgottenPasswordPage() {
  const [sent, setSent] = createSignal(false)
  const act = createAct(async (form: HTMLFormElement) => {
    await askForPasswordLink(textIn(form, "identifier"))
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
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault()
            void act.start(event.currentTarget)
          }}
        >
          <Show when={act.failure()}>
            <Failure error={act.failure()} />
          </Show>
          <TextField label={t("signIn.identifier")} name="identifier" autocomplete="username" />
          <button type="submit" class="button primary" aria-busy={act.busy()}>
            {t("forgotten.submit")}
          </button>
        </form>
      </Show>
      <p>
        <a href="/">{t("forgotten.back")}</a>
      </p>
    </SignInFrame>
  )
}
