import type { JSX } from "solid-js"
import { Icon, type IconName } from "./Icon.tsx"

/** Where a list has nothing to show: why, and what to do about it. */
export function Empty(props: { icon: IconName; title: string; text?: JSX.Element; children?: JSX.Element }) {
  return (
    <div class="empty">
      <span class="empty-icon">
        <Icon name={props.icon} />
      </span>
      <p class="empty-title">{props.title}</p>
      <div class="empty-text">{props.text}</div>
      <div class="empty-actions">{props.children}</div>
    </div>
  )
}
