import { describeFailure, mayPass } from "../describeFailure.ts"
import { t } from "../i18n/language.ts"
import { Notice } from "./Notice.tsx"

/** Something could not be loaded or done: why, and a button that tries again where that may help. */
export function Failure(props: { error: unknown; retry?: (() => unknown) | undefined }) {
  const failure = () => describeFailure(props.error)
  return (
    <Notice
      tone="error"
      alert
      title={failure().title}
      action={
        props.retry &&
        mayPass(props.error) && (
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
