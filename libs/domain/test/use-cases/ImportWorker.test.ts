import { assert, describe, it } from "@effect/vitest"
import { installation } from "../../src/rights/Actor.ts"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { Imports } from "../../src/ports/Imports.ts"
import { ImportWorker } from "../../src/use-cases/ImportWorker.ts"
import { startImport } from "../../src/use-cases/moveImport.ts"
import { claim, people, platform, receive, step1, upload } from "../platform.ts"

const withWorker = ImportWorker.layer({ worker: "one", leaseSeconds: 10, lookEvery: "1 second" }).pipe(
  Layer.provideMerge(platform),
)

const stateOf = (id: string) =>
  Effect.flatMap(Imports, (imports) => Effect.map(imports.find(step1, id), ({ state }) => state))

describe("a worker", () => {
  it.effect("validates and runs what it is asked to attend to", () =>
    Effect.gen(function* () {
      const worker = yield* ImportWorker
      const { id } = yield* receive(step1, people(3))
      yield* worker.attend(id, "1 second")
      assert.strictEqual(yield* stateOf(id), "ready")
      yield* startImport(step1, id, installation.id)
      yield* worker.attend(id, "1 second")
      assert.strictEqual(yield* stateOf(id), "completed")
    }).pipe(Effect.provide(withWorker)),
  )

  it.effect("takes up what another left when its lease runs out, not before", () =>
    Effect.gen(function* () {
      const { id } = yield* upload(step1, people(3))
      yield* startImport(step1, id, installation.id)
      yield* claim(id)
      yield* TestClock.adjust("9 seconds")
      assert.strictEqual(yield* stateOf(id), "running")
      yield* TestClock.adjust("3 seconds")
      assert.strictEqual(yield* stateOf(id), "completed")
    }).pipe(Effect.provide(withWorker)),
  )
})
