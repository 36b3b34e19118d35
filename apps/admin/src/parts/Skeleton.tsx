import { For } from "solid-js"
import { t } from "../i18n/language.ts"

/** Grey lines where rows will be; they appear only when loading takes a while. */
export function Skeleton(props: { lines?: number }) {
  return (
    <div class="skeleton" aria-busy="true">
      <span class="visually-hidden">{t("loading")}</span>
      <For each={Array.from({ length: props.lines ?? 6 })}>{() => <span class="skeleton-line" />}</For>
    </div>
  )
}
