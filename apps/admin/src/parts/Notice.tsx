import { Show, type JSX } from "solid-js"
import { Icon, type IconName } from "./Icon.tsx"

export type Tone = "error" | "conflict" | "warning" | "info" | "success"

const icons: Readonly<Record<Tone, IconName>> = {
  error: "error",
  conflict: "conflict",
  warning: "warning",
  info: "info",
  success: "success",
}

/** Something to know about what is on the page. An `alert` interrupts people who listen to the page. */
export function Notice(props: {
  tone: Tone
  title?: string
  alert?: boolean
  children?: JSX.Element
  action?: JSX.Element
}) {
  return (
    <div class={`notice ${props.tone}`} role={props.alert ? "alert" : undefined}>
      <Icon name={icons[props.tone]} />
      <div class="notice-text">
        <Show when={props.title}>
          <p class="notice-title">{props.title}</p>
        </Show>
        {props.children}
      </div>
      <Show when={props.action}>{props.action}</Show>
    </div>
  )
}
