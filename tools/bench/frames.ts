/** The longest and the 99th percentile of some times in ms, and how many are over 50. */
export const framesOf = (times: ReadonlyArray<number>) => {
  const inOrder = [...times].sort((one, other) => one - other)
  return {
    longest: inOrder.at(-1) ?? 0,
    p99: inOrder[Math.floor(inOrder.length * 0.99)] ?? 0,
    over: inOrder.filter((time) => time > 50).length,
  }
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly dur?: number
  readonly args?: { readonly name?: string }
}

/** How long, in ms, each task of the page's main thread took, from a trace as Chromium writes it. */
export const mainTasks = (trace: string): ReadonlyArray<number> => {
  const { traceEvents } = JSON.parse(trace) as { readonly traceEvents: ReadonlyArray<TraceEvent> }
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  return traceEvents
    .filter(
      ({ name, ph, pid, tid, dur }) =>
        ph === "X" && dur !== undefined && /RunTask$/.test(name) && mains.has(`${pid} ${tid}`),
    )
    .map(({ dur = 0 }) => dur / 1000)
}
