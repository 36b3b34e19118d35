import { createSignal } from "solid-js"
import type { PermissionGroup } from "@muster/domain/model/PermissionGroup"
import { changePermissionGroup, createPermissionGroup } from "@muster/client/databases"
import { api } from "../api.ts"
import { t } from "../i18n/language.ts"
import { textIn } from "../textIn.ts"
import { FormDialog } from "./FormDialog.tsx"
import { PermissionField } from "./PermissionField.tsx"
import { TextField } from "./TextField.tsx"

/** Adds a permission group, or (`group`) changes it for all who have it. */
export function GroupDialog(props: {
  databaseId: string
  all: ReadonlyArray<PermissionGroup>
  group: PermissionGroup | null
  onDone: () => void
  onClose: () => void
}) {
  const [permissions, setPermissions] = createSignal(props.group?.permissions ?? [])
  const save = async (form: HTMLFormElement) => {
    const group = {
      groupName: textIn(form, "groupName"),
      description: textIn(form, "description"),
      permissions: permissions(),
    }
    await (props.group
      ? changePermissionGroup(api, props.databaseId, props.group.groupName, group)
      : createPermissionGroup(api, props.databaseId, group))
    props.onDone()
  }
  return (
    <FormDialog
      title={props.group ? props.group.groupName : t("groupsPage.add")}
      submit={t("user.save")}
      onSubmit={save}
      onClose={props.onClose}
    >
      <TextField
        label={t("column.groupName")}
        name="groupName"
        value={props.group?.groupName ?? ""}
        autocomplete="off"
        {...(props.group ? { hint: t("groupsPage.renameHint") } : {})}
      />
      <TextField
        label={t("groupsPage.description")}
        name="description"
        value={props.group?.description ?? ""}
        required={false}
        autocomplete="off"
      />
      <PermissionField
        title={t("groupsPage.permissions")}
        hint={t("groupsPage.permissionsHint")}
        permissions={permissions()}
        known={[...new Set(props.all.flatMap((group) => group.permissions))]}
        onChange={setPermissions}
      />
    </FormDialog>
  )
}
