import { createUniqueId, For } from "solid-js"
import { announce } from "../announce.ts"
import type { Grid } from "../grid/createGrid.ts"
import { anyIssue } from "../grid/createSeenRows.ts"
import { t } from "../i18n/language.ts"
import { columnLabel } from "./columnLabel.ts"
import { GridStatus } from "./GridStatus.tsx"
import { Icon } from "./Icon.tsx"

const keys = ["move", "write", "select", "copy", "fill", "undo", "find", "issue", "remove", "leave"] as const

/** What can be done with a grid by pointer and finger, what of it is looked at, and which keys there are. */
export function GridTools(props: { grid: Grid; finding: boolean; onFind: () => void; onFocus: () => void }) {
  const { grid } = props
  const id = createUniqueId()
  const kinds = () => (grid.checked(), grid.version(), grid.check.kinds.all())
  const act = async (done: Promise<boolean | null>, key: "undone" | "redone" | "removed" | "filled") => {
    if (await done) announce(t(`grid.${key}`))
  }
  return (
    <div class="grid-tools">
      <div class="grid-buttons" role="toolbar" aria-label={t("grid.tools")}>
        <button
          type="button"
          class="button icon-only"
          title={t("grid.undo")}
          aria-disabled={(grid.version(), !grid.table.mayUndo)}
          onClick={() => void act(grid.undo(), "undone")}
        >
          <Icon name="undo" />
          <span class="visually-hidden">{t("grid.undo")}</span>
        </button>
        <button
          type="button"
          class="button icon-only"
          title={t("grid.redo")}
          aria-disabled={(grid.version(), !grid.table.mayRedo)}
          onClick={() => void act(grid.redo(), "redone")}
        >
          <Icon name="redo" />
          <span class="visually-hidden">{t("grid.redo")}</span>
        </button>
        <button
          type="button"
          class="button"
          aria-disabled={kinds().length === 0}
          onClick={() => grid.goToIssue(1) && props.onFocus()}
        >
          <Icon name="next" />
          {t("grid.next")}
        </button>
        <button type="button" class="button" aria-expanded={props.finding} onClick={() => props.onFind()}>
          <Icon name="search" />
          {t("grid.find")}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => void act(grid.fillDown(grid.cursor.area()), "filled")}
        >
          <Icon name="fill" />
          {t("grid.fill")}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => void act(grid.remove(grid.cursor.area()), "removed")}
        >
          <Icon name="remove" />
          {t("grid.remove")}
        </button>
      </div>
      <div class="field">
        <label for={id} class="visually-hidden">
          {t("grid.filter")}
        </label>
        <select
          id={id}
          value={grid.filter() ?? ""}
          onChange={(event) => void grid.choose(event.currentTarget.value || null)}
        >
          <option value="">{t("grid.allRows")}</option>
          <option value={anyIssue}>{t("grid.anyIssue")}</option>
          <For each={kinds()}>
            {({ key, code, column, rows }) => (
              <option value={key} selected={grid.filter() === key}>
                {t("grid.kind", t(`issue.${code}`), column === null ? null : columnLabel(column), rows)}
              </option>
            )}
          </For>
        </select>
      </div>
      <details class="grid-keys">
        <summary>{t("grid.keys")}</summary>
        <dl>
          <For each={keys}>
            {(key) => (
              <div>
                <dt>
                  <kbd>{t(`grid.key.${key}`)}</kbd>
                </dt>
                <dd>{t(`grid.keyDoes.${key}`)}</dd>
              </div>
            )}
          </For>
        </dl>
      </details>
      <GridStatus grid={grid} />
    </div>
  )
}
