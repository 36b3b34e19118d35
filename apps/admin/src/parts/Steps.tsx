import { For, Show } from "solid-js"
import { t } from "../i18n/language.ts"
import { Icon } from "./Icon.tsx"

const steps = ["example", "choose", "validate", "import", "result"] as const
export type Step = (typeof steps)[number]

/** The way through an import, with the step one is at. One `withoutFile` begins at its validation. */
export function Steps(props: { current: Step; finished?: boolean; withoutFile?: boolean }) {
  const shown = () => (props.withoutFile ? steps.slice(2) : steps)
  const at = () => shown().indexOf(props.current)
  return (
    <ol class="steps" aria-label={t("steps.label")}>
      <For each={shown()}>
        {(step, index) => {
          const done = () => index() < at() || (props.finished === true && index() === at())
          return (
            <li
              class="step"
              classList={{ done: done() }}
              aria-current={index() === at() ? "step" : undefined}
            >
              <span class="step-number" aria-hidden="true">
                <Show when={done()} fallback={index() + 1}>
                  <Icon name="check" />
                </Show>
              </span>
              <span class="step-name">{t(`steps.${step}`)}</span>
              <Show when={done()}>
                <span class="visually-hidden">{t("steps.done")}</span>
              </Show>
            </li>
          )
        }}
      </For>
    </ol>
  )
}
