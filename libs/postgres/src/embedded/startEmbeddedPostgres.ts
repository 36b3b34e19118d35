import { randomBytes } from "node:crypto"
import { existsSync } from "node:fs"
import { mkdir, realpath } from "node:fs/promises"
import { join } from "node:path"
import { Deferred, Effect, Redacted } from "effect"
import { choosePort } from "./choosePort.ts"
import { attempt, EmbeddedPostgresFailed } from "./EmbeddedPostgresFailed.ts"
import { initialisePostgres, resetPassword, type Installation } from "./initialisePostgres.ts"
import { endLeftOvers } from "./endLeftOvers.ts"
import { lockDataFolder } from "./lockDataFolder.ts"
import { keepPassword, readPassword } from "./passwordFile.ts"
import { installedPackage, postgresBinaries } from "./postgresBinaries.ts"
import { chooseRunAs } from "./RunAs.ts"
import { runServer } from "./runServer.ts"

/** A running PostgreSQL of our own. */
export interface EmbeddedPostgres {
  /** `postgres://muster:<password>@127.0.0.1:<port>/muster`; the database exists. Stays the same in the scope. */
  readonly url: Redacted.Redacted<string>
  /** Comes if the server ended by itself and could not be started again; never after the scope is closed. */
  readonly died: Effect.Effect<EmbeddedPostgresFailed>
}

/**
 * Runs a PostgreSQL with its data in `<dataDir>/postgres`, made at the first start, until the scope closes. The
 * folder belongs to this process alone meanwhile (`DataFolderInUse` names the other). The server does not
 * outlive us, however we end; if it ends by itself, it is started again on the same port, after the `pauses`
 * below, which begin anew once it ran for a minute. `durable: false` turns fsync off: for tests only.
 */
export const startEmbeddedPostgres = Effect.fn("startEmbeddedPostgres")(function* (options: {
  readonly dataDir: string
  readonly durable: boolean
}) {
  const dataDir = yield* attempt(`The data folder ${options.dataDir} cannot be made`, async () => {
    await mkdir(options.dataDir, { recursive: true, mode: 0o700 })
    return realpath(options.dataDir)
  })
  yield* lockDataFolder(dataDir)
  const folder = join(dataDir, "postgres")
  const runAs = yield* chooseRunAs(folder)
  const binaries = yield* postgresBinaries(runAs, installedPackage)
  const installation = { binaries, runAs, durable: options.durable }
  const password = yield* preparePostgres(installation, dataDir, folder)
  const port = yield* choosePort(dataDir)
  const secret = encodeURIComponent(Redacted.value(password))
  const url = Redacted.make(`postgres://muster:${secret}@127.0.0.1:${port}/muster`)
  const ready = yield* Deferred.make<void, EmbeddedPostgresFailed>()
  const died = yield* Deferred.make<EmbeddedPostgresFailed>()
  yield* keepRunning(runServer(installation, folder, port, url), ready).pipe(
    Effect.flatMap((failure) =>
      Deferred.fail(ready, failure).pipe(Effect.andThen(Deferred.succeed(died, failure))),
    ),
    Effect.tapCause((cause) => Deferred.failCause(ready, cause)),
    Effect.forkScoped,
  )
  yield* Deferred.await(ready)
  return { url, died: Deferred.await(died) } satisfies EmbeddedPostgres
})

/** The folder initialised, and the password of it. A password is kept once PostgreSQL has it, never before. */
const preparePostgres = Effect.fnUntraced(function* (
  installation: Installation,
  dataDir: string,
  folder: string,
) {
  const present = existsSync(folder)
  const kept = yield* attempt("The password of PostgreSQL cannot be read", () => readPassword(dataDir))
  if (present && kept !== undefined) return kept
  const made = Redacted.make(randomBytes(32).toString("base64url"))
  if (present) {
    yield* endLeftOvers(folder)
    yield* resetPassword(installation, folder, made)
  } else yield* initialisePostgres(installation, dataDir, made)
  yield* attempt("The password of PostgreSQL cannot be kept", () => keepPassword(dataDir, made))
  return made
})

/** Milliseconds before each further start. */
const pauses = [0, 500, 1_000, 2_000, 4_000]

/** Runs the server again and again; the outcome is why it can be run no longer. */
const keepRunning = Effect.fnUntraced(function* <R>(
  run: Effect.Effect<{ readonly ended: Effect.Effect<EmbeddedPostgresFailed> }, EmbeddedPostgresFailed, R>,
  ready: Deferred.Deferred<void, EmbeddedPostgresFailed>,
) {
  for (let failures = 0; ;) {
    let answering = Infinity
    const failure = yield* Effect.scoped(
      run.pipe(
        Effect.tap(() => Deferred.succeed(ready, undefined)),
        Effect.tap(() => Effect.sync(() => (answering = Date.now()))),
        Effect.flatMap(({ ended }) => ended),
      ),
    ).pipe(Effect.catch((failure) => Effect.succeed(failure)))
    failures = Date.now() - answering > 60_000 ? 0 : failures
    const pause = pauses[failures++]
    if (!(yield* Deferred.isDone(ready)) || pause === undefined) return failure
    yield* Effect.logError(`${failure.message} It is started again.`)
    yield* Effect.sleep(pause)
  }
})
