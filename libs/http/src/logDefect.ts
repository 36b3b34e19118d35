import { Effect } from "effect"
import { problemReply, type Asked } from "./problem.ts"
import type { Reply } from "./Reply.ts"

/**
 * Logs a fault of ours under the request's id and answers that there was one. Of the fault its name and the
 * places it came through are logged; its message may quote what people sent.
 */
export const logDefect = (defect: unknown, asked: Asked): Effect.Effect<Reply> =>
  Effect.logError("A request met a fault").pipe(
    Effect.annotateLogs({
      requestId: asked.requestId,
      fault: defect instanceof Error ? defect.name : typeof defect,
      at: defect instanceof Error ? placesOf(defect) : [],
    }),
    Effect.as(problemReply({ code: "internal" }, asked)),
  )

const placesOf = ({ stack = "" }: Error): ReadonlyArray<string> =>
  stack
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.startsWith("at "))
