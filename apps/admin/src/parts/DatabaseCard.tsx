import { useQueryClient } from "@tanstack/solid-query"
import { createSignal, Show } from "solid-js"
import type { Database } from "@muster/domain/model/Database"
import { addresses, scopeOf } from "../addresses.ts"
import { closeDatabase, renameDatabase } from "@muster/client/databases"
import { api } from "../api.ts"
import { createAct } from "../createAct.ts"
import { t } from "../i18n/language.ts"
import { useMay, useMayIn } from "../session.ts"
import { textIn } from "../textIn.ts"
import { ConfirmDialog } from "./ConfirmDialog.tsx"
import { Failure } from "./Failure.tsx"
import { FormDialog } from "./FormDialog.tsx"
import { Icon } from "./Icon.tsx"
import { MoreMenu, type MenuChoice } from "./MoreMenu.tsx"
import { TextField } from "./TextField.tsx"

/** A database of the list: the way into it, and what can be done with it as a whole. */
export function DatabaseCard(props: { database: Database }) {
  const client = useQueryClient()
  const may = useMay()
  const mayIn = useMayIn()
  const [asked, setAsked] = createSignal<"rename" | "close" | null>(null)
  const done = () => client.invalidateQueries({ queryKey: ["databases"] })
  const setClosed = createAct(async (closed: boolean) => {
    await closeDatabase(api, props.database.id, closed)
    setAsked(null)
    await done()
  })
  const choices = (): ReadonlyArray<MenuChoice> => [
    ...(mayIn("database.change", props.database.id) && !props.database.closed
      ? [choice("rename", "edit", () => setAsked("rename"))]
      : []),
    ...(may("databases.close")
      ? [
          props.database.closed
            ? choice("reopen", "check", () => void setClosed.start(false))
            : choice("close", "skipped", () => setAsked("close")),
        ]
      : []),
  ]
  return (
    <div class="card-with-menu">
      <a class="card" href={addresses.users(scopeOf(props.database.id))}>
        <Icon name="database" />
        <span class="card-name">{props.database.name}</span>
        <Show when={props.database.closed} fallback={<Icon name="chevron" />}>
          <span class="badge neutral">
            <Icon name="skipped" />
            {t("databases.closed")}
          </span>
        </Show>
      </a>
      <Show when={choices().length > 0}>
        <MoreMenu small label={t("databases.menu", props.database.name)} choices={choices()} />
      </Show>
      <Show when={setClosed.failure()}>
        <Failure error={setClosed.failure()} />
      </Show>
      <Show when={asked() === "rename"}>
        <FormDialog
          title={t("databases.rename")}
          submit={t("user.save")}
          onSubmit={async (form) => {
            await renameDatabase(api, props.database.id, textIn(form, "name"))
            await done()
          }}
          onClose={() => setAsked(null)}
        >
          <TextField label={t("users.name")} name="name" value={props.database.name} autocomplete="off" />
        </FormDialog>
      </Show>
      <ConfirmDialog
        open={asked() === "close"}
        title={t("databases.closeTitle", props.database.name)}
        confirm={t("databases.close")}
        busy={setClosed.busy()}
        onConfirm={() => void setClosed.start(true)}
        onClose={() => setAsked(null)}
      >
        <p>{t("databases.closeText")}</p>
      </ConfirmDialog>
    </div>
  )
}

const choice = (
  name: "rename" | "close" | "reopen",
  icon: MenuChoice["icon"],
  onChoose: () => void,
): MenuChoice => ({ label: t(`databases.${name}`), detail: t(`databases.${name}Detail`), icon, onChoose })
