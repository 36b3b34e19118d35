import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect, Exit, Redacted, Scope } from "effect"
import { attempt } from "./EmbeddedPostgresFailed.ts"
import { startEmbeddedPostgres } from "./startEmbeddedPostgres.ts"

/**
 * Starts a throw-away PostgreSQL for tests, without fsync, in a temporary folder. `url` is its database
 * `muster`, whose owner may create databases (`createDatabase`); `stop` ends it and removes the folder. The
 * server ends with this process in any case. Rejects if there is no PostgreSQL to start: a test run without
 * one fails.
 */
export const startTestPostgres = async (): Promise<{
  readonly url: string
  readonly stop: () => Promise<void>
}> => {
  const scope = await Effect.runPromise(Scope.make())
  const stop = () => Effect.runPromise(Scope.close(scope, Exit.void))
  try {
    const { url } = await Effect.runPromise(throwAway.pipe(Scope.provide(scope)))
    return { url: Redacted.value(url), stop }
  } catch (cause) {
    await stop()
    throw cause
  }
}

const throwAway = Effect.gen(function* () {
  const dataDir = yield* Effect.acquireRelease(
    attempt("A temporary folder", () => mkdtemp(join(tmpdir(), "muster-test-"))),
    (folder) => Effect.promise(() => rm(folder, { recursive: true, force: true, maxRetries: 5 })),
  )
  return yield* startEmbeddedPostgres({ dataDir, durable: false })
})
