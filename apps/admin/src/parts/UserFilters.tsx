import { Show } from "solid-js"
import type { Database } from "@muster/domain/model/Database"
import { PlatformRole, UserStatus } from "@muster/domain/model/PlatformUser"
import { addresses, scopeOf } from "../addresses.ts"
import type { UserFilter } from "@muster/client/platformUsers"
import { t } from "../i18n/language.ts"
import { SearchField } from "./SearchField.tsx"
import { SelectField } from "./SelectField.tsx"

const platform = scopeOf(undefined)

/** What the list of users is narrowed to. */
export function UserFilters(props: {
  filter: UserFilter
  databases: ReadonlyArray<Database>
  onChange: (to: Partial<UserFilter>) => void
  onClear: () => void
}) {
  return (
    <>
      <SearchField
        label={t("users.search")}
        value={props.filter.search}
        onSearch={(text) => props.onChange({ search: text })}
      />
      <SelectField
        label={t("users.status")}
        value={props.filter.status}
        options={[["", t("users.anyStatus")], ...UserStatus.literals.map(statusOption)]}
        onChoose={(status) => props.onChange({ status: status as UserFilter["status"] })}
      />
      <SelectField
        label={t("users.role")}
        value={props.filter.role}
        options={[["", t("users.anyRole")], ...PlatformRole.literals.map(roleOption)]}
        onChoose={(role) => props.onChange({ role: role as UserFilter["role"] })}
      />
      <SelectField
        label={t("users.database")}
        value={props.filter.database}
        options={[
          ["", t("users.anyDatabase")],
          ["none", t("users.noDatabase")],
          ...props.databases.map(({ id, name }) => [id, t("users.inDatabase", name)] as const),
        ]}
        onChoose={(database) => props.onChange({ database })}
      />
      <SelectField
        label={t("users.standing")}
        value={props.filter.standing}
        options={[
          ["", t("users.anyStanding")],
          ["invited", t("users.onlyInvited")],
        ]}
        onChoose={(standing) => props.onChange({ standing: standing as UserFilter["standing"] })}
      />
      <Show when={props.filter.importId}>
        {(id) => <a href={addresses.import(platform, id())}>{t("users.ofImport")}</a>}
      </Show>
      <Show when={Object.values(props.filter).some((value) => value !== "")}>
        <button type="button" class="button quiet" onClick={props.onClear}>
          {t("users.clear")}
        </button>
      </Show>
    </>
  )
}

const statusOption = (status: UserStatus) => [status, t(`userStatus.${status}`)] as const
const roleOption = (role: PlatformRole) => [role, t(`role.${role}`)] as const
