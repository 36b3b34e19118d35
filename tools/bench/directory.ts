import { writeFileSync } from "node:fs"
import { parseArgs } from "node:util"
import { Postgres } from "@muster/postgres/Postgres"
import { postgresLayer } from "@muster/postgres/postgresLayer"
import { Effect, Layer, ManagedRuntime, Redacted } from "effect"
import postgres from "postgres"
import { directoryQuestions } from "./directoryQuestions.ts"
import { filledStore } from "./filledStore.ts"
import { notingStatements, planOf, readsOf, type Statement } from "./plansOf.ts"
import { processorTime } from "./processorTime.ts"

/**
 * How long every list, search and filter of a large directory takes, how much of that PostgreSQL had a processor
 * (which is what a busy machine does not add to), and by what it finds those listed. Ends with 1
 * if the median of one is not below the goal, or if all users are read for it.
 */
const { values } = parseArgs({
  options: {
    users: { type: "string", default: "1000000" },
    databases: { type: "string", default: "200" },
    accesses: { type: "string", default: "3000000" },
    rounds: { type: "string", default: "25" },
    only: { type: "string", default: "" },
    keep: { type: "string" },
    plans: { type: "string", default: "directory-plans.log" },
  },
})
const size = {
  users: Number(values.users),
  databases: Number(values.databases),
  accesses: Number(values.accesses),
}
const goal = 100

const measure = async (url: Redacted.Redacted<string>) => {
  const store = Postgres.layer({ url, connections: 1 })
  const noted: Array<Statement> = []
  const server = ManagedRuntime.make(postgresLayer.pipe(Layer.provideMerge(store)))
  const noting = ManagedRuntime.make(
    postgresLayer.pipe(Layer.provide(notingStatements(noted).pipe(Layer.provide(store)))),
  )
  const pid = await server.runPromise(backend)
  const failures: Array<string> = []
  const plans: Array<string> = []
  const before = await readsOfAllUsers(url)
  console.log(`${"".padEnd(48)}    median       p95 processor   found by`)
  for (const [name, ask] of Object.entries(directoryQuestions(size))) {
    if (!name.includes(values.only)) continue
    const times: Array<number> = []
    const work: Array<number> = []
    for (let round = 0; round < Number(values.rounds); round++) {
      const from = performance.now()
      const idle = processorTime(pid)
      await server.runPromise(ask(round))
      times.push(performance.now() - from)
      work.push(processorTime(pid) - idle)
    }
    const median = at(times, 0.5)

    noted.length = 0
    await noting.runPromise(ask(1))
    const found = new Set<string>()
    for (const statement of noted) {
      const plan = await server.runPromise(planOf(statement))
      plans.push(`${name}\n\n${statement.sql}\n\n${plan.join("\n")}\n`)
      for (const read of readsOf(plan)) found.add(read)
    }
    console.log(
      `${name.padEnd(48)}${[median, at(times, 0.95), at(work, 0.5)].map(millis).join("")}   ${[...found].join(", ")}`,
    )
    if (median >= goal) failures.push(`${name}: a median of ${millis(median).trim()}, not under ${goal} ms`)
    if (found.has("all platform_users")) failures.push(`${name}: reads all users`)
  }
  await server.dispose()
  await noting.dispose()
  console.log(
    `\nPostgreSQL has counted ${(await readsOfAllUsers(url)) - before} reads of all users meanwhile.`,
  )
  writeFileSync(values.plans, plans.join("\n"))
  console.log(`${plans.length} plans are in ${values.plans}.`)
  return failures
}

/** What a part of the numbers is not above. */
const at = (numbers: ReadonlyArray<number>, part: number): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor((numbers.length - 1) * part)] ?? Number.NaN

const millis = (time: number) => `${time.toFixed(1)} ms`.padStart(10)

/** The process of PostgreSQL that works for the one connection. */
const backend = Effect.gen(function* () {
  const { values } = yield* Postgres
  const [[pid] = []] = yield* values("select pg_backend_pid()", [])
  return Number(pid)
})

/** How often PostgreSQL has read all users: sessions that ended have told it. */
const readsOfAllUsers = async (url: Redacted.Redacted<string>) => {
  const sql = postgres(Redacted.value(url), { max: 1, fetch_types: false })
  await new Promise((resolve) => setTimeout(resolve, 1000))
  const [{ count } = { count: 0 }] = await sql<[{ count: number }]>`
    select seq_scan::int as count from pg_stat_user_tables where relname = 'platform_users'`
  await sql.end()
  return count
}

const failures = await Effect.runPromise(
  Effect.scoped(Effect.flatMap(filledStore(size, values.keep), (url) => Effect.promise(() => measure(url)))),
)
for (const failure of failures) console.error(failure)
process.exitCode = failures.length === 0 ? 0 : 1
