const drawEvery = 20
const longestWait = 100
let drawnAt = 0

/**
 * Lets the browser take what was typed or clicked, and draw now and then, and comes back as soon as that is done. It
 * waits for the drawing itself: work that only yields is put before it.
 */
export const giveWay = async (): Promise<void> => {
  const isDrawn = typeof requestAnimationFrame === "function"
  if (isDrawn && performance.now() - drawnAt > drawEvery) {
    await drawn()
    drawnAt = performance.now()
  }
  await yielded()
}

/** The next time that the browser draws; a page that is not seen is not drawn. */
const drawn = (): Promise<unknown> =>
  new Promise((resolve) => {
    requestAnimationFrame(resolve)
    setTimeout(resolve, longestWait)
  })

const yielded = (): Promise<void> => {
  if ("scheduler" in globalThis && "yield" in scheduler) return scheduler.yield()
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
