import { Refusal, Unreachable } from "@muster/client/request"
import { t } from "./i18n/language.ts"

/** Refusals of what was asked that may be granted later: too slow, still running, too early, too often. */
const passing = [408, 409, 425, 429]

/** Whether asking for the same again can come to something else. */
export const mayPass = (error: unknown): boolean =>
  !(error instanceof Refusal) || error.status >= 500 || passing.includes(error.status)

/** A failure in the reader's words: what is wrong, and what to do. */
export const describeFailure = (error: unknown): { readonly title: string; readonly hint: string } => {
  if (error instanceof Unreachable)
    return { title: t("failure.unreachable"), hint: t("failure.unreachableHint") }
  if (!(error instanceof Refusal))
    return { title: t("failure.unexpected"), hint: t("failure.unexpectedHint") }
  if ([502, 503, 504].includes(error.status)) return { title: t("failure.busy"), hint: t("failure.busyHint") }
  return { title: error.title || t("failure.refused"), hint: error.message }
}
