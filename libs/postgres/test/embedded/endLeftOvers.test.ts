import { execFileSync, spawn } from "node:child_process"
import { chown, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { findByPidFile } from "../../src/embedded/endLeftOvers.ts"
import { postgresIn } from "./postgresIn.ts"
import { dataFolder } from "./dataFolder.ts"
import { query } from "./query.ts"
import { spawnHolder, urlOf } from "./spawnHolder.ts"
import { temporaryFolder } from "./temporaryFolder.ts"

const isRoot = process.getuid?.() === 0
const ordinary = isRoot ? 65534 : undefined

/** The server's process, and the shells above it that end it with its parent. */
const serverOf = (dataDir: string) =>
  Effect.promise(async () => {
    const server = Number.parseInt(await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8"), 10)
    const ps = (...args: Array<string>) => execFileSync("ps", args, { encoding: "utf8" }).trim()
    const shell = ps("-o", "ppid=", "-p", String(server))
    const group = ps("-A", "-o", "pid=,pgid=")
      .split("\n")
      .map((line) => line.trim().split(/\s+/))
    const shells = group.flatMap(([pid, pgid]) =>
      pgid === shell && pid !== String(server) ? [Number(pid)] : [],
    )
    return { server, shells }
  })

describe("endLeftOvers", { timeout: 60_000 }, () => {
  it.live("stops a server that lost both its process and its shell, and the start goes on", () =>
    Effect.gen(function* () {
      const dataDir = yield* dataFolder
      const first = yield* spawnHolder(dataDir)
      yield* query((yield* urlOf(first)).url, "create table kept as select 1 as n")
      const { server, shells } = yield* serverOf(dataDir)
      assert.lengthOf(shells, 2)
      process.kill(first.pid, "SIGSTOP")
      for (const shell of shells) process.kill(shell, "SIGKILL")
      yield* first.end("SIGKILL")
      assert.isNotEmpty(yield* postgresIn(join(dataDir, "postgres")))
      const { url, seconds } = yield* urlOf(yield* spawnHolder(dataDir))
      yield* Effect.logInfo(`a start over a left-over server took ${seconds.toFixed(2)} s`)
      assert.notStrictEqual((yield* serverOf(dataDir)).server, server)
      assert.deepStrictEqual(yield* query(url, "select n from kept"), [{ n: 1 }])
    }),
  )

  it.live("is not stopped by a postmaster.pid whose number has gone to a stranger", () =>
    Effect.gen(function* () {
      const dataDir = yield* dataFolder
      const first = yield* spawnHolder(dataDir)
      yield* urlOf(first)
      yield* first.end("SIGTERM")
      const stranger = yield* Effect.acquireRelease(
        Effect.sync(() => spawn("sleep", ["60"], isRoot ? { uid: 65534, gid: 65534 } : {})),
        (child) => Effect.sync(() => child.kill("SIGKILL")),
      )
      const stale = `${stranger.pid}\n${join(dataDir, "postgres")}\n1700000000\n20001\n\n127.0.0.1\n  1234 5\nready   \n`
      yield* Effect.promise(() => writeFile(join(dataDir, "postgres", "postmaster.pid"), stale))
      yield* urlOf(yield* spawnHolder(dataDir))
      assert.isNull(stranger.exitCode ?? stranger.signalCode)
    }),
  )
})

describe("findByPidFile", { timeout: 60_000 }, () => {
  it.live("finds a running server of the folder, and nothing when a stranger has its number", () =>
    Effect.gen(function* () {
      const dataDir = yield* temporaryFolder
      if (ordinary !== undefined) yield* Effect.promise(() => chown(dataDir, ordinary, ordinary))
      const folder = join(dataDir, "postgres")
      const find = Effect.promise(() => findByPidFile(folder))
      assert.deepStrictEqual(yield* find, [])
      const holder = yield* spawnHolder(dataDir, ordinary)
      yield* urlOf(holder)
      assert.deepStrictEqual(yield* find, [(yield* serverOf(dataDir)).server])
      yield* holder.end("SIGTERM")
      yield* Effect.promise(() => writeFile(join(folder, "postmaster.pid"), `${process.pid}\n`))
      assert.deepStrictEqual(yield* find, [])
    }),
  )
})
