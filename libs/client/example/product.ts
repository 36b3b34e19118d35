/**
 * A product of which Muster is the user directory, as small as can be: it shows a plan to whoever may read plans.
 *
 *   MUSTER=http://127.0.0.1:3000 MUSTER_KEY=<API key, scope read> node libs/client/example/product.ts
 *   curl -H "X-User: <user id>" http://127.0.0.1:<port>/databases/<database id>/plan
 *
 * (A real product knows its user by a session of its own, not by a header that anybody can send.)
 */
import { createServer } from "node:http"
import { connect } from "@muster/client/Connection"
import { PermissionsReader } from "@muster/client/PermissionsReader"

const { MUSTER = "http://127.0.0.1:3000", MUSTER_KEY = "", PORT = "0" } = process.env
const permissions = new PermissionsReader(connect(MUSTER, MUSTER_KEY))

const server = createServer(async (request, response) => {
  const [, databaseId = ""] = /^\/databases\/([^/]+)\/plan$/.exec(request.url ?? "") ?? []
  const userId = String(request.headers["x-user"] ?? "")
  try {
    const mayRead = await permissions.may(databaseId, userId, "plan.read")
    response.writeHead(mayRead ? 200 : 403).end(mayRead ? "The plan.\n" : "You may not read plans here.\n")
  } catch {
    // Muster cannot be asked, or does not let this product ask: nothing is shown.
    response.writeHead(503).end("Try again later.\n")
  }
})
server.listen(Number(PORT), "127.0.0.1", () => {
  const address = server.address()
  if (typeof address === "object" && address !== null) console.log(`http://127.0.0.1:${address.port}`)
})
