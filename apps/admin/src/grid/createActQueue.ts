import { createSignal, onCleanup } from "solid-js"
import { inSlices } from "./inSlices.ts"
import type { Slices } from "./Slices.ts"

interface Waiting {
  readonly begin: () => void
  readonly drop: () => void
}

/**
 * What somebody does to a table, one after the other: what is short at once, what is long in slices, and what is
 * begun meanwhile after it, so that all comes to the same as if each had taken no time.
 */
export const createActQueue = () => {
  const [done, setDone] = createSignal<number | null>(null)
  const waiting: Array<Waiting> = []
  let running: AbortController | null = null
  let isSealed = false

  function* ending<A>(work: Slices<A>): Slices<A> {
    try {
      return yield* work
    } finally {
      running = null
      setDone(null)
      waiting.shift()?.begin()
    }
  }
  const dropAll = () => {
    for (const { drop } of waiting.splice(0)) drop()
    running?.abort()
  }
  onCleanup(dropAll)

  return {
    /** How much is done of what takes longer, from 0 to 1; null for nothing. */
    done,
    /** Does something as soon as what was begun before is done; answers null where it was called off. */
    perform: <A>(work: () => Slices<A>): Promise<A | null> =>
      new Promise((resolve, reject) => {
        const begin = () => {
          const mine = new AbortController()
          running = mine
          isSealed = false
          inSlices(ending(work()), setDone, mine.signal).then(resolve, (error: unknown) =>
            mine.signal.aborted ? resolve(null) : reject(error),
          )
        }
        if (running === null) begin()
        else waiting.push({ begin, drop: () => resolve(null) })
      }),
    /** From here on what is being done is not called off any more. */
    seal: () => void (isSealed = true),
    /** Calls off what was begun last, if that is still possible; answers whether it was. */
    callOff: (): boolean => {
      const last = waiting.pop()
      if (last !== undefined) last.drop()
      else if (running === null || running.signal.aborted || isSealed) return false
      else running.abort()
      return true
    },
  }
}
