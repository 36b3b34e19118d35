import { rm, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { Effect, Schema } from "effect"
import { attempt, EmbeddedPostgresFailed } from "./EmbeddedPostgresFailed.ts"

/** Another process works on the data folder: `pid`, which took it at `since` (ISO 8601, UTC). */
export class DataFolderInUse extends Schema.TaggedError<DataFolderInUse>()("DataFolderInUse", {
  dataDir: Schema.String,
  pid: Schema.Int,
  since: Schema.String,
}) {
  override get message(): string {
    const started = `${this.since.slice(0, 16).replace("T", " ")} UTC`
    return (
      `The data folder ${this.dataDir} is in use by process ${this.pid} (started ${started}). ` +
      `Stop it, or choose another folder with MUSTER_DATA_DIR.`
    )
  }
}

const Holder = Schema.fromJsonString(Schema.Struct({ pid: Schema.Int, since: Schema.String }))
const decodeHolder = Schema.decodeUnknownEffect(Holder)
const encodeHolder = Schema.encodeSync(Holder)

const sqliteBusy = 5

/**
 * Holds the data folder for this process alone until the scope closes. A second holder, in this process or
 * another, gets `DataFolderInUse`.
 *
 * The lock is one of the operating system (`fcntl`, on Windows `LockFileEx`) on `<dataDir>/lock`, taken by
 * SQLite, the only way Node itself offers to one. The kernel ends it with its process, however that process
 * ends: so there is no stale lock to judge, no re-used process id to mistake, no moment between look and take,
 * and containers that share a folder exclude each other. `<dataDir>/holder.json` only serves the message.
 */
export const lockDataFolder = Effect.fnUntraced(function* (dataDir: string) {
  const holderFile = join(dataDir, "holder.json")
  yield* Effect.acquireRelease(takeLock(dataDir, holderFile), (lock) =>
    Effect.promise(() => rm(holderFile, { force: true }).catch(() => undefined)).pipe(
      Effect.andThen(Effect.sync(() => lock.close())),
    ),
  )
  const holder = { pid: process.pid, since: new Date().toISOString() }
  yield* attempt("The data folder cannot be written", () => writeFile(holderFile, encodeHolder(holder)))
})

const takeLock = Effect.fnUntraced(function* (dataDir: string, holderFile: string) {
  const lock = yield* openLock(dataDir)
  if (lock !== undefined) return lock
  // A holder writes its name just after it took the lock, and removes it just before it lets go.
  yield* Effect.sleep("200 millis")
  const second = yield* openLock(dataDir)
  if (second !== undefined) return second
  const holder = yield* attempt("The data folder is in use; its holder cannot be read", () =>
    readFile(holderFile, "utf8"),
  ).pipe(
    Effect.flatMap(decodeHolder),
    Effect.mapError((error) => new EmbeddedPostgresFailed({ reason: error.message })),
  )
  return yield* new DataFolderInUse({ dataDir, ...holder })
})

const openLock = (dataDir: string): Effect.Effect<DatabaseSync | undefined, EmbeddedPostgresFailed> =>
  Effect.suspend(() => {
    let lock: DatabaseSync | undefined
    try {
      lock = new DatabaseSync(join(dataDir, "lock"))
      lock.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE")
      return Effect.succeed(lock)
    } catch (cause) {
      lock?.close()
      if (cause instanceof Error && "errcode" in cause && cause.errcode === sqliteBusy) {
        return Effect.succeed(undefined)
      }
      const detail = cause instanceof Error ? cause.message : cause
      return Effect.fail(
        new EmbeddedPostgresFailed({ reason: `The data folder ${dataDir} cannot be locked: ${detail}` }),
      )
    }
  })
