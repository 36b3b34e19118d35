import { Readiness } from "@muster/domain/ports/Readiness"
import { StoreUnavailable } from "@muster/domain/ports/StoreUnavailable"
import { sql } from "drizzle-orm"
import { Effect, Layer } from "effect"
import { ownMigrations } from "./migrate.ts"
import { Postgres } from "./Postgres.ts"

export const PostgresReadiness = Layer.effect(
  Readiness,
  Effect.gen(function* () {
    const { run } = yield* Postgres
    const migrations = yield* ownMigrations
    const expected = migrations.map(({ hash }) => hash)
    const applied = run((db) =>
      db.execute<{ hash: string }>(sql`select hash from muster_migrations order by ordinal`),
    ).pipe(Effect.map((rows) => rows.map(({ hash }) => hash)))
    return Readiness.of({
      check: Effect.gen(function* () {
        const [found] = yield* run((db) =>
          db.execute<{ made: boolean }>(sql`select to_regclass('muster_migrations') is not null as made`),
        )
        const hashes = found?.made ? yield* applied : []
        if (hashes.join() !== expected.join())
          return yield* new StoreUnavailable({ cause: new Error("The schema is not this version's.") })
      }),
    })
  }),
)
