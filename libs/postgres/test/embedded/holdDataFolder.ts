// A process of its own for the tests: holds the data folder of its first argument until it is stopped (SIGTERM)
// or killed, after it became the user of its second argument. Tells by one line of JSON what came of it.
import { Effect, Fiber, Logger, Redacted } from "effect"
import { installedPackage, postgresBinaries } from "../../src/embedded/postgresBinaries.ts"
import { startEmbeddedPostgres } from "../../src/embedded/startEmbeddedPostgres.ts"

const [dataDir = "", uid] = process.argv.slice(2)
if (uid !== undefined) {
  // This folder may be closed to that user, who then needs a copy of the programs that is open to all.
  const user = { uid: Number(uid), gid: Number(uid) }
  await Effect.runPromise(Effect.scoped(postgresBinaries(user, installedPackage)))
  process.setgroups?.([])
  process.setgid?.(Number(uid))
  process.setuid?.(Number(uid))
}
const tell = (line: object) => Effect.sync(() => process.stdout.write(`${JSON.stringify(line)}\n`))
const begun = performance.now()
const fiber = Effect.runFork(
  startEmbeddedPostgres({ dataDir, durable: true }).pipe(
    Effect.tap(({ url }) => tell({ url: Redacted.value(url), seconds: (performance.now() - begun) / 1000 })),
    Effect.flatMap(({ died }) => died),
    Effect.scoped,
    Effect.provide(Logger.layer([Logger.make(({ message }) => console.error(message))])),
    Effect.catch((error) => tell({ error: error._tag, message: error.message })),
  ),
)
process.on("SIGTERM", () => Effect.runFork(Fiber.interrupt(fiber)))
