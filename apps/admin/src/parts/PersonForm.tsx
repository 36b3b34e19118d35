import { For, type JSX } from "solid-js"
import type { PlatformUser } from "@muster/domain/model/PlatformUser"
import type { Column } from "@muster/domain/rows/Column"
import { columnsOf } from "@muster/domain/rows/columnsOf"
import type { PersonCells } from "@muster/client/platformUsers"
import { createAct } from "../createAct.ts"
import { t } from "../i18n/language.ts"
import { textIn } from "../textIn.ts"
import { ActForm } from "./ActForm.tsx"
import { TextField } from "./TextField.tsx"

const columns = columnsOf("platform-users")

/** What is written of a person, under the same rules and in the same columns as an import's row. */
export function PersonForm(props: {
  user?: PlatformUser
  submit: string
  head?: JSX.Element
  onSave: (cells: PersonCells) => Promise<void>
}) {
  const save = createAct((form: HTMLFormElement) =>
    props.onSave(
      Object.fromEntries(columns.map(({ name }) => [name, textIn(form, name).trim() || emptied(name)])),
    ),
  )
  const valueOf = ({ name }: Column) => String(props.user?.[name as keyof PlatformUser] ?? "")
  return (
    <ActForm class="panel" act={save} head={props.head}>
      <div class="fields">
        <For each={columns}>
          {(column) => (
            <TextField
              label={t(`column.${column.name}`)}
              name={column.name}
              type={column.name === "email" ? "email" : "text"}
              required={column.required}
              value={valueOf(column)}
              autocomplete="off"
              {...(column.name === "username" ? { hint: t("user.usernameHint") } : {})}
            />
          )}
        </For>
      </div>
      <div class="actions">
        <button type="submit" class="button primary" aria-busy={save.busy()}>
          {props.submit}
        </button>
      </div>
    </ActForm>
  )
}

/** A required cell that is blank is refused as such; another one is emptied. */
const emptied = (name: Column["name"]) =>
  columns.find((column) => column.name === name)?.required === true ? "" : null
