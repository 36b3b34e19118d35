import type { RequestLine } from "@muster/http/requestLog"
import { Effect, Metric } from "effect"

const seconds = Metric.histogram("muster_http_request_seconds", {
  description: "Requests by method, route and status, until their answer began, in seconds",
  boundaries: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
})

/** Logs a request that was answered, and measures it. */
export const tellOfRequest = (line: RequestLine) => {
  const { method, route, status, duration } = line
  return Effect.logInfo("Request").pipe(
    Effect.annotateLogs({ ...line }),
    Effect.andThen(
      Metric.update(
        Metric.withAttributes(seconds, { method, route, status: String(status) }),
        duration / 1000,
      ),
    ),
  )
}
