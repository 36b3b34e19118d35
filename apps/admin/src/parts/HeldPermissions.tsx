import { For, Show } from "solid-js"
import { PermissionsReader } from "@muster/client/PermissionsReader"
import { api } from "../api.ts"
import { createQuery } from "../createQuery.ts"
import { t } from "../i18n/language.ts"
import { ListTable } from "./ListTable.tsx"
import { Loaded } from "./Loaded.tsx"

const reader = new PermissionsReader(api)

/** What a user may do in a database, and why. */
export function HeldPermissions(props: {
  databaseId: string
  userId: string
  version: number
  departments: ReadonlyMap<string, string>
}) {
  const permissions = createQuery(() => {
    const { databaseId, userId, version } = props
    return {
      queryKey: ["permissions", databaseId, userId, version],
      queryFn: async ({ signal }) => (await reader.read(databaseId, userId, signal))?.permissions ?? [],
    }
  })
  return (
    <section class="panel">
      <h2>{t("access.may")}</h2>
      <Loaded query={permissions()}>
        {(list) => (
          <Show when={list().length > 0} fallback={<p class="muted">{t("access.mayNothing")}</p>}>
            <ListTable
              caption={t("access.may")}
              columns={[[t("access.permission")], [t("access.where")], [t("access.why")]]}
            >
              <For each={list()}>
                {({ name, extra, because }) => (
                  <tr>
                    <th scope="row">
                      <code>{name}</code>
                    </th>
                    <td data-label={t("access.where")}>
                      {extra
                        ? t("access.everywhere")
                        : [...new Set(because.map(({ departmentId }) => departmentId))]
                            .map((id) => props.departments.get(id) ?? id)
                            .join(", ")}
                    </td>
                    <td data-label={t("access.why")}>
                      {[
                        ...(extra ? [t("access.byHand")] : []),
                        ...new Set(because.map(({ groupName }) => groupName)),
                      ].join(", ")}
                    </td>
                  </tr>
                )}
              </For>
            </ListTable>
          </Show>
        )}
      </Loaded>
    </section>
  )
}
