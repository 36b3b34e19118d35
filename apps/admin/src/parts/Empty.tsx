import { Show, type JSX } from "solid-js"
import { Icon, type IconName } from "./Icon.tsx"

/** Where a list has nothing to show: why, and what to do about it. */
export function Empty(props: { icon: IconName; title: string; text?: string; children?: JSX.Element }) {
  return (
    <div class="empty">
      <span class="empty-icon">
        <Icon name={props.icon} />
      </span>
      <p class="empty-title">{props.title}</p>
      <Show when={props.text}>
        <p class="empty-text">{props.text}</p>
      </Show>
      <Show when={props.children}>
        <div class="actions">{props.children}</div>
      </Show>
    </div>
  )
}
