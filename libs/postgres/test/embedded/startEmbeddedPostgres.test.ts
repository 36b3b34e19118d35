import { readFile, rm, stat, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Exit, Fiber, Logger, Redacted, References, Schedule, Scope } from "effect"
import { startEmbeddedPostgres } from "../../src/embedded/startEmbeddedPostgres.ts"
import { dataFolder } from "./dataFolder.ts"
import { query } from "./query.ts"
import { temporaryFolder } from "./temporaryFolder.ts"

const start = (dataDir: string) =>
  startEmbeddedPostgres({ dataDir, durable: true }).pipe(Effect.map(({ url }) => Redacted.value(url)))

/** A backend that dies by SIGKILL in the middle of a statement; until the server answers again. */
const killDuringStatement = (url: string) =>
  Effect.gen(function* () {
    const statement = yield* Effect.forkChild(query(url, "select 'anna@example.com', pg_sleep(60)"))
    const backends = query(
      url,
      "select pid from pg_stat_activity where query like '%pg_sleep(60)' and pid <> pg_backend_pid()",
    )
    const [backend] = yield* backends.pipe(
      Effect.filterOrFail((found) => found.length === 1),
      Effect.retry(Schedule.spaced("20 millis")),
    )
    process.kill(Number(backend?.["pid"]), "SIGKILL")
    yield* Effect.exit(Fiber.join(statement))
    yield* query(url, "select 1").pipe(Effect.retry(Schedule.spaced("50 millis")))
  })

describe("startEmbeddedPostgres", { timeout: 120_000 }, () => {
  it.live("keeps data, password and port from one start to the next", () =>
    Effect.gen(function* () {
      const dataDir = join(yield* temporaryFolder, "not", "yet", "there")
      const first = yield* Effect.scoped(
        start(dataDir).pipe(Effect.tap((url) => query(url, "create table kept as select 42 as answer"))),
      )
      const second = yield* start(dataDir)
      assert.strictEqual(second, first)
      assert.deepStrictEqual(yield* query(second, "select answer from kept"), [{ answer: 42 }])
    }),
  )

  it.live("is durable, speaks UTF-8 and UTC, and listens on loopback alone", () =>
    Effect.gen(function* () {
      const url = yield* start(yield* dataFolder)
      const names = ["fsync", "synchronous_commit", "server_encoding", "TimeZone", "listen_addresses"]
      const settings = yield* Effect.forEach(names, (name) => query(url, `show "${name}"`))
      assert.deepStrictEqual(
        settings.flatMap((rows) => Object.values(rows[0] ?? {})),
        ["on", "on", "UTF8", "UTC", "127.0.0.1"],
      )
    }),
  )

  it.live("lets nobody in without the password, and nobody at all as superuser", () =>
    Effect.gen(function* () {
      const url = new URL(yield* start(yield* dataFolder))
      const code = (change: Partial<URL>) =>
        query(Object.assign(new URL(url), change).href, "select 1").pipe(
          Effect.flip,
          Effect.map(({ message }) => message),
        )
      assert.include(yield* code({ password: "wrong" }), "password authentication failed")
      assert.include(yield* code({ username: "postgres" }), "password authentication failed")
      assert.deepStrictEqual(
        yield* query(url.href, "select rolsuper from pg_roles where rolname = current_user"),
        [{ rolsuper: false }],
      )
    }),
  )

  it.live("keeps the password in a file that only its owner reads", () =>
    Effect.gen(function* () {
      const dataDir = yield* dataFolder
      const url = new URL(yield* start(dataDir))
      const file = join(dataDir, "password")
      assert.strictEqual(
        yield* Effect.promise(() => readFile(file, "utf8")),
        decodeURIComponent(url.password),
      )
      assert.strictEqual((yield* Effect.promise(() => stat(file))).mode & 0o777, 0o600)
    }),
  )

  it.live("makes a new password when the file of the old one is gone", () =>
    Effect.gen(function* () {
      const dataDir = yield* dataFolder
      const first = yield* Effect.scoped(start(dataDir))
      yield* Effect.promise(() => rm(join(dataDir, "password")))
      const second = yield* start(dataDir)
      assert.notStrictEqual(second, first)
      assert.deepStrictEqual(yield* query(second, "select 1 as one"), [{ one: 1 }])
    }),
  )

  it.live("says what to do when the password in the file is not the right one", () =>
    Effect.gen(function* () {
      const dataDir = yield* dataFolder
      yield* Effect.scoped(start(dataDir))
      yield* Effect.promise(() => writeFile(join(dataDir, "password"), "another"))
      const failure = yield* Effect.flip(start(dataDir))
      assert.strictEqual(failure._tag, "EmbeddedPostgresFailed")
      assert.include(failure.message, "Remove the file `password`")
    }),
  )

  it.live("puts neither cells nor statements nor the password into the log", () =>
    Effect.gen(function* () {
      const lines: Array<string> = []
      const logger = Logger.make(({ message }) => lines.push(String(message)))
      const url = yield* start(yield* dataFolder).pipe(
        Effect.tap(killDuringStatement),
        Effect.tap((url) =>
          Effect.forEach(
            [
              "select 'anna@example.com'::int",
              "create table people (email text primary key)",
              "insert into people values ('anna@example.com'), ('anna@example.com')",
              "do $$ begin raise warning 'anna@example.com'; end $$",
              "select pg_terminate_backend(pg_backend_pid()), 'anna@example.com'",
            ],
            (statement) => query(url, statement).pipe(Effect.ignore),
          ),
        ),
        Effect.scoped,
        Effect.provide(Logger.layer([logger])),
        Effect.provideService(References.MinimumLogLevel, "Trace"),
      )
      const text = lines.join("\n")
      assert.include(text, "was terminated by signal 9")
      assert.include(text, "terminating connection due to administrator command")
      assert.notInclude(text, "anna")
      assert.notInclude(text, new URL(url).password)
    }),
  )

  it.live("stops within its scope and lets the folder go", () =>
    Effect.gen(function* () {
      const dataDir = yield* dataFolder
      const scope = yield* Scope.make()
      yield* start(dataDir).pipe(Scope.provide(scope))
      const again = yield* Effect.flip(start(dataDir))
      assert.strictEqual(again._tag, "DataFolderInUse")
      yield* Scope.close(scope, Exit.void)
      yield* start(dataDir)
    }),
  )
})
