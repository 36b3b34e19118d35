import { PrometheusMetrics } from "effect/observability"
import { Effect } from "effect"
import { Hono } from "hono"
import { listen } from "./listen.ts"
import { measureProcess, watchDelay } from "./processMetrics.ts"

const textFormat = { "Content-Type": "text/plain; version=0.0.4; charset=utf-8" }

/** Answers Prometheus at `/metrics` on a port of its own until the scope closes; answers the address. */
export const serveMetrics = Effect.fn("serveMetrics")(function* (host: string, port: number) {
  yield* watchDelay
  const text = measureProcess.pipe(Effect.andThen(PrometheusMetrics.format()))
  const app = new Hono().get("/metrics", async (c) => c.body(await Effect.runPromise(text), 200, textFormat))
  return `${yield* listen(app, { host, port })}/metrics`
})
