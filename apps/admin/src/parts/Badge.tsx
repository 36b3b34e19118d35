import type { ImportState, RowStatus } from "@muster/domain/model/Import"
import { t } from "../i18n/language.ts"
import { Icon, type IconName } from "./Icon.tsx"

type Tone = "error" | "conflict" | "warning" | "info" | "success" | "neutral"

const states: Readonly<Record<ImportState, readonly [Tone, IconName]>> = {
  validating: ["info", "waiting"],
  refused: ["error", "error"],
  ready: ["info", "check"],
  running: ["info", "waiting"],
  completed: ["success", "success"],
  failed: ["error", "error"],
  cancelled: ["neutral", "skipped"],
}

const statuses: Readonly<Record<RowStatus, readonly [Tone, IconName]>> = {
  valid: ["success", "check"],
  invalid: ["error", "error"],
  conflict: ["conflict", "conflict"],
  skipped: ["neutral", "skipped"],
  created: ["success", "success"],
  updated: ["success", "success"],
  unchanged: ["neutral", "check"],
  removed: ["success", "success"],
  failed: ["error", "error"],
  unprocessed: ["neutral", "waiting"],
}

/** The state of an import, by drawing and word. */
export const StateBadge = (props: { state: ImportState }) => (
  <span class={`badge ${states[props.state][0]}`}>
    <Icon name={states[props.state][1]} />
    {t(`state.${props.state}`)}
  </span>
)

/** The status of a row, by drawing and word. */
export const RowBadge = (props: { status: RowStatus }) => (
  <span class={`badge ${statuses[props.status][0]}`}>
    <Icon name={statuses[props.status][1]} />
    {t(`status.${props.status}`)}
  </span>
)
