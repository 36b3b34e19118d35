import { createSignal } from "solid-js"
import type { Department } from "@muster/domain/model/Department"
import { changeDepartment, createDepartment } from "@muster/client/databases"
import { api } from "../api.ts"
import { departmentTree } from "@muster/domain/model/departmentTree"
import { t } from "../i18n/language.ts"
import { textIn } from "../textIn.ts"
import { FormDialog } from "./FormDialog.tsx"
import { SelectField } from "./SelectField.tsx"
import { TextField } from "./TextField.tsx"

/** Adds a department, or (`department`) renames or moves it with what is below it. */
export function DepartmentDialog(props: {
  databaseId: string
  all: ReadonlyArray<Department>
  department: Department | null
  onDone: () => void
  onClose: () => void
}) {
  const [parentId, setParentId] = createSignal(props.department?.parentId ?? "")
  /** Where it can stand: nowhere below itself. */
  const places = () => {
    const tree = departmentTree(props.all)
    const at = tree.findIndex(({ departmentId }) => departmentId === props.department?.departmentId)
    const depth = tree[at]?.depth ?? 0
    const end = tree.findIndex((one, index) => index > at && one.depth <= depth)
    return at < 0 ? tree : [...tree.slice(0, at), ...(end < 0 ? [] : tree.slice(end))]
  }
  const save = async (form: HTMLFormElement) => {
    const name = textIn(form, "name")
    const parent = parentId() === "" ? null : parentId()
    await (props.department
      ? changeDepartment(api, props.databaseId, { ...props.department, name, parentId: parent })
      : createDepartment(api, props.databaseId, {
          departmentId: textIn(form, "departmentId"),
          name,
          parentId: parent,
        }))
    props.onDone()
  }
  return (
    <FormDialog
      title={props.department ? props.department.name : t("departments.add")}
      submit={t("user.save")}
      onSubmit={save}
      onClose={props.onClose}
    >
      {props.department === null && (
        <TextField
          label={t("column.departmentId")}
          name="departmentId"
          autocomplete="off"
          hint={t("departments.idHint")}
        />
      )}
      <TextField
        label={t("departments.name")}
        name="name"
        value={props.department?.name ?? ""}
        autocomplete="off"
      />
      <SelectField
        visibleLabel
        label={t("departments.parent")}
        value={parentId()}
        options={[
          ["", t("departments.top")],
          ...places().map((one) => [one.departmentId, `${one.path} (${one.departmentId})`] as const),
        ]}
        onChoose={setParentId}
      />
    </FormDialog>
  )
}
