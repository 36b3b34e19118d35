/** The longest and the 99th percentile of some times in ms. */
export const framesOf = (times: ReadonlyArray<number>) => {
  const inOrder = [...times].sort((one, other) => one - other)
  return { longest: inOrder.at(-1) ?? 0, p99: inOrder[Math.floor(inOrder.length * 0.99)] ?? 0 }
}

/** In ms: how long a task of the page's main thread took, and for how much of that a processor worked at it. */
interface Task {
  readonly took: number
  readonly worked: number
}

/** The task of which there is most. */
export const mostBy = (tasks: ReadonlyArray<Task>, by: keyof Task): Task =>
  tasks.reduce((most, one) => (one[by] > most[by] ? one : most), { took: 0, worked: 0 })

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** The tasks of the page's main thread, from a trace as Chromium writes it. */
export const mainTasks = (trace: string): ReadonlyArray<Task> => {
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
    .map(({ dur = 0, tdur = 0 }) => ({ took: dur / 1000, worked: tdur / 1000 }))
}
