import { createSignal, Show, type JSX } from "solid-js"
import { noExtra, placesOf, type NewAccess } from "@muster/domain/model/Access"
import { createAct } from "../createAct.ts"
import { createDepartments, createPermissionGroups } from "../createDatabaseFacts.ts"
import { departmentTree } from "@muster/domain/model/departmentTree"
import { t } from "../i18n/language.ts"
import { ActForm } from "./ActForm.tsx"
import { ExtraPlaces } from "./ExtraPlaces.tsx"
import { PermissionField } from "./PermissionField.tsx"
import { SelectField } from "./SelectField.tsx"

/** Primary department, permission group, and what is given by hand. `children` stand before them. */
export function AccessForm(props: {
  databaseId: string
  access?: NewAccess
  submit: string
  head?: JSX.Element
  children?: JSX.Element
  onSave: (access: NewAccess, form: HTMLFormElement) => Promise<void>
}) {
  const departments = createDepartments(() => props.databaseId)
  const groups = createPermissionGroups(() => props.databaseId)
  const [access, setAccess] = createSignal<NewAccess>(
    props.access ?? { departmentId: "", groupName: "", extra: noExtra },
  )
  const [tried, setTried] = createSignal(false)
  const change = (part: Partial<NewAccess>) => setAccess({ ...access(), ...part })
  const changeExtra = (part: Partial<NewAccess["extra"]>) => change({ extra: { ...access().extra, ...part } })
  const save = createAct(async (form: HTMLFormElement) => {
    setTried(true)
    if (access().departmentId !== "" && access().groupName !== "") await props.onSave(access(), form)
  })
  const held = props.access ? placesOf(props.access).map(({ departmentId }) => departmentId) : []
  const departmentOptions = () =>
    departmentTree(departments().data ?? [])
      .filter(({ closed, departmentId }) => !closed || held.includes(departmentId))
      .map((one) => [one.departmentId, `${one.path} (${one.departmentId})`] as const)
  const groupOptions = () => (groups().data ?? []).map((one) => [one.groupName, one.groupName] as const)
  const choose = ["", t("giveAccess.choose")] as const
  const missing = (value: string) => (tried() && value === "" ? t("giveAccess.required") : undefined)
  return (
    <ActForm class="panel" act={save} head={props.head}>
      <div class="fields">
        {props.children}
        <SelectField
          visibleLabel
          label={t("access.primary")}
          value={access().departmentId}
          error={missing(access().departmentId)}
          options={[choose, ...departmentOptions()]}
          onChoose={(departmentId) => change({ departmentId })}
        />
        <SelectField
          visibleLabel
          label={t("column.groupName")}
          value={access().groupName}
          error={missing(access().groupName)}
          options={[choose, ...groupOptions()]}
          onChoose={(groupName) => change({ groupName })}
        />
      </div>
      <Show when={departments().data && groups().data}>
        <ExtraPlaces
          places={access().extra.departments}
          departments={departmentOptions()}
          groups={groupOptions()}
          onChange={(places) => changeExtra({ departments: places })}
        />
        <PermissionField
          title={t("access.single")}
          hint={t("access.singleHint")}
          permissions={access().extra.permissions}
          known={[...new Set((groups().data ?? []).flatMap(({ permissions }) => permissions))]}
          onChange={(permissions) => changeExtra({ permissions })}
        />
      </Show>
      <div class="actions">
        <button type="submit" class="button primary" aria-busy={save.busy()}>
          {props.submit}
        </button>
      </div>
    </ActForm>
  )
}
