import { useNavigate } from "@solidjs/router"
import { For, Show } from "solid-js"
import type { PlatformUser } from "@muster/domain/model/PlatformUser"
import { addresses, scopeOf } from "../addresses.ts"
import type { Selection } from "../createSelection.ts"
import type { UserActing } from "../createUserActs.ts"
import { t } from "../i18n/language.ts"
import { userColumnLabel, type UserColumn } from "../userColumns.ts"
import { LongTable } from "./LongTable.tsx"
import { MoreMenu } from "./MoreMenu.tsx"
import { UserBadge } from "./UserBadge.tsx"
import { userActChoices } from "./userActChoices.ts"

const platform = scopeOf(undefined)

/** Platform users, one a line. Where they can be changed, they are chosen and acted on here. */
export function UserTable(props: {
  users: ReadonlyArray<PlatformUser>
  columns: ReadonlyArray<UserColumn>
  count: string
  change: { readonly selection: Selection; readonly acting: UserActing } | null
}) {
  return (
    <LongTable
      caption={t("users.title")}
      count={props.count}
      lines={props.users}
      columns={[
        ...(props.change ? [[t("userActs.column"), "hidden"] as const] : []),
        [t("users.name")],
        ...props.columns.map((column) => [userColumnLabel(column)] as const),
        ...(props.change ? [[t("list.actions"), "hidden"] as const] : []),
      ]}
    >
      {(user) => (
        <>
          <Show when={props.change}>{(change) => <Choice user={user} selection={change().selection} />}</Show>
          <th scope="row">
            <a href={addresses.user(platform, user.id)}>
              {user.firstName} {user.lastName}
            </a>
          </th>
          <For each={props.columns}>
            {(column) => (
              <td data-label={userColumnLabel(column)}>
                <Told user={user} column={column} />
              </td>
            )}
          </For>
          <Show when={props.change}>{(change) => <Acts user={user} acting={change().acting} />}</Show>
        </>
      )}
    </LongTable>
  )
}

function Choice(props: { user: PlatformUser; selection: Selection }) {
  return (
    <td>
      <label class="check">
        <input
          type="checkbox"
          checked={props.selection.has(props.user.id)}
          disabled={props.selection.all()}
          onChange={() => props.selection.toggle(props.user.id)}
        />
        <span class="visually-hidden">{t("userActs.choose", props.user.email)}</span>
      </label>
    </td>
  )
}

function Told(props: { user: PlatformUser; column: UserColumn }) {
  return (
    <Show when={props.column !== "status"} fallback={<UserBadge status={props.user.status} />}>
      {props.column === "role"
        ? t(`role.${props.user.platformRole}`)
        : props.user[props.column as Exclude<UserColumn, "role">]}
    </Show>
  )
}

function Acts(props: { user: PlatformUser; acting: UserActing }) {
  const navigate = useNavigate()
  return (
    <td class="line-menu">
      <MoreMenu
        small
        label={t("userActs.of", props.user.email)}
        choices={userActChoices([props.user.status], (name) =>
          name === "change"
            ? navigate(addresses.user(platform, props.user.id))
            : props.acting.ask(name, [props.user.id]),
        )}
      />
    </td>
  )
}
