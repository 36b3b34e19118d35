import { For } from "solid-js"
import type { Counts, ImportKind } from "@muster/domain/model/Import"
import { formatNumber } from "../i18n/format.ts"
import { importWords } from "../importWords.ts"
import { t } from "../i18n/language.ts"
import { Icon, type IconName } from "./Icon.tsx"

const icons = {
  created: "success",
  updated: "success",
  unchanged: "check",
  removed: "success",
  failed: "error",
  invalid: "error",
  conflict: "conflict",
  skipped: "skipped",
  unprocessed: "waiting",
} satisfies Partial<Record<keyof Counts, IconName>>

const shown = Object.keys(icons) as ReadonlyArray<keyof typeof icons>

/** How many rows ended in which way; together they are the rows of the file. `always` is told even where it is none. */
export function ResultCounts(props: { counts: Counts; kind: ImportKind; always: "created" | "removed" }) {
  const counted = () => shown.filter((status) => props.counts[status] > 0 || status === props.always)
  return (
    <dl class="counts">
      <For each={counted()}>
        {(status) => (
          <div class={`count ${status}`}>
            <dt>
              <Icon name={icons[status]} />
              {status === "created" ? t(`result.created.${importWords(props.kind)}`) : t(`status.${status}`)}
            </dt>
            <dd>{formatNumber(props.counts[status])}</dd>
          </div>
        )}
      </For>
    </dl>
  )
}
