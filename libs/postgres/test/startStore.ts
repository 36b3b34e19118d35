import type { Ports } from "@muster/conformance/portsConformance"
import { CurrentActor } from "@muster/domain/rights/CurrentActor"
import { Effect, Layer, Redacted } from "effect"
import postgres from "postgres"
import { createDatabase } from "../src/embedded/createDatabase.ts"
import { startTestPostgres } from "../src/embedded/startTestPostgres.ts"
import { migrate } from "../src/migrate.ts"
import { Postgres } from "../src/Postgres.ts"
import { postgresLayer } from "../src/postgresLayer.ts"

/**
 * A migrated database on a PostgreSQL of its own. Each `process` is a store with its own connections, as another
 * server process would have; `sql` is somebody at the side, with one connection and thus true transactions.
 */
export const startStore = async () => {
  const server = await startTestPostgres()
  const url = Redacted.make(await Effect.runPromise(createDatabase(server.url)))
  await Effect.runPromise(migrate({ url }))
  const process = (): Layer.Layer<Ports | CurrentActor> =>
    Layer.merge(
      postgresLayer.pipe(Layer.provide(Layer.fresh(Postgres.layer({ url })))),
      Layer.succeed(CurrentActor, "test"),
    )
  const sql = postgres(Redacted.value(url), { max: 1, onnotice: () => undefined, fetch_types: false })
  return { url, process, sql, stop: () => sql.end().then(server.stop) }
}
