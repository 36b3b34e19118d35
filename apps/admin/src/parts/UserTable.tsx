import { For, Show } from "solid-js"
import type { PlatformUser } from "@muster/domain/model/PlatformUser"
import { addresses, scopeOf } from "../addresses.ts"
import type { Selection } from "../createSelection.ts"
import { t } from "../i18n/language.ts"
import { ListTable } from "./ListTable.tsx"
import { UserBadge } from "./UserBadge.tsx"

const platform = scopeOf(undefined)

/** Platform users, one a line. */
export function UserTable(props: {
  users: ReadonlyArray<PlatformUser>
  count: string
  /** Where users can be chosen: which are. */
  selection: Selection | null
}) {
  return (
    <ListTable
      caption={t("users.title")}
      count={props.count}
      columns={[
        ...(props.selection ? [[t("userActs.column"), "hidden"] as const] : []),
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
            <Show when={props.selection}>
              {(selection) => (
                <td>
                  <label class="check">
                    <input
                      type="checkbox"
                      checked={selection().has(user.id)}
                      disabled={selection().all()}
                      onChange={() => selection().toggle(user.id)}
                    />
                    <span class="visually-hidden">{t("userActs.choose", user.email)}</span>
                  </label>
                </td>
              )}
            </Show>
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
