import { execFileSync } from "node:child_process"
import { chown, readFile, stat } from "node:fs/promises"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { chooseRunAs } from "../../src/embedded/RunAs.ts"
import { dataFolder } from "./dataFolder.ts"
import { query } from "./query.ts"
import { spawnHolder, urlOf } from "./spawnHolder.ts"
import { temporaryFolder } from "./temporaryFolder.ts"

const isRoot = process.getuid?.() === 0
const nobody = 65534
const daemon = 1

/** The users of the server's process and of its data. */
const usersOf = (dataDir: string) =>
  Effect.promise(async () => {
    const folder = join(dataDir, "postgres")
    const server = (await readFile(join(folder, "postmaster.pid"), "utf8")).split("\n")[0] ?? ""
    const runsAs = Number(execFileSync("ps", ["-o", "uid=", "-p", server], { encoding: "utf8" }))
    return [runsAs, (await stat(folder)).uid]
  })

const usableBy = (dataDir: string, uid?: number) =>
  Effect.gen(function* () {
    const holder = yield* spawnHolder(dataDir, uid)
    const { url } = yield* urlOf(holder)
    assert.deepStrictEqual(yield* query(url, "select 1 as one"), [{ one: 1 }])
    const users = yield* usersOf(dataDir)
    yield* holder.end("SIGTERM")
    return users
  })

describe("chooseRunAs, for an ordinary user", { timeout: 60_000 }, () => {
  it.live("runs PostgreSQL as that user, in a folder that nobody else may enter", () =>
    Effect.gen(function* () {
      const dataDir = yield* temporaryFolder
      if (isRoot) yield* Effect.promise(() => chown(dataDir, nobody, nobody))
      const self = isRoot ? nobody : process.getuid?.()
      assert.strictEqual((yield* Effect.promise(() => stat(dataDir))).mode & 0o777, 0o700)
      assert.deepStrictEqual(yield* usableBy(dataDir, isRoot ? nobody : undefined), [self, self])
    }),
  )

  if (!isRoot) {
    it.live("refuses data of somebody else and says whose they are", () =>
      Effect.gen(function* () {
        const failure = yield* Effect.flip(chooseRunAs("/"))
        assert.include(failure.message, "/ belongs to another user (id 0)")
      }),
    )
  }
})

describe.runIf(isRoot)("chooseRunAs, for root", { timeout: 60_000 }, () => {
  it.live("runs PostgreSQL as nobody, below folders that only root may enter", () =>
    Effect.gen(function* () {
      const parent = yield* temporaryFolder
      assert.strictEqual((yield* Effect.promise(() => stat(parent))).mode & 0o777, 0o700)
      const dataDir = join(parent, "deeper", "data")
      assert.deepStrictEqual(yield* usableBy(dataDir), [nobody, nobody])
      assert.strictEqual((yield* Effect.promise(() => stat(dataDir))).uid, 0)
      assert.deepStrictEqual(yield* usableBy(dataDir), [nobody, nobody])
    }),
  )

  it.live("runs PostgreSQL as the owner of the data that are there, who can go on with them", () =>
    Effect.gen(function* () {
      const dataDir = yield* dataFolder
      execFileSync("chown", ["-R", `${daemon}:${daemon}`, dataDir])
      assert.deepStrictEqual(yield* usableBy(dataDir), [daemon, daemon])
      assert.deepStrictEqual(yield* usableBy(dataDir, daemon), [daemon, daemon])
    }),
  )

  it.live("gives data that root restored from a copy to nobody", () =>
    Effect.gen(function* () {
      const dataDir = yield* dataFolder
      execFileSync("chown", ["-R", "0:0", dataDir])
      assert.deepStrictEqual(yield* usableBy(dataDir), [nobody, nobody])
    }),
  )

  it.live("lets an ordinary user know that the data are somebody else's", () =>
    Effect.gen(function* () {
      const dataDir = yield* dataFolder
      execFileSync("chown", ["-R", `${nobody}`, dataDir])
      execFileSync("chown", [`${daemon}`, dataDir, join(dataDir, "lock")])
      const told = yield* (yield* spawnHolder(dataDir, daemon)).told
      assert.deepInclude(told, { error: "EmbeddedPostgresFailed" })
      assert.include("message" in told ? told.message : "", `belongs to another user (id ${nobody})`)
    }),
  )
})
