import { For } from "solid-js"
import type { Counts, ImportKind } from "@muster/domain/model/Import"
import { formatNumber } from "../i18n/format.ts"
import { t } from "../i18n/language.ts"
import type { RowFilter } from "../rowFilter.ts"
import { Icon, type IconName } from "./Icon.tsx"

const icons: Readonly<Record<RowFilter, IconName | null>> = {
  all: null,
  invalid: "error",
  conflict: "conflict",
  remarks: "warning",
  valid: "check",
  skipped: "skipped",
}

/** How many rows there are of each kind; each number shows just those rows. */
export function RowFilters(props: {
  kind: ImportKind
  counts: Counts
  /** How many good rows have remarks; null where that is not known. */
  remarks: number | null
  chosen: RowFilter
  onChoose: (filter: RowFilter) => void
}) {
  const filters = (): ReadonlyArray<readonly [RowFilter, number]> =>
    (
      [
        ["all", props.counts.rows],
        ["invalid", props.counts.invalid],
        ["conflict", props.counts.conflict],
        ["remarks", props.remarks ?? 0],
        ["valid", props.counts.valid],
        ["skipped", props.counts.skipped],
      ] as const
    ).filter(
      ([filter, count]) => count > 0 || filter === "all" || filter === "invalid" || filter === props.chosen,
    )
  return (
    <div class="filters" role="group" aria-label={t("filters.label")}>
      <For each={filters().map(([filter]) => filter)}>
        {(filter) => (
          <button
            type="button"
            class={`filter ${filter}`}
            aria-pressed={props.chosen === filter}
            onClick={() => props.onChoose(filter)}
          >
            <span class="filter-count">
              {formatNumber(filters().find(([one]) => one === filter)?.[1] ?? 0)}
            </span>
            <span class="filter-name">
              {icons[filter] && <Icon name={icons[filter]} />}
              {t(
                `filters.${props.kind === "database-users" && filter === "conflict" ? "otherAccess" : filter}`,
              )}
            </span>
          </button>
        )}
      </For>
    </div>
  )
}
