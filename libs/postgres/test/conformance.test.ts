import { portsConformance, type Ports } from "@muster/conformance/portsConformance"
import { Effect, Layer, Redacted } from "effect"
import { createDatabase } from "../src/embedded/createDatabase.ts"
import { startTestPostgres } from "../src/embedded/startTestPostgres.ts"
import { migrate } from "../src/migrate.ts"
import { Postgres } from "../src/Postgres.ts"
import { postgresLayer } from "../src/postgresLayer.ts"
import { afterAll, describe, expect, it } from "vitest"

const server = await startTestPostgres()
afterAll(server.stop)

const url = Redacted.make(await Effect.runPromise(createDatabase(server.url)))

describe("migrations", () => {
  it("made by several processes at once are made once", async () => {
    const fresh = Redacted.make(await Effect.runPromise(createDatabase(server.url)))
    await Effect.runPromise(
      Effect.all(
        Array.from({ length: 4 }, () => migrate({ url: fresh })),
        { concurrency: 4 },
      ),
    )
    await Effect.runPromise(migrate({ url: fresh }))
  })

  it("of a newer Muster are refused", async () => {
    const fresh = Redacted.make(await Effect.runPromise(createDatabase(server.url)))
    const newer = { ordinal: 99, name: "0099_newer", text: "select 1", hash: "f".repeat(64) }
    await Effect.runPromise(migrate({ url: fresh, migrations: [newer] }))
    const refusal = await Effect.runPromise(Effect.flip(migrate({ url: fresh })))
    expect(refusal.message).toContain("newer Muster")
  })
})

await Effect.runPromise(migrate({ url }))
const ports: Layer.Layer<Ports> = postgresLayer.pipe(Layer.provide(Postgres.layer({ url })))
portsConformance("PostgreSQL", ports)
