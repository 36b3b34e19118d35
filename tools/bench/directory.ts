import { parseArgs } from "node:util"
import { Accesses } from "@muster/domain/ports/Accesses"
import { Databases } from "@muster/domain/ports/Databases"
import { PlatformUsers } from "@muster/domain/ports/PlatformUsers"
import { foldSearch } from "@muster/domain/model/searchText"
import { startTestPostgres } from "@muster/postgres/embedded/startTestPostgres"
import { migrate } from "@muster/postgres/migrate"
import { Postgres } from "@muster/postgres/Postgres"
import { postgresLayer } from "@muster/postgres/postgresLayer"
import { Effect, Layer, ManagedRuntime, Redacted } from "effect"
import postgres from "postgres"
import { fillDirectory } from "./fillDirectory.ts"

/** How long the lists of a large directory take, and whether any of them reads all users. */
const { values } = parseArgs({
  options: {
    users: { type: "string", default: "1000000" },
    databases: { type: "string", default: "200" },
    accesses: { type: "string", default: "3000000" },
    rounds: { type: "string", default: "25" },
  },
})
const size = {
  users: Number(values.users),
  databases: Number(values.databases),
  accesses: Number(values.accesses),
}
const rounds = Number(values.rounds)

const { url, stop } = await startTestPostgres()
const secret = Redacted.make(url)
await Effect.runPromise(migrate({ url: secret }))
console.log(`Filling: ${JSON.stringify(size)}`)
const began = performance.now()
await fillDirectory(url, size)
console.log(`Filled in ${Math.round((performance.now() - began) / 1000)} s\n`)

const runtime = ManagedRuntime.make(
  postgresLayer.pipe(Layer.provide(Postgres.layer({ url: secret, connections: 2 }))),
)
const sql = postgres(url, { max: 1, fetch_types: false })
const everybody = {
  search: null,
  status: null,
  role: null,
  database: null,
  standing: null,
  importId: null,
  limit: 100,
  cursor: null,
}
const list = (query: Partial<typeof everybody> | object) =>
  Effect.flatMap(PlatformUsers, (users) => users.list({ ...everybody, ...query }))
const search = (text: string) => list({ search: foldSearch(text) })

const { items: somebody } = await runtime.runPromise(search("berg"))
const { items: databases } = await runtime.runPromise(
  Effect.flatMap(Databases, (found) => found.list({ limit: 100, cursor: null, among: null })),
)
const pick = <A>(some: ReadonlyArray<A>, at: number): A => some[at % some.length] as A

/** Reads the place after some pages, to be asked for from there. */
const deep = await runtime.runPromise(list({ cursor: null, limit: 500 }))

const measured = {
  "first page": () => list({}),
  "a later page": () => list({ cursor: deep.nextCursor }),
  "search: common word": () => search("anna"),
  "search: common syllable": () => search("berg"),
  "search: full name": (at: number) =>
    search(`${pick(somebody, at).firstName} ${pick(somebody, at).lastName}`),
  "search: e-mail": (at: number) => search(pick(somebody, at).email),
  "search: rare letters": () => search("zzq"),
  "search: nobody": () => search("no such person"),
  "search: two letters": () => search("ek"),
  "search: two rare letters": () => search("qz"),
  "search: one letter": () => search("x"),
  "status inactive": () => list({ status: "inactive" }),
  "role provisioner": () => list({ role: "userProvisioner" }),
  "in no database": () => list({ database: "none" }),
  "in one database": (at: number) => list({ database: pick(databases, at).id }),
  "search within inactive": () => list({ search: "berg", status: "inactive" }),
  "rare search in no database": (at: number) =>
    list({ search: foldSearch(pick(somebody, at).email), database: "none" }),
  "a database's users": (at: number) =>
    Effect.flatMap(Accesses, (accesses) =>
      accesses.list(pick(databases, at).id, { limit: 100, cursor: null }),
    ),
  "a user's accesses": (at: number) =>
    Effect.flatMap(Accesses, (accesses) => accesses.ofUser(pick(somebody, at).id)),
} satisfies Record<string, (at: number) => Effect.Effect<unknown, unknown, PlatformUsers | Accesses>>

/** How often all users were read, once PostgreSQL has counted. */
const scansOfUsers = async () => {
  await new Promise((resolve) => setTimeout(resolve, 1200))
  const [{ count } = { count: 0 }] = await sql<[{ count: number }]>`
    select seq_scan::int as count from pg_stat_user_tables where relname = 'platform_users'`
  return count
}

console.log("                                  median      p95   reads of all users")
for (const [name, ask] of Object.entries(measured)) {
  const before = await scansOfUsers()
  const times: Array<number> = []
  for (let round = 0; round < rounds; round++) {
    const from = performance.now()
    await runtime.runPromise(ask(round) as Effect.Effect<unknown, never, PlatformUsers | Accesses>)
    times.push(performance.now() - from)
  }
  times.sort((one, other) => one - other)
  const at = (part: number) => `${(times[Math.floor((times.length - 1) * part)] ?? 0).toFixed(1)} ms`
  const scans = (await scansOfUsers()) - before
  console.log(
    `${name.padEnd(28)} ${at(0.5).padStart(12)} ${at(0.95).padStart(8)} ${String(scans).padStart(8)}`,
  )
}
await sql.end()
await runtime.dispose()
await stop()
