import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { startEmbeddedPostgres } from "@muster/postgres/embedded/startEmbeddedPostgres"
import { Effect, Exit, Redacted, Scope } from "effect"
import { spawnServer } from "../server/spawnServer.ts"
import { personAt } from "./personAt.ts"

/** How long a server takes to tell how an import stands, idle and while it runs an import in every slot. */
const slots = 4
const rows = 50_000
const askers = 4

const folder = await mkdtemp(join(tmpdir(), "muster-bench-"))
const scope = await Effect.runPromise(Scope.make())
const { url } = await Effect.runPromise(
  startEmbeddedPostgres({ dataDir: join(folder, "data"), durable: true }).pipe(Scope.provide(scope)),
)
const server = await spawnServer(Redacted.value(url), {
  MUSTER_MAX_ROWS: String(rows),
  MUSTER_WORKERS: String(slots),
})

const answerOf = async (path: string, init?: RequestInit) =>
  (await (await server.ask(`platform/imports${path}`, init)).json()) as { id: string; state: string }
const stateOf = async (id: string) => (await answerOf(`/${id}`)).state
const settled = async (id: string) => {
  while (["validating", "running"].includes(await stateOf(id)))
    await new Promise((resolve) => setTimeout(resolve, 200))
}
const upload = async (at: number) => {
  const lines = Array.from({ length: rows }, (_, row) => {
    const { email, firstName, lastName, phone } = personAt(at * rows + row)
    return `${email},${firstName},${lastName},${phone}`
  })
  const body = ["email,firstName,lastName,phone", ...lines].join("\r\n")
  const { id } = await answerOf("", { method: "POST", headers: { "content-type": "text/csv" }, body })
  await settled(id)
  return id
}

/** Asks for the import again and again until `over`; prints how long the answers took, and how many were none. */
const measure = async (what: string, id: string, over: Promise<unknown>) => {
  const times: Array<number> = []
  let refused = 0
  let goesOn = true
  void over.then(() => (goesOn = false))
  const ask = async () => {
    while (goesOn) {
      const began = performance.now()
      const answer = await server.ask(`platform/imports/${id}`)
      await answer.arrayBuffer()
      times.push(performance.now() - began)
      if (!answer.ok) refused++
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  await Promise.all(Array.from({ length: askers }, ask))
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => (sorted[Math.ceil(share * sorted.length) - 1] ?? NaN).toFixed(0)
  console.log(
    `| ${what} | ${times.length} | ${at(0.5)} | ${at(0.95)} | ${at(0.99)} | ${at(1)} | ${refused} |`,
  )
}

const ids: Array<string> = []
for (let slot = 0; slot < slots; slot++) ids.push(await upload(slot))
const [first = ""] = ids
console.log("| the server | answers | p50 (ms) | p95 | p99 | max | refused |")
console.log("| --- | --- | --- | --- | --- | --- | --- |")
await measure("idle", first, new Promise((resolve) => setTimeout(resolve, 5000)))
for (const id of ids) await answerOf(`/${id}/run`, { method: "POST" })
await measure(`${slots} imports of ${rows} rows`, first, Promise.all(ids.map(settled)))
console.log(`\n${server.fault() ?? "Nothing went wrong."}`)
await server.stop()
await Effect.runPromise(Scope.close(scope, Exit.void))
await rm(folder, { recursive: true, force: true })
