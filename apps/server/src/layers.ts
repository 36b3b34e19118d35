import { ImportWorker } from "@muster/domain/use-cases/ImportWorker"
import { startEmbeddedPostgres } from "@muster/postgres/embedded/startEmbeddedPostgres"
import { migrate } from "@muster/postgres/migrate"
import { Postgres } from "@muster/postgres/Postgres"
import { postgresLayer } from "@muster/postgres/postgresLayer"
import { Effect, Layer, Logger } from "effect"
import type { Settings } from "./settings.ts"

/** Where the store is: the server named, or one of Muster's own. */
const storeUrl = Effect.fnUntraced(function* (settings: Settings) {
  if (settings.databaseUrl !== null) return settings.databaseUrl
  yield* Effect.logInfo("Starting Muster's own PostgreSQL").pipe(
    Effect.annotateLogs({ dataDir: settings.dataDir }),
  )
  const embedded = yield* startEmbeddedPostgres({ dataDir: settings.dataDir, durable: true })
  return embedded.url
})

/** Every port on PostgreSQL, migrated, and the worker that validates and runs imports in this process. */
export const layers = (settings: Settings) => {
  const postgres = Layer.unwrap(Effect.map(storeUrl(settings), (url) => Postgres.layer({ url })))
  const migrated = Layer.effectDiscard(migrate).pipe(Layer.provideMerge(postgres))
  return ImportWorker.layer({
    worker: crypto.randomUUID(),
    leaseSeconds: 10,
    lookEvery: "1 second",
  }).pipe(
    Layer.provideMerge(postgresLayer),
    Layer.provideMerge(migrated),
    Layer.provide(Logger.layer([Logger.consoleJson])),
  )
}
