import { giveWay } from "./giveWay.ts"
import type { Slices } from "./Slices.ts"

const sliceTime = 8

/**
 * Does work in slices of a few ms, between which the browser draws and takes what is typed. The first one is done
 * at once: what is short is done when this returns. Work that is aborted ends where it is, and rejects with the
 * signal's reason.
 */
export const inSlices = async <A>(
  work: Slices<A>,
  onProgress: (part: number) => void = () => {},
  signal?: AbortSignal,
): Promise<A> => {
  let end = performance.now() + sliceTime
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    if (performance.now() < end) continue
    onProgress(step.value)
    await giveWay()
    if (signal?.aborted) work.return(undefined as never)
    signal?.throwIfAborted()
    end = performance.now() + sliceTime
  }
}
