import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { startEmbeddedPostgres } from "@muster/postgres/embedded/startEmbeddedPostgres"
import { Effect, Exit, Redacted, Scope } from "effect"
import { spawnServer } from "../server/spawnServer.ts"
import { importOverHttp, type ImportTimes } from "./importOverHttp.ts"
import { personAt } from "./personAt.ts"

/** How many imports of 249 new people a server gets through in a second, and how long each takes, by clients. */
const { values } = parseArgs({
  options: {
    clients: { type: "string", default: "1,8,32" },
    imports: { type: "string", default: "200" },
  },
})
const imports = Number(values.imports)
const rows = 249

const folder = await mkdtemp(join(tmpdir(), "muster-bench-"))
const scope = await Effect.runPromise(Scope.make())
const { url } = await Effect.runPromise(
  startEmbeddedPostgres({ dataDir: join(folder, "data"), durable: true }).pipe(Scope.provide(scope)),
)
const server = await spawnServer(Redacted.value(url))

let people = 0
/** A file of people whom nobody has imported yet. */
const nextFile = () => {
  const lines = Array.from({ length: rows }, () => {
    const { email, firstName, lastName, phone } = personAt(people++)
    return `${email},${firstName},${lastName},${phone}`
  })
  return new Blob([["email,firstName,lastName,phone", ...lines].join("\r\n")])
}

/** So many clients import one file after another until `many` files are in. */
const importBy = async (clients: number, many: number) => {
  const times: Array<ImportTimes> = []
  let left = many
  const client = async () => {
    while (left-- > 0) times.push(await importOverHttp(server, nextFile()))
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: clients }, client))
  return { times, seconds: (performance.now() - began) / 1000 }
}

const percentiles = (times: ReadonlyArray<ImportTimes>, stage: "upload" | "run" | "whole") => {
  const sorted = times.map((one) => one[stage]).toSorted((one, other) => one - other)
  return [0.5, 0.95, 0.99]
    .map((share) => (sorted[Math.ceil(share * sorted.length) - 1] ?? NaN).toFixed(0).padStart(5))
    .join(" ")
}

await importBy(1, 20)
console.log(`${imports} imports of ${rows} new people; milliseconds at 50, 95 and 99 %\n`)
console.log("| clients | imports a second | upload and validation |               run |             whole |")
console.log("| ------: | ---------------: | --------------------: | ----------------: | ----------------: |")
for (const clients of values.clients.split(",").map(Number)) {
  const { times, seconds } = await importBy(clients, imports)
  console.log(
    `| ${String(clients).padStart(7)} | ${(imports / seconds).toFixed(1).padStart(16)} | ${percentiles(times, "upload").padStart(21)} | ${percentiles(times, "run")} | ${percentiles(times, "whole")} |`,
  )
}
console.log(`\nPeak memory ${Math.round(server.peakMemory())} MB; ${server.fault() ?? "nothing went wrong"}.`)
await server.stop()
await Effect.runPromise(Scope.close(scope, Exit.void))
await rm(folder, { recursive: true, force: true })
