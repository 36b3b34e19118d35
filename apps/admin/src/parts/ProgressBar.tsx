import { createUniqueId, Show } from "solid-js"

/**
 * How far something has come; without a `total` only that it goes on. `left` is read out whenever it changes, so it is
 * to change seldom; while it is not known, it is empty.
 */
export function ProgressBar(props: {
  label: string
  done?: number
  total?: number
  detail?: string
  left?: string
  rate?: string
}) {
  const id = createUniqueId()
  return (
    <div class="progress">
      <div class="progress-text">
        <span id={id}>{props.label}</span>
        <span class="number">{props.detail}</span>
      </div>
      <Show when={props.total} fallback={<progress aria-labelledby={id} />}>
        {(total) => <progress aria-labelledby={id} value={props.done ?? 0} max={total()} />}
      </Show>
      <Show when={props.left !== undefined}>
        <div class="progress-text pace muted">
          <span role="status">{props.left}</span>
          <span class="number">{props.rate}</span>
        </div>
      </Show>
    </div>
  )
}
