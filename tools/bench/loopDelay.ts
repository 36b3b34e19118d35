import type { ServerProcess } from "../server/spawnServer.ts"

/**
 * Milliseconds that what was due on the server's event loop was late at 99 %, since this was asked before; the
 * server needs `MUSTER_METRICS_PORT`.
 */
export const loopDelay = async (server: ServerProcess): Promise<number> => {
  const address = server.metrics()
  if (address === null) throw new Error("The server tells no metrics.")
  const told = await (await fetch(address)).text()
  return Number(/^muster_event_loop_delay_seconds\{percentile="99"\} (.+)$/m.exec(told)?.[1]) * 1000
}
