import { createMemo, Show } from "solid-js"
import type { Access } from "@muster/domain/model/Access"
import type { Department } from "@muster/domain/model/Department"
import type { ImportScope } from "@muster/domain/model/Import"
import { addresses } from "../addresses.ts"
import { t } from "../i18n/language.ts"
import { LongTable } from "./LongTable.tsx"
import { UserBadge } from "./UserBadge.tsx"

/** A database's users, one a line, each with department and permission group. */
export function AccessTable(props: {
  scope: ImportScope
  accesses: ReadonlyArray<Access>
  departments: ReadonlyArray<Department>
  count: string
}) {
  const names = createMemo(
    () => new Map(props.departments.map(({ departmentId, name }) => [departmentId, name])),
  )
  return (
    <LongTable
      caption={t("accesses.title")}
      count={props.count}
      lines={props.accesses}
      columns={[[t("users.name")], [t("column.email")], [t("accesses.department")], [t("column.groupName")]]}
    >
      {(access) => (
        <>
          <th scope="row">
            <a href={addresses.user(props.scope, access.userId)}>
              {access.firstName} {access.lastName}
            </a>{" "}
            <Show when={access.status !== "active"}>
              <UserBadge status={access.status} />
            </Show>
          </th>
          <td data-label={t("column.email")}>{access.email}</td>
          <td data-label={t("accesses.department")}>
            <span>
              {names().get(access.departmentId)} <code>{access.departmentId}</code>
            </span>
          </td>
          <td data-label={t("column.groupName")}>{access.groupName}</td>
        </>
      )}
    </LongTable>
  )
}
