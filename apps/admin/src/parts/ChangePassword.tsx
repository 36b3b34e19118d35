import { passwordLength } from "@muster/domain/rights/passwordFault"
import { announce } from "../announce.ts"
import { changePassword } from "@muster/client/account"
import { api } from "../api.ts"
import { createAct } from "../createAct.ts"
import { ActForm } from "./ActForm.tsx"
import { t } from "../i18n/language.ts"
import { textIn } from "../textIn.ts"
import { TextField } from "./TextField.tsx"

/** The form that changes the reader's own password. */
export function ChangePassword(props: { onChanged: () => void }) {
  const change = createAct(async (form: HTMLFormElement) => {
    await changePassword(api, textIn(form, "password"), textIn(form, "newPassword"))
    form.reset()
    announce(t("account.passwordChanged"))
    props.onChanged()
  })
  return (
    <ActForm
      class="panel"
      act={change}
      head={
        <>
          <h2>{t("account.password")}</h2>
          <p class="muted">{t("account.passwordHint")}</p>
        </>
      }
    >
      <div class="fields">
        <TextField
          label={t("account.presentPassword")}
          name="password"
          type="password"
          autocomplete="current-password"
        />
        <TextField
          label={t("account.newPassword")}
          name="newPassword"
          type="password"
          autocomplete="new-password"
          hint={t("setUp.passwordHint", passwordLength.min)}
          minLength={passwordLength.min}
        />
      </div>
      <div class="actions">
        <button type="submit" class="button" aria-busy={change.busy()}>
          {t("account.changePassword")}
        </button>
      </div>
    </ActForm>
  )
}
