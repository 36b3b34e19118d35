import { createUniqueId, Show } from "solid-js"

/** How far something has come; without a `total` only that it goes on. */
export function ProgressBar(props: { label: string; done?: number; total?: number; detail?: string }) {
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
    </div>
  )
}
