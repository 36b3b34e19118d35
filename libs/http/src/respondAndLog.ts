import { Effect } from "effect"
import type { Asked } from "./problem.ts"
import type { Reply } from "./Reply.ts"
import { respond, type Failure } from "./respond.ts"

/** The failure as an answer; when the store was away, with the reason logged. */
export const respondAndLog = (failure: Failure, asked: Asked): Effect.Effect<Reply> => {
  const reply = Effect.sync(() => respond(failure, asked))
  return failure._tag === "StoreUnavailable"
    ? Effect.andThen(logUnavailable(reasonOf(failure.cause), asked), reply)
    : reply
}

/** Logs under the request's id why it was answered that the store is away. */
export const logUnavailable = (reason: string, { requestId }: Asked): Effect.Effect<void> =>
  Effect.logInfo("The store was not available to a request").pipe(Effect.annotateLogs({ requestId, reason }))

/** A code, such as an SQLSTATE, or a name alone: a message may quote what people sent. */
const reasonOf = (cause: unknown): string => {
  if (!(cause instanceof Error)) return typeof cause
  const code: unknown = Reflect.get(cause, "code")
  return typeof code === "string" ? code : cause.name
}
