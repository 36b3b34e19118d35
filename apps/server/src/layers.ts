import { ImportWorker } from "@muster/domain/use-cases/ImportWorker"
import { startEmbeddedPostgres } from "@muster/postgres/embedded/startEmbeddedPostgres"
import { migrate } from "@muster/postgres/migrate"
import { Postgres } from "@muster/postgres/Postgres"
import { postgresLayer } from "@muster/postgres/postgresLayer"
import { SignInStore } from "@muster/postgres/SignInStore"
import { sweep } from "@muster/postgres/sweep"
import { passwords } from "@muster/sign-in/passwords"
import { Effect, Layer, Schedule } from "effect"
import { hourly } from "./hourly.ts"
import { observation } from "./observation.ts"
import type { Settings } from "./settings.ts"
import { signInLayer } from "./signInLayer.ts"

/** Where the store is: the server named, or one of Muster's own. */
const storeUrl = Effect.fnUntraced(function* (settings: Settings) {
  if (settings.databaseUrl !== null) return settings.databaseUrl
  yield* Effect.logInfo("Starting Muster's own PostgreSQL").pipe(
    Effect.annotateLogs({ dataDir: settings.dataDir }),
  )
  const embedded = yield* startEmbeddedPostgres({ dataDir: settings.dataDir, durable: true })
  return embedded.url
})

/** A PostgreSQL that starts at the same time is waited for, about a minute at most. */
const whileAway = Schedule.spaced("1 second").pipe(Schedule.upTo({ times: 60 }))

/** PostgreSQL, migrated. */
const migrated = (settings: Settings) =>
  Layer.unwrap(
    Effect.gen(function* () {
      const url = yield* storeUrl(settings)
      yield* migrate({ url }).pipe(
        Effect.tapError((error) =>
          error._tag === "StoreUnavailable"
            ? Effect.logWarning("PostgreSQL cannot be reached yet", error)
            : Effect.void,
        ),
        Effect.retry({ schedule: whileAway, while: (error) => error._tag === "StoreUnavailable" }),
      )
      return Postgres.layer({ url })
    }),
  )

/** Every port on PostgreSQL, for work at the side. */
export const ports = (settings: Settings) => postgresLayer.pipe(Layer.provide(migrated(settings)))

/** Every port on PostgreSQL, migrated and swept, and the worker that validates and runs imports here. */
export const layers = (settings: Settings) => {
  const postgres = Layer.effectDiscard(hourly("Sweeping", sweep)).pipe(Layer.provideMerge(migrated(settings)))
  const signIn = signInLayer(settings).pipe(Layer.provide(SignInStore.layer))
  return ImportWorker.layer({
    worker: crypto.randomUUID(),
    leaseSeconds: 5,
    slots: settings.workers,
    turn: "1 second",
    lookEvery: "1 second",
  }).pipe(
    Layer.provideMerge(Layer.mergeAll(postgresLayer, signIn, passwords)),
    Layer.provide(postgres),
    Layer.provideMerge(observation(settings)),
  )
}
