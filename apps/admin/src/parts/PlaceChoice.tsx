import { For } from "solid-js"
import { createDatabases } from "../createDatabases.ts"
import { createDepartments, createPermissionGroups } from "../createDatabaseFacts.ts"
import { departmentTree } from "@muster/domain/model/departmentTree"
import { t } from "../i18n/language.ts"
import { Failure } from "./Failure.tsx"
import { SelectField } from "./SelectField.tsx"

/** Where somebody gets access: a database, and a department and a permission group of it; "" is not chosen yet. */
export interface Place {
  readonly databaseId: string
  readonly departmentId: string
  readonly groupName: string
}

/** The choice of a place. What is missing is said once it was `tried` without. */
export function PlaceChoice(props: { place: Place; tried: boolean; onChoose: (place: Place) => void }) {
  const databases = createDatabases()
  const departments = createDepartments(() => props.place.databaseId)
  const groups = createPermissionGroups(() => props.place.databaseId)
  const missing = (value: string) => (props.tried && value === "" ? t("giveAccess.required") : undefined)
  const noChoice = () =>
    ["", props.place.databaseId ? t("giveAccess.choose") : t("giveAccess.databaseFirst")] as const
  return (
    <>
      <div class="fields">
        <SelectField
          visibleLabel
          required
          label={t("giveAccess.database")}
          value={props.place.databaseId}
          error={missing(props.place.databaseId)}
          options={[
            ["", t("giveAccess.choose")],
            ...(databases().data ?? []).map(({ id, name }) => [id, name] as const),
          ]}
          onChoose={(databaseId) => props.onChoose({ databaseId, departmentId: "", groupName: "" })}
        />
        <SelectField
          visibleLabel
          required
          label={t("giveAccess.department")}
          value={props.place.departmentId}
          error={missing(props.place.departmentId)}
          options={[
            noChoice(),
            ...departmentTree(departments().data ?? [])
              .filter(({ closed }) => !closed)
              .map((one) => [one.departmentId, `${one.path} (${one.departmentId})`] as const),
          ]}
          onChoose={(departmentId) => props.onChoose({ ...props.place, departmentId })}
        />
        <SelectField
          visibleLabel
          required
          label={t("giveAccess.group")}
          value={props.place.groupName}
          error={missing(props.place.groupName)}
          options={[
            noChoice(),
            ...(groups().data ?? []).map((one) => [one.groupName, one.groupName] as const),
          ]}
          onChoose={(groupName) => props.onChoose({ ...props.place, groupName })}
        />
      </div>
      <For each={[departments(), groups(), databases()].filter(({ isLoadingError }) => isLoadingError)}>
        {(failed) => <Failure error={failed.error} retry={failed.refetch} />}
      </For>
    </>
  )
}
