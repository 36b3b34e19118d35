import { For } from "solid-js"
import type { PlatformUser, UserStatus } from "@muster/domain/model/PlatformUser"
import { t } from "../i18n/language.ts"
import { Icon, type IconName } from "./Icon.tsx"
import { ListTable } from "./ListTable.tsx"

const statuses: Readonly<Record<UserStatus, readonly [tone: string, icon: IconName]>> = {
  active: ["success", "check"],
  inactive: ["neutral", "skipped"],
  deleted: ["error", "close"],
}

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
              {user.firstName} {user.lastName}
            </th>
            <td data-label={t("column.email")}>{user.email}</td>
            <td data-label={t("column.username")}>{user.username}</td>
            <td data-label={t("users.status")}>
              <span class={`badge ${statuses[user.status][0]}`}>
                <Icon name={statuses[user.status][1]} />
                {t(`userStatus.${user.status}`)}
              </span>
            </td>
            <td data-label={t("users.role")}>{t(`role.${user.platformRole}`)}</td>
          </tr>
        )}
      </For>
    </ListTable>
  )
}
