import net from "node:net"

/**
 * Passes bytes between its clients and PostgreSQL on `port`. `cutAfter` lets that many more bytes of answers
 * through and then ends the connection, once.
 */
export const startCuttingProxy = async (port: number) => {
  let left = Infinity
  const server = net.createServer((client) => {
    const upstream = net.connect(port, "127.0.0.1")
    const end = () => {
      client.destroy()
      upstream.destroy()
    }
    for (const one of [client, upstream]) one.on("error", end).on("close", end)
    client.pipe(upstream)
    upstream.on("data", (bytes: Buffer) => {
      const passing = bytes.subarray(0, Math.min(left, bytes.length))
      left -= passing.length
      client.write(passing)
      if (left > 0) return
      left = Infinity
      client.end()
      upstream.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("The proxy has no port.")
  return {
    port: address.port,
    cutAfter: (bytes: number) => {
      left = bytes
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}
