import { For, Show } from "solid-js"
import type { Database } from "@muster/domain/model/Database"
import { addresses, scopeOf } from "../addresses.ts"
import { t } from "../i18n/language.ts"
import { useMay } from "../session.ts"
import { Account } from "./Account.tsx"
import { Icon } from "./Icon.tsx"
import { MenuLink } from "./MenuLink.tsx"
import { Preferences } from "./Preferences.tsx"

/** How many databases the menu names; more are on the page that lists them all. */
const named = 12

/** The way to every page: the platform's, and those of the database one is in. */
export function SideMenu(props: { databases: ReadonlyArray<Database>; databaseId: string | undefined }) {
  const platform = scopeOf(undefined)
  const may = useMay()
  const shown = () => {
    const first = props.databases.slice(0, named)
    const current = props.databases.find(({ id }) => id === props.databaseId)
    return current === undefined || first.includes(current) ? first : [...first.slice(0, -1), current]
  }
  return (
    <>
      <a href="/" class="brand" aria-label={t("shell.home")}>
        <img src="/icon.svg" alt="" width="28" height="28" />
        <span>Muster</span>
      </a>
      <nav class="menu" aria-label={t("shell.menu")}>
        <Show when={may("users.read")}>
          <h2 class="menu-heading">{t("shell.platform")}</h2>
          <ul>
            <MenuLink href={addresses.users(platform)} icon="users" label={t("shell.users")} />
            <MenuLink href={addresses.imports(platform)} icon="imports" label={t("shell.imports")} />
            <Show when={may("audit.read")}>
              <MenuLink href={addresses.audit} icon="waiting" label={t("audit.title")} />
            </Show>
            <Show when={may("mails.read")}>
              <MenuLink href={addresses.caughtMails} icon="mail" label={t("mails.title")} />
            </Show>
          </ul>
        </Show>
        <h2 class="menu-heading">{t("shell.databases")}</h2>
        <ul>
          <For
            each={shown()}
            fallback={<MenuLink href={addresses.databases} icon="database" label={t("shell.noDatabases")} />}
          >
            {(database) => <MenuDatabase database={database} open={database.id === props.databaseId} />}
          </For>
          <Show when={props.databases.length > shown().length}>
            <MenuLink href={addresses.databases} icon="more" label={t("shell.allDatabases")} />
          </Show>
        </ul>
      </nav>
      <Account />
      <Preferences />
    </>
  )
}

function MenuDatabase(props: { database: Database; open: boolean }) {
  const scope = () => scopeOf(props.database.id)
  return (
    <li>
      <a href={addresses.users(scope())} class="menu-link" classList={{ open: props.open }}>
        <Icon name="database" />
        <span class="menu-label">{props.database.name}</span>
        <Icon name="chevron" class="menu-chevron" />
      </a>
      <Show when={props.open}>
        <ul class="menu-nested" aria-label={t("shell.administrationOf", props.database.name)}>
          <MenuLink href={addresses.users(scope())} icon="users" label={t("shell.users")} />
          <MenuLink href={addresses.imports(scope())} icon="imports" label={t("shell.imports")} />
          <MenuLink
            href={addresses.departments(props.database.id)}
            icon="departments"
            label={t("shell.departments")}
          />
          <MenuLink
            href={addresses.permissionGroups(props.database.id)}
            icon="groups"
            label={t("shell.permissionGroups")}
          />
        </ul>
      </Show>
    </li>
  )
}
