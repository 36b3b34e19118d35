import { describeFailure } from "../describeFailure.ts"
import { t } from "../i18n/language.ts"
import { Notice } from "./Notice.tsx"

/** Something could not be loaded or done: why, and a button that tries again. */
export function Failure(props: { error: unknown; retry?: (() => unknown) | undefined }) {
  const failure = () => describeFailure(props.error)
  return (
    <Notice
      tone="error"
      alert
      title={failure().title}
      action={
        props.retry && (
          <button type="button" class="button" onClick={() => props.retry?.()}>
            {t("failure.retry")}
          </button>
        )
      }
    >
      <p>{failure().hint}</p>
    </Notice>
  )
}
