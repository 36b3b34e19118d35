import { For, Show } from "solid-js"
import type { Department } from "@muster/domain/model/Department"
import type { createDrag } from "../createDrag.ts"
import type { PlacedDepartment } from "@muster/domain/model/departmentTree"
import { t } from "../i18n/language.ts"
import { Icon } from "./Icon.tsx"
import { ListTable } from "./ListTable.tsx"
import { RowActions } from "./RowActions.tsx"

interface Change {
  readonly drag: ReturnType<typeof createDrag>
  readonly edit: (one: Department) => void
  readonly ask: (act: "close" | "remove", one: Department) => void
  readonly reopen: (one: Department) => void
}

/** A tree of departments, one a line below its parent; where they can be changed, they are dragged too. */
export function DepartmentTable(props: { tree: ReadonlyArray<PlacedDepartment>; change: Change | null }) {
  const dragging = (one: PlacedDepartment) =>
    props.change ? { ...props.change.drag.source(one), ...props.change.drag.target(one.departmentId) } : {}
  return (
    <ListTable
      caption={t("departments.title")}
      count={t("departments.shown", props.tree.length)}
      columns={[
        [t("departments.name")],
        [t("column.departmentId")],
        ...(props.change ? [[t("list.actions"), "hidden"] as const] : []),
      ]}
    >
      <For each={props.tree}>
        {(one) => (
          <tr classList={{ over: props.change?.drag.over() === one.departmentId }} {...dragging(one)}>
            <th scope="row">
              <span class="tree" style={{ "--depth": one.depth }}>
                <Show when={one.depth > 0}>
                  <span class="visually-hidden">{t("departments.level", one.depth + 1)}</span>
                </Show>
                <Icon name="departments" />
                {one.name}
                <Show when={one.closed}>
                  <span class="badge neutral">
                    <Icon name="skipped" />
                    {t("departments.closed")}
                  </span>
                </Show>
              </span>
            </th>
            <td data-label={t("column.departmentId")}>
              <code>{one.departmentId}</code>
            </td>
            <Show when={props.change}>
              {(change) => (
                <RowActions
                  name={one.name}
                  actions={[
                    { label: t("list.change"), onChoose: () => change().edit(one) },
                    one.closed
                      ? { label: t("departments.reopen"), onChoose: () => change().reopen(one) }
                      : { label: t("departments.close"), onChoose: () => change().ask("close", one) },
                    { label: t("list.remove"), onChoose: () => change().ask("remove", one) },
                  ]}
                />
              )}
            </Show>
          </tr>
        )}
      </For>
    </ListTable>
  )
}
