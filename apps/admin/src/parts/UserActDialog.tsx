import { createSignal, Match, Show, Switch } from "solid-js"
import { PlatformRole } from "@muster/domain/model/PlatformUser"
import type { UserAct } from "@muster/domain/model/UserAct"
import { reaches } from "@muster/domain/rights/may"
import { t } from "../i18n/language.ts"
import { useSession } from "../session.ts"
import { textIn } from "../textIn.ts"
import { ConfirmDialog } from "./ConfirmDialog.tsx"
import { FormDialog } from "./FormDialog.tsx"
import { PlaceChoice } from "./PlaceChoice.tsx"
import { SelectField } from "./SelectField.tsx"
import { TextField } from "./TextField.tsx"

interface Asking {
  /** Who it is done to, in words. */
  readonly whom: string
  readonly onAct: (act: UserAct) => void
  readonly onClose: () => void
}

/** Asks what exactly is to be done to users, and whether it is. */
export function UserActDialog(props: Asking & { name: UserAct["act"] }) {
  const plain = () => (props.name === "change" || props.name === "giveAccess" ? null : props.name)
  return (
    <Switch>
      <Match when={props.name === "change"}>
        <ChangeAlike {...props} />
      </Match>
      <Match when={props.name === "giveAccess"}>
        <GivePlace {...props} />
      </Match>
      <Match when={plain()}>
        {(name) => (
          <ConfirmDialog
            open
            title={t(`userActs.ask.${name()}`, props.whom)}
            confirm={t(`userActs.name.${name()}`)}
            danger={name() === "delete"}
            onConfirm={() => props.onAct({ act: name() })}
            onClose={props.onClose}
          >
            <p>{t(`userActs.text.${name()}`)}</p>
          </ConfirmDialog>
        )}
      </Match>
    </Switch>
  )
}

const fields = ["languageCode", "phone", "mobilePhone", "platformRole"] as const
type Field = (typeof fields)[number]

function ChangeAlike(props: Asking) {
  const session = useSession()
  const [field, setField] = createSignal<Field>("languageCode")
  const [role, setRole] = createSignal<PlatformRole>("none")
  const grantable = () => PlatformRole.literals.filter((one) => reaches(session().platformRole, one))
  const labelOf = (name: Field) => (name === "platformRole" ? t("users.role") : t(`column.${name}`))
  return (
    <FormDialog
      title={t("userActs.ask.change", props.whom)}
      submit={t("userActs.name.change")}
      onClose={props.onClose}
      onSubmit={async (form) => {
        const name = field()
        const value = name === "platformRole" ? role() : textIn(form, "value").trim() || null
        props.onAct({ act: "change", change: { [name]: value } })
      }}
    >
      <SelectField
        visibleLabel
        label={t("userActs.field")}
        value={field()}
        options={fields.map((name) => [name, labelOf(name)] as const)}
        onChoose={(name) => setField(name as Field)}
      />
      <Show
        when={field() === "platformRole"}
        fallback={
          <TextField
            label={labelOf(field())}
            name="value"
            required={false}
            autocomplete="off"
            hint={t("userActs.emptied")}
          />
        }
      >
        <SelectField
          visibleLabel
          label={t("users.role")}
          value={role()}
          options={grantable().map((one) => [one, t(`role.${one}`)] as const)}
          onChoose={(one) => setRole(one as PlatformRole)}
        />
      </Show>
    </FormDialog>
  )
}

function GivePlace(props: Asking) {
  const [place, setPlace] = createSignal({ databaseId: "", departmentId: "", groupName: "" })
  return (
    <FormDialog
      title={t("userActs.ask.giveAccess", props.whom)}
      submit={t("userActs.name.giveAccess")}
      onClose={props.onClose}
      onSubmit={async () => props.onAct({ act: "giveAccess", ...place() })}
    >
      <p>{t("userActs.text.giveAccess")}</p>
      <PlaceChoice place={place()} tried={false} onChoose={setPlace} />
    </FormDialog>
  )
}
