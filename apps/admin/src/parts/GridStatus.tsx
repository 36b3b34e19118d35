import { Match, Show, Switch } from "solid-js"
import type { Grid } from "../grid/createGrid.ts"
import { t } from "../i18n/language.ts"

/** How many rows are written and wrong, and, of what takes longer than a second, how far it has come. */
export function GridStatus(props: { grid: Grid }) {
  const { grid } = props
  const waiting = () => (grid.checked(), grid.version(), grid.check.waiting)
  return (
    <>
      <p class="table-count" role="status">
        {(grid.checked(), t("grid.count", grid.written(), grid.check.kinds.wrong))}
        <Show when={grid.done() !== null}>
          <span class="late"> {t("grid.working")}</span>
        </Show>
        <Show when={waiting() > 0}> {t("grid.checking")}</Show>
      </p>
      <Switch>
        <Match when={grid.done() !== null}>
          <progress class="grid-progress late" aria-label={t("grid.working")} value={grid.done() ?? 0} />
        </Match>
        <Match when={waiting() > 0}>
          <progress
            class="grid-progress late"
            aria-label={t("grid.checking")}
            value={1 - waiting() / Math.max(1, grid.table.rows.length, waiting())}
          />
        </Match>
      </Switch>
    </>
  )
}
