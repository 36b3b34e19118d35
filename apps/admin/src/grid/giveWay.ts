/** Lets the browser draw and take what was typed or clicked, and comes back as soon as that is done. */
export const giveWay = (): Promise<void> => {
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
