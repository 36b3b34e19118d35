import { onCleanup, Show } from "solid-js"
import type { LoadingPages } from "../createQuery.ts"
import { t } from "../i18n/language.ts"

/** Loads the next page of a list, where there is one; if wanted, by itself once somebody has come near its end. */
export function LoadMore(props: { list: LoadingPages<unknown>; byItself?: boolean }) {
  const observer = new IntersectionObserver(
    ([seen]) => {
      if (seen?.isIntersecting && props.byItself && !props.list.isLoadingMore) props.list.loadMore()
    },
    { rootMargin: "600px" },
  )
  onCleanup(() => observer.disconnect())
  return (
    <Show when={props.list.hasMore}>
      <div class="more" ref={(place) => observer.observe(place)}>
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
