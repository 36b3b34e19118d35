import { monitorEventLoopDelay } from "node:perf_hooks"
import { Effect, Metric } from "effect"

const delay = Metric.gauge("muster_event_loop_delay_seconds", {
  description: "How late what was due was begun since it was last asked, by percentile, in seconds",
})
const resident = Metric.gauge("muster_resident_memory_bytes", { description: "Memory of the process" })
const heap = Metric.gauge("muster_heap_bytes", { description: "Memory that values of the process take" })

const late = monitorEventLoopDelay({ resolution: 10 })

/** Takes from now on how late the process is. */
export const watchDelay = Effect.sync(() => late.enable())

/** Brings the measures of the process up to date. */
export const measureProcess = Effect.gen(function* () {
  for (const percentile of [50, 99, 100])
    yield* Metric.update(
      Metric.withAttributes(delay, { percentile: String(percentile) }),
      Math.max(0, late.percentile(percentile) / 1e9 - 0.01),
    )
  late.reset()
  const { rss, heapUsed } = process.memoryUsage()
  yield* Metric.update(resident, rss)
  yield* Metric.update(heap, heapUsed)
})
