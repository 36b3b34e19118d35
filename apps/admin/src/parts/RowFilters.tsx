import { For } from "solid-js"
import type { Import } from "@muster/domain/model/Import"
import { formatNumber } from "../i18n/format.ts"
import { importWords } from "../importWords.ts"
import { t } from "../i18n/language.ts"
import type { RowFilter } from "../rowFilter.ts"
import { Icon, type IconName } from "./Icon.tsx"

const icons: Readonly<Record<RowFilter, IconName | null>> = {
  all: null,
  invalid: "error",
  conflict: "conflict",
  remarks: "warning",
  valid: "check",
  created: "success",
  updated: "success",
  unchanged: "check",
  removed: "success",
  skipped: "skipped",
}

/** How many rows there are of each kind; each number shows just those rows. */
export function RowFilters(props: {
  one: Pick<Import, "kind" | "mode" | "counts" | "plan">
  /** How many good rows have remarks; null where that is not known. */
  remarks: number | null
  chosen: RowFilter
  onChoose: (filter: RowFilter) => void
}) {
  const filters = (): ReadonlyArray<readonly [RowFilter, number]> => {
    const { counts, plan } = props.one
    const alike = plan.updated + plan.unchanged + plan.removed === 0
    return (
      [
        ["all", counts.rows],
        ["invalid", counts.invalid],
        ["conflict", counts.conflict],
        ["remarks", props.remarks ?? 0],
        ["valid", alike ? counts.valid : 0],
        ["created", alike ? 0 : plan.created],
        ["updated", plan.updated],
        ["unchanged", plan.unchanged],
        ["removed", plan.removed],
        ["skipped", counts.skipped],
      ] as const
    ).filter(
      ([filter, count]) => count > 0 || filter === "all" || filter === "invalid" || filter === props.chosen,
    )
  }
  const name = (filter: RowFilter): string =>
    filter !== "conflict"
      ? t(`filters.${filter}`)
      : t(`filters.conflict.${props.one.mode === "create" ? importWords(props.one.kind) : "updating"}`)
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
              {name(filter)}
            </span>
          </button>
        )}
      </For>
    </div>
  )
}
