import { For } from "solid-js"
import type { PlatformUser } from "@muster/domain/model/PlatformUser"
import { addresses, scopeOf } from "../addresses.ts"
import { t } from "../i18n/language.ts"
import { ListTable } from "./ListTable.tsx"
import { UserBadge } from "./UserBadge.tsx"

const platform = scopeOf(undefined)

/** Platform users, one a line. */
export function UserTable(props: { users: ReadonlyArray<PlatformUser>; count: string }) {
  return (
    <ListTable
      caption={t("users.title")}
      count={props.count}
      columns={[
        [t("users.name")],
        [t("column.email")],
        [t("column.username")],
        [t("users.status")],
        [t("users.role")],
      ]}
    >
      <For each={props.users}>
        {(user) => (
          <tr>
            <th scope="row">
              <a href={addresses.user(platform, user.id)}>
                {user.firstName} {user.lastName}
              </a>
            </th>
            <td data-label={t("column.email")}>{user.email}</td>
            <td data-label={t("column.username")}>{user.username}</td>
            <td data-label={t("users.status")}>
              <UserBadge status={user.status} />
            </td>
            <td data-label={t("users.role")}>{t(`role.${user.platformRole}`)}</td>
          </tr>
        )}
      </For>
    </ListTable>
  )
}
