import { For } from "solid-js"
import type { PlatformUser, UserStatus } from "@muster/domain/model/PlatformUser"
import { t } from "../i18n/language.ts"
import { Icon, type IconName } from "./Icon.tsx"

const statuses: Readonly<Record<UserStatus, readonly [tone: string, icon: IconName]>> = {
  active: ["success", "check"],
  inactive: ["neutral", "skipped"],
  deleted: ["error", "close"],
}

/** Platform users, one a line. */
export function UserTable(props: { users: ReadonlyArray<PlatformUser>; caption: string }) {
  return (
    <div class="table-scroll" role="region" aria-label={props.caption} tabindex="0">
      <table class="table stack">
        <caption class="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("users.name")}</th>
            <th scope="col">{t("column.email")}</th>
            <th scope="col">{t("column.username")}</th>
            <th scope="col">{t("users.status")}</th>
            <th scope="col">{t("users.role")}</th>
          </tr>
        </thead>
        <tbody>
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
        </tbody>
      </table>
    </div>
  )
}
