import { readdir } from "node:fs/promises"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Schedule } from "effect"
import { query } from "./query.ts"
import { spawnHolder, urlOf } from "./spawnHolder.ts"
import { temporaryFolder } from "./temporaryFolder.ts"

const namesIn = (dataDir: string) => Effect.promise(async () => (await readdir(dataDir)).sort())

describe("initialisePostgres", { timeout: 120_000 }, () => {
  for (const delay of [0, 500, 1000]) {
    it.live(`can be killed ${delay} ms after its beginning, and the next start works at once`, () =>
      Effect.gen(function* () {
        const dataDir = yield* temporaryFolder
        const first = yield* spawnHolder(dataDir)
        yield* namesIn(dataDir).pipe(
          Effect.filterOrFail((names) => names.some((name) => name.startsWith("postgres.new-"))),
          Effect.retry(Schedule.spaced("5 millis")),
        )
        yield* Effect.sleep(delay)
        yield* first.end("SIGKILL")
        const left = (yield* namesIn(dataDir)).join(" ")
        const second = yield* spawnHolder(dataDir)
        const { url, seconds } = yield* urlOf(second)
        assert.deepStrictEqual(yield* query(url, "select 1 as one"), [{ one: 1 }])
        yield* Effect.logInfo(`killed after ${delay} ms (left: ${left}): next start ${seconds.toFixed(2)} s`)
        yield* second.end("SIGTERM")
        assert.deepStrictEqual(yield* namesIn(dataDir), ["lock", "password", "port", "postgres"])
      }),
    )
  }
})
