import { passwordLength } from "@muster/domain/rights/passwordFault"
import { setUp, type Session } from "@muster/client/session"
import { api } from "../api.ts"
import { createAct } from "../createAct.ts"
import { ActForm } from "../parts/ActForm.tsx"
import { t } from "../i18n/language.ts"
import { SignInFrame } from "../parts/SignInFrame.tsx"
import { TextField } from "../parts/TextField.tsx"
import { textIn } from "../textIn.ts"

/** Makes the first super administrator, by the link that the first start printed; its token follows the `#`. */
export function SetUpPage(props: { onSignedIn: (session: Session) => void }) {
  const token = window.location.hash.slice(1)
  const act = createAct(async (form: HTMLFormElement) => {
    const session = await setUp(api, token, {
      email: textIn(form, "email"),
      firstName: textIn(form, "firstName"),
      lastName: textIn(form, "lastName"),
      password: textIn(form, "password"),
    })
    props.onSignedIn(session)
  })
  return (
    <SignInFrame title={t("setUp.title")} lead={t("setUp.lead")}>
      <ActForm class="form" act={act}>
        <TextField label={t("column.email")} name="email" type="email" autocomplete="username" />
        <TextField label={t("column.firstName")} name="firstName" autocomplete="given-name" />
        <TextField label={t("column.lastName")} name="lastName" autocomplete="family-name" />
        <TextField
          label={t("signIn.password")}
          name="password"
          type="password"
          autocomplete="new-password"
          hint={t("setUp.passwordHint", passwordLength.min)}
          minLength={passwordLength.min}
        />
        <button type="submit" class="button primary" aria-busy={act.busy()}>
          {act.busy() ? t("signIn.busy") : t("setUp.submit")}
        </button>
      </ActForm>
    </SignInFrame>
  )
}
