import { openAsBlob } from "node:fs"
import { mkdtemp, rm, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { startEmbeddedPostgres } from "@muster/postgres/embedded/startEmbeddedPostgres"
import { migrate } from "@muster/postgres/migrate"
import { Effect, Exit, Redacted, Scope } from "effect"
import postgres from "postgres"
import { fillDirectory } from "./fillDirectory.ts"
import { importOverHttp } from "./importOverHttp.ts"
import { loopDelay } from "./loopDelay.ts"
import { psqlFloor } from "./psqlFloor.ts"
import { spawnServer } from "../server/spawnServer.ts"
import { writePeopleFile } from "./writePeopleFile.ts"

/** A whole import over HTTP beside the least that PostgreSQL could do with the same file, in one run. */
const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "249,10000,100000" },
    existing: { type: "string", default: "0" },
    rounds: { type: "string", default: "3" },
  },
})
const sizes = values.rows.split(",").map(Number)
const existing = Number(values.existing)
const rounds = Number(values.rounds)

const folder = await mkdtemp(join(tmpdir(), "muster-bench-"))
const scope = await Effect.runPromise(Scope.make())
const { url: secret } = await Effect.runPromise(
  startEmbeddedPostgres({ dataDir: join(folder, "data"), durable: true }).pipe(Scope.provide(scope)),
)
const url = Redacted.value(secret)
await Effect.runPromise(migrate({ url: secret }))
if (existing > 0) await fillDirectory(url, { users: existing, databases: 1, accesses: 0 })
const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => undefined })

/** Takes out what imports have left, so that each round meets the same people. */
const clear = async () => {
  await sql`delete from platform_users where origin_import is not null`
  await sql`truncate import_rows, stagings`
  await sql`truncate imports cascade`
  await sql`vacuum (analyze) platform_users`
}

const median = (numbers: ReadonlyArray<number>) =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN
const ms = (time: number) => `${time.toFixed(0)} ms`.padStart(10)

console.log(`${existing} people are there already; medians of ${rounds} rounds\n`)
console.log(
  "    rows      floor      whole  ratio     upload   validate        run     report     peak  loop, p99",
)
for (const rows of sizes) {
  const path = join(folder, `${rows}.csv`)
  await writePeopleFile(path, rows, existing)
  const floors: Array<number> = []
  const times: Array<Awaited<ReturnType<typeof importOverHttp>>> = []
  const delays: Array<number> = []
  const server = await spawnServer(url, {
    MUSTER_MAX_ROWS: "1000000",
    MUSTER_MAX_BYTES: String(1024 ** 3),
    MUSTER_METRICS_PORT: "0",
  })
  for (let round = 0; round < rounds; round++) {
    await clear()
    floors.push(await psqlFloor(url, path))
    await loopDelay(server)
    times.push(await importOverHttp(server, await openAsBlob(path)))
    delays.push(await loopDelay(server))
  }
  const of = (stage: "whole" | "upload" | "validate" | "run" | "report") =>
    median(times.map((one) => one[stage]))
  const ratio = median(times.map(({ whole }, round) => whole / (floors[round] ?? NaN)))
  const peak = `${Math.round(server.peakMemory())} MB`
  console.log(
    `${String(rows).padStart(8)} ${ms(median(floors))} ${ms(of("whole"))} ${ratio.toFixed(2).padStart(6)} ${ms(of("upload"))} ${ms(of("validate"))} ${ms(of("run"))} ${ms(of("report"))} ${peak.padStart(8)} ${ms(median(delays))}`,
  )
  console.log(`         ${JSON.stringify(times[0]?.counts)} ${(await stat(path)).size} bytes`)
  await server.stop()
}
await sql.end()
await Effect.runPromise(Scope.close(scope, Exit.void))
await rm(folder, { recursive: true, force: true })
