import { For, Show, type JSX } from "solid-js"
import { Refusal } from "@muster/client/request"
import type { createAct } from "../createAct.ts"
import { Failure } from "./Failure.tsx"
import { IssueText } from "./IssueText.tsx"

type Act = ReturnType<typeof createAct<[HTMLFormElement]>>

/** A form that does something over the network; why that failed stands between its head and its fields. */
export function ActForm(props: {
  class: "form" | "panel"
  act: Pick<Act, "start" | "failure">
  head?: JSX.Element
  children: JSX.Element
}) {
  const issues = () => {
    const failure = props.act.failure()
    return failure instanceof Refusal ? failure.issues : []
  }
  return (
    <form
      class={props.class}
      onSubmit={(event) => {
        event.preventDefault()
        void props.act.start(event.currentTarget)
      }}
    >
      {props.head}
      <Show when={props.act.failure()}>
        <Show when={issues().length > 0} fallback={<Failure error={props.act.failure()} />}>
          <div role="alert">
            <For each={issues()}>{(issue) => <IssueText issue={issue} />}</For>
          </div>
        </Show>
      </Show>
      {props.children}
    </form>
  )
}
