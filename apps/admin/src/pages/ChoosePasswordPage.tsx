import { passwordLength } from "@muster/domain/rights/passwordFault"
import { choosePassword, type Session } from "@muster/client/session"
import { api } from "../api.ts"
import { createAct } from "../createAct.ts"
import { ActForm } from "../parts/ActForm.tsx"
import { t } from "../i18n/language.ts"
import { SignInFrame } from "../parts/SignInFrame.tsx"
import { TextField } from "../parts/TextField.tsx"
import { textIn } from "../textIn.ts"

/** Chooses a password by a mailed link, whose token follows the `#`: an invitation, or a forgotten password. */
export function ChoosePasswordPage(props: { onSignedIn: (session: Session) => void }) {
  const token = window.location.hash.slice(1)
  const act = createAct(async (form: HTMLFormElement) => {
    props.onSignedIn(await choosePassword(api, token, textIn(form, "password")))
  })
  return (
    <SignInFrame title={t("choosePassword.title")} lead={t("choosePassword.lead")}>
      <ActForm class="form" act={act}>
        <TextField
          label={t("signIn.password")}
          name="password"
          type="password"
          autocomplete="new-password"
          hint={t("setUp.passwordHint", passwordLength.min)}
          minLength={passwordLength.min}
        />
        <button type="submit" class="button primary" aria-busy={act.busy()}>
          {act.busy() ? t("signIn.busy") : t("choosePassword.submit")}
        </button>
      </ActForm>
    </SignInFrame>
  )
}
