import { existsSync } from "node:fs"
import { readFile, rename, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Redacted, Schedule } from "effect"
import { startEmbeddedPostgres } from "../../src/embedded/startEmbeddedPostgres.ts"
import { dataFolder } from "./dataFolder.ts"
import { query } from "./query.ts"
import { postgresIn } from "./postgresIn.ts"
import { spawnHolder, urlOf } from "./spawnHolder.ts"

const postmaster = (dataDir: string) =>
  Effect.promise(() => readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8")).pipe(
    Effect.map((text) => Number.parseInt(text, 10)),
  )

describe("runServer", { timeout: 120_000 }, () => {
  it.live("leaves no PostgreSQL behind when its process is killed, and starts at once on whole data", () =>
    Effect.gen(function* () {
      const dataDir = yield* dataFolder
      const acknowledged: Array<number> = []
      for (let round = 1; round <= 4; round++) {
        const holder = yield* spawnHolder(dataDir)
        const { url, seconds } = yield* urlOf(holder)
        assert.isBelow(seconds, 10)
        if (round === 1) yield* query(url, "create table kept (n int)")
        const found = yield* query(url, "select n from kept order by n")
        assert.includeMembers(
          found.map(({ n }) => n),
          acknowledged,
        )
        yield* query(url, `insert into kept values (${round})`)
        acknowledged.push(round)
        yield* Effect.forkChild(query(url, "select pg_sleep(60)").pipe(Effect.ignore))
        yield* Effect.sleep("100 millis")
        yield* holder.end("SIGKILL")
        if (round > 1) yield* Effect.logInfo(`a start after kill -9 took ${seconds.toFixed(2)} s`)
      }
      yield* postgresIn(join(dataDir, "postgres")).pipe(
        Effect.flatMap((left) => (left.length === 0 ? Effect.void : Effect.fail(left))),
        Effect.retry(Schedule.spaced("100 millis").pipe(Schedule.upTo({ duration: "15 seconds" }))),
      )
    }),
  )

  it.live("stops within its scope on SIGTERM of its process, with a clean shutdown", () =>
    Effect.gen(function* () {
      const dataDir = yield* dataFolder
      const holder = yield* spawnHolder(dataDir)
      yield* urlOf(holder)
      yield* holder.end("SIGTERM")
      assert.isFalse(existsSync(join(dataDir, "postgres", "postmaster.pid")))
      assert.deepStrictEqual(yield* postgresIn(join(dataDir, "postgres")), [])
    }),
  )

  it.live("starts a killed server again at the same address", () =>
    Effect.gen(function* () {
      const dataDir = yield* dataFolder
      const server = yield* startEmbeddedPostgres({ dataDir, durable: true })
      const url = Redacted.value(server.url)
      yield* query(url, "create table kept as select 1 as n")
      for (let round = 1; round <= 2; round++) {
        const killed = yield* postmaster(dataDir)
        const begun = performance.now()
        process.kill(killed, "SIGKILL")
        const rows = yield* query(url, "select n from kept").pipe(
          Effect.retry(Schedule.spaced("50 millis").pipe(Schedule.upTo({ duration: "20 seconds" }))),
        )
        assert.deepStrictEqual(rows, [{ n: 1 }])
        yield* Effect.logInfo(
          `SIGKILL of the server to first answer: ${(performance.now() - begun).toFixed(0)} ms`,
        )
        while ((yield* postmaster(dataDir)) === killed) yield* Effect.sleep("50 millis")
      }
    }),
  )

  it.live("tells of its death when it cannot be started again", () =>
    Effect.gen(function* () {
      const dataDir = yield* dataFolder
      const server = yield* startEmbeddedPostgres({ dataDir, durable: true })
      const control = join(dataDir, "postgres", "global", "pg_control")
      yield* Effect.promise(() => rename(control, `${control}.away`))
      process.kill(yield* postmaster(dataDir), "SIGKILL")
      const failure = yield* server.died
      assert.include(failure.message, "pg_control")
    }),
  )

  it.live("says why the server does not start", () =>
    Effect.gen(function* () {
      const dataDir = yield* dataFolder
      yield* Effect.scoped(startEmbeddedPostgres({ dataDir, durable: true }))
      yield* Effect.promise(() => rm(join(dataDir, "postgres", "PG_VERSION")))
      const failure = yield* Effect.flip(startEmbeddedPostgres({ dataDir, durable: true }))
      assert.strictEqual(failure._tag, "EmbeddedPostgresFailed")
      assert.include(failure.message, `"${join(dataDir, "postgres")}" is not a valid data directory`)
    }),
  )

  it.live("takes another port when its own has gone to somebody else", () =>
    Effect.gen(function* () {
      const [first, second] = [yield* dataFolder, yield* dataFolder]
      const one = yield* startEmbeddedPostgres({ dataDir: first, durable: true })
      const taken = new URL(Redacted.value(one.url)).port
      yield* Effect.promise(() => writeFile(join(second, "port"), taken))
      const two = yield* startEmbeddedPostgres({ dataDir: second, durable: true })
      assert.notStrictEqual(new URL(Redacted.value(two.url)).port, taken)
    }),
  )
})
