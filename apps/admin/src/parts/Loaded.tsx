import { Match, Show, Switch, untrack, type Accessor, type JSX } from "solid-js"
import type { Loading } from "../createQuery.ts"
import { Failure } from "./Failure.tsx"
import { Skeleton } from "./Skeleton.tsx"

/** Shows what was loaded; before that a skeleton, and when loading fails, why, with a button to try again. */
export function Loaded<A>(props: {
  query: Loading<A>
  skeleton?: JSX.Element
  children: (data: Accessor<A>) => JSX.Element
}) {
  return (
    <Switch fallback={props.skeleton ?? <Skeleton />}>
      <Match when={props.query.isLoadingError}>
        <Failure error={props.query.error} retry={props.query.refetch} />
      </Match>
      <Match when={props.query.data !== undefined}>
        <Show when={props.query.isRefetchError}>
          <Failure error={props.query.error} retry={props.query.refetch} />
        </Show>
        {untrack(() => props.children(() => props.query.data as A))}
      </Match>
    </Switch>
  )
}
