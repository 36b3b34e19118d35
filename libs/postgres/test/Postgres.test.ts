import { assert, it } from "@effect/vitest"
import { sql } from "drizzle-orm"
import { Effect, Fiber, Redacted } from "effect"
import { afterAll } from "vitest"
import { startTestPostgres } from "../src/embedded/startTestPostgres.ts"
import { Postgres } from "../src/Postgres.ts"
import { startCuttingProxy } from "./startCuttingProxy.ts"

const server = await startTestPostgres()
const proxy = await startCuttingProxy(Number(new URL(server.url).port))
afterAll(() => proxy.stop().then(server.stop))

const throughProxy = () => {
  const url = new URL(server.url)
  url.port = String(proxy.port)
  return Redacted.make(url.href)
}

const three = sql`select n from generate_series(1, 3) n`
const whole = [{ n: 1 }, { n: 2 }, { n: 3 }]

it.live("answers whole or fails, whatever byte of an answer a connection ended at, and then works on", () =>
  Effect.gen(function* () {
    const { run } = yield* Postgres
    const ask = Effect.map(
      run((db) => db.execute(three)),
      (rows) => Array.from(rows),
    )
    let failed = 0
    for (let bytes = 1; bytes <= 120; bytes++) {
      assert.deepEqual(yield* ask, whole)
      proxy.cutAfter(bytes)
      for (const answer of [yield* Effect.exit(ask), yield* Effect.exit(ask)])
        if (answer._tag === "Success") assert.deepEqual(answer.value, whole)
        else failed++
      proxy.cutAfter(Infinity)
    }
    assert.isAtLeast(failed, 100)
  }).pipe(Effect.provide(Postgres.layer({ url: throughProxy(), connections: 1 }))),
)

it.live("waits for a free connection rather than open more than it may", () =>
  Effect.gen(function* () {
    const { run } = yield* Postgres
    const backends = yield* Effect.forEach(
      Array.from({ length: 40 }, (_, at) => at),
      () => run((db) => db.execute<{ pid: number }>(sql`select pg_backend_pid() pid, pg_sleep(0.005)`)),
      { concurrency: "unbounded" },
    )
    assert.isAtMost(new Set(backends.map(([found]) => found?.pid)).size, 3)
  }).pipe(Effect.provide(Postgres.layer({ url: Redacted.make(server.url), connections: 3 }))),
)

it.live("refuses a statement when no connection comes free for long, and then works on", () =>
  Effect.gen(function* () {
    const { run } = yield* Postgres
    const long = yield* Effect.forkChild(run((db) => db.execute(sql`select pg_sleep(1)`)))
    yield* Effect.sleep("100 millis")
    const refused = yield* Effect.flip(run((db) => db.execute(three)))
    assert.strictEqual(refused._tag, "StoreUnavailable")
    assert.deepInclude(refused.cause, { code: "CONNECTIONS_BUSY" })
    yield* Fiber.join(long)
    assert.deepEqual(Array.from(yield* run((db) => db.execute(three))), whole)
  }).pipe(
    Effect.provide(Postgres.layer({ url: Redacted.make(server.url), connections: 1, waitSeconds: 0.2 })),
  ),
)

it.live("a statement keeps to one core, and takes what it reads for in memory", () =>
  Effect.gen(function* () {
    const { values } = yield* Postgres
    const settings = yield* values(
      "select current_setting('max_parallel_workers_per_gather'), current_setting('random_page_cost')",
      [],
    )
    assert.deepEqual(
      settings.map((row) => [...row]),
      [["0", "1.1"]],
    )
  }).pipe(Effect.provide(Postgres.layer({ url: Redacted.make(server.url) }))),
)
