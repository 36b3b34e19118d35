import { createSignal, Match, Show, Switch } from "solid-js"
import { announce } from "../announce.ts"
import {
  confirmSecondFactor,
  enrolSecondFactor,
  turnSecondFactorOff,
  type Enrolment,
} from "@muster/client/account"
import { api } from "../api.ts"
import { createAct } from "../createAct.ts"
import { ActForm } from "./ActForm.tsx"
import { t } from "../i18n/language.ts"
import { textIn } from "../textIn.ts"
import { EnrolmentSteps } from "./EnrolmentSteps.tsx"
import { TextField } from "./TextField.tsx"

/** Sets up a second factor for the reader's sign-in, or does without one. */
export function SecondFactor(props: { on: boolean; onChanged: () => void }) {
  const [enrolment, setEnrolment] = createSignal<Enrolment | null>(null)
  const act = createAct(async (form: HTMLFormElement) => {
    const started = enrolment()
    if (props.on) await turnSecondFactorOff(api, textIn(form, "password"))
    else if (started === null)
      return void setEnrolment(await enrolSecondFactor(api, textIn(form, "password")))
    else await confirmSecondFactor(api, textIn(form, "code").replaceAll(" ", ""))
    setEnrolment(null)
    announce(t(props.on ? "account.factorIsOff" : "account.factorIsOn"))
    props.onChanged()
  })
  return (
    <ActForm
      class="panel"
      act={act}
      head={
        <>
          <h2>{t("account.factor")}</h2>
          <p class="muted">{props.on ? t("account.factorOnHint") : t("account.factorOffHint")}</p>
          <Show when={enrolment()}>{(made) => <EnrolmentSteps enrolment={made()} />}</Show>
        </>
      }
    >
      <div class="fields">
        <Switch>
          <Match when={enrolment()}>
            <TextField
              label={t("signIn.code")}
              name="code"
              autocomplete="one-time-code"
              hint={t("account.codeHint")}
            />
          </Match>
          <Match when={true}>
            <TextField
              label={t("account.presentPassword")}
              name="password"
              type="password"
              autocomplete="current-password"
            />
          </Match>
        </Switch>
      </div>
      <div class="actions">
        <button type="submit" class={`button ${enrolment() ? "primary" : ""}`} aria-busy={act.busy()}>
          {props.on ? t("account.turnOff") : enrolment() ? t("account.confirm") : t("account.setUp")}
        </button>
      </div>
    </ActForm>
  )
}
