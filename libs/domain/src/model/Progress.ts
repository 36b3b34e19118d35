import { Schema } from "effect"
import type { Import } from "./Import.ts"

/**
 * How far the work under way has come, in rows. `rowsPerSecond` is the average since that work began, waiting for turns
 * included, with two digits that count; `secondsLeft` what the rest takes at that rate. Both are null while that is
 * not known well enough, and where nothing is under way.
 */
export const Progress = Schema.Struct({
  done: Schema.Int,
  total: Schema.Int,
  rowsPerSecond: Schema.NullOr(Schema.Finite),
  secondsLeft: Schema.NullOr(Schema.Int),
})
export type Progress = typeof Progress.Type

/** Known well enough after so long, and once this part of the rows is done. */
const enough = { seconds: 3, part: 0.01 } as const

/**
 * The progress of an import whose work under way had `doneBefore` rows behind it when it began, so many seconds ago;
 * null where nothing is under way. A run of all rows or none looks at them first: how long it then takes, they do not
 * tell.
 */
export const progressOf = (
  { kind, state }: Pick<Import, "kind" | "state">,
  {
    done,
    total,
    doneBefore,
    seconds,
  }: Pick<Progress, "done" | "total"> & {
    readonly doneBefore: number
    readonly seconds: number | null
  },
): Progress => {
  const many = done - doneBefore
  if (seconds === null || seconds < enough.seconds || many <= 0 || many < enough.part * (total - doneBefore))
    return { done, total, rowsPerSecond: null, secondsLeft: null }
  const rate = many / seconds
  const endsWithRows = state === "validating" || kind === "platform-users"
  return {
    done,
    total,
    rowsPerSecond: Number(rate.toPrecision(2)),
    secondsLeft: endsWithRows && done < total ? Math.ceil((total - done) / rate) : null,
  }
}
