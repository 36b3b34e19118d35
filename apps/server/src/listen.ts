import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import type { makeApp } from "@muster/http/app"
import { getRequestListener } from "@hono/node-server"
import { Effect, Schema } from "effect"

/** The address cannot be listened on. */
export class CannotListen extends Schema.TaggedError<CannotListen>()("CannotListen", {
  host: Schema.String,
  port: Schema.Int,
  code: Schema.String,
}) {
  override get message() {
    return this.code === "EADDRINUSE"
      ? `Port ${this.port} is taken by another process. Stop it, or choose another port with PORT.`
      : `Cannot listen on ${this.host}:${this.port} (${this.code}).`
  }
}

/** How long requests under way may take to end when the server stops, in milliseconds. */
const patience = 8000

/**
 * Listens until the scope closes; then takes no more requests and lets those under way end. Answers the
 * address. A client has 10 s for its headers.
 */
export const listen = Effect.fn("listen")(function* (
  app: Pick<ReturnType<typeof makeApp>, "fetch">,
  { host, port }: { readonly host: string; readonly port: number },
) {
  const server = yield* Effect.acquireRelease(
    Effect.sync(() =>
      createServer(
        { headersTimeout: 10_000, connectionsCheckingInterval: 5_000 },
        getRequestListener(app.fetch, { overrideGlobalObjects: false }),
      ),
    ),
    stop,
  )
  yield* Effect.callback<void, CannotListen>((resume) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      resume(Effect.fail(new CannotListen({ host, port, code: error.code ?? error.name }))),
    )
    server.listen(port, host, () => resume(Effect.void))
  })
  const address = server.address() as AddressInfo
  return `http://${address.family === "IPv6" ? `[${address.address}]` : address.address}:${address.port}`
})

const stop = (server: Server) =>
  Effect.callback<void>((resume) => {
    server.close(() => resume(Effect.void))
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), patience).unref()
  })
