import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Result } from "effect"
import { lockDataFolder } from "../../src/embedded/lockDataFolder.ts"
import { dataFolder } from "./dataFolder.ts"
import { spawnHolder, urlOf } from "./spawnHolder.ts"

describe("lockDataFolder", { timeout: 60_000 }, () => {
  it.live("refuses a second process and names the holder", () =>
    Effect.gen(function* () {
      const dataDir = yield* dataFolder
      const holder = yield* spawnHolder(dataDir)
      yield* urlOf(holder)
      const failure = yield* Effect.flip(Effect.scoped(lockDataFolder(dataDir)))
      assert.strictEqual(failure._tag, "DataFolderInUse")
      const today = new Date().toISOString().slice(0, 10)
      assert.match(
        failure.message,
        new RegExp(
          `^The data folder ${dataDir} is in use by process ${holder.pid} \\(started ${today} \\d\\d:\\d\\d UTC\\)\\. ` +
            "Stop it, or choose another folder with MUSTER_DATA_DIR\\.$",
        ),
      )
      const told = yield* (yield* spawnHolder(dataDir)).told
      assert.deepStrictEqual(told, { error: "DataFolderInUse", message: failure.message })
    }),
  )

  it.live("lets one of many starters in, and the others name that one", () =>
    Effect.gen(function* () {
      const dataDir = yield* dataFolder
      const holders = yield* Effect.forEach([1, 2, 3, 4], () => spawnHolder(dataDir), { concurrency: 4 })
      const told = yield* Effect.forEach(holders, (holder) => holder.told, { concurrency: 4 })
      const winners = holders.filter((_, index) => "url" in (told[index] ?? {}))
      assert.lengthOf(winners, 1)
      for (const line of told) {
        if ("message" in line) assert.include(line.message, `in use by process ${winners[0]?.pid} `)
      }
    }),
  )

  it.live("is free as soon as its holder was killed, whatever the holder left written", () =>
    Effect.gen(function* () {
      const dataDir = yield* dataFolder
      const holder = yield* spawnHolder(dataDir)
      yield* urlOf(holder)
      yield* holder.end("SIGKILL")
      // The left-over note names a live process: this one.
      yield* Effect.promise(() =>
        writeFile(
          join(dataDir, "holder.json"),
          JSON.stringify({ pid: process.pid, since: "2020-01-01T00:00:00Z" }),
        ),
      )
      yield* lockDataFolder(dataDir)
      const note = JSON.parse(yield* Effect.promise(() => readFile(join(dataDir, "holder.json"), "utf8")))
      assert.notStrictEqual(note.since, "2020-01-01T00:00:00Z")
    }),
  )

  it.live("excludes a second start in the same process, until the first one's scope closes", () =>
    Effect.gen(function* () {
      const dataDir = yield* dataFolder
      const outcomes = yield* Effect.scoped(
        Effect.all([lockDataFolder(dataDir), lockDataFolder(dataDir)].map(Effect.result)),
      )
      assert.deepStrictEqual(outcomes.map(Result.isSuccess), [true, false])
      yield* lockDataFolder(dataDir)
    }),
  )
})
