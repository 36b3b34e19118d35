import { readdir } from "node:fs/promises"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { createDatabase } from "../../src/embedded/createDatabase.ts"
import { startTestPostgres } from "../../src/embedded/startTestPostgres.ts"
import { postgresIn } from "./postgresIn.ts"
import { query } from "./query.ts"
import { temporaryFolder } from "./temporaryFolder.ts"

/** A temporary folder for everything that the test makes in one. */
const ownTemporaryFolder = Effect.gen(function* () {
  const folder = yield* temporaryFolder
  const before = process.env["TMPDIR"]
  yield* Effect.acquireRelease(
    Effect.sync(() => (process.env["TMPDIR"] = folder)),
    () =>
      Effect.sync(() =>
        before === undefined ? delete process.env["TMPDIR"] : (process.env["TMPDIR"] = before),
      ),
  )
  return folder
})

describe("startTestPostgres", { timeout: 60_000 }, () => {
  it.effect("runs without fsync, gives any number of databases, and leaves nothing behind", () =>
    Effect.gen(function* () {
      const temporary = yield* ownTemporaryFolder
      const { url, stop } = yield* Effect.promise(startTestPostgres)
      const [name = ""] = yield* Effect.promise(() => readdir(temporary))
      const folder = join(temporary, name, "postgres")
      assert.isNotEmpty(yield* postgresIn(folder))
      assert.deepStrictEqual(yield* query(url, "show fsync"), [{ fsync: "off" }])
      const template = yield* createDatabase(url)
      yield* query(template, "create table kept as select 1 as n")
      const copies = yield* Effect.all(
        [1, 2, 3].map(() => createDatabase(url, { template })),
        { concurrency: 3 },
      )
      assert.lengthOf(new Set(copies), 3)
      for (const copy of copies) assert.deepStrictEqual(yield* query(copy, "select n from kept"), [{ n: 1 }])
      const empty = yield* createDatabase(url)
      assert.deepStrictEqual(yield* query(empty, "select to_regclass('kept') as found"), [{ found: null }])
      yield* Effect.promise(stop)
      assert.deepStrictEqual(yield* postgresIn(folder), [])
      assert.deepStrictEqual(yield* Effect.promise(() => readdir(temporary)), [])
    }),
  )
})
