import { Show } from "solid-js"
import type { LoadingPages } from "../createQuery.ts"
import { t } from "../i18n/language.ts"

/** Loads the next page of a list, where there is one. */
export function LoadMore(props: { list: LoadingPages<unknown> }) {
  return (
    <Show when={props.list.hasMore}>
      <div class="more">
        <button
          type="button"
          class="button"
          aria-busy={props.list.isLoadingMore}
          onClick={() => props.list.loadMore()}
        >
          {t("list.more")}
        </button>
      </div>
    </Show>
  )
}
