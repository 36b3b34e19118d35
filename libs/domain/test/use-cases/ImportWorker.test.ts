import { assert, describe, it } from "@effect/vitest"
import { installation } from "../../src/rights/Actor.ts"
import { Deferred, Effect, Layer, Metric, type Duration } from "effect"
import { TestClock } from "effect/testing"
import { Audit } from "../../src/ports/Audit.ts"
import { Databases } from "../../src/ports/Databases.ts"
import { Departments } from "../../src/ports/Departments.ts"
import { Imports } from "../../src/ports/Imports.ts"
import { ImportWork, type Work } from "../../src/ports/ImportWork.ts"
import { PermissionGroups } from "../../src/ports/PermissionGroups.ts"
import { ImportWorker } from "../../src/use-cases/ImportWorker.ts"
import { startImport } from "../../src/use-cases/moveImport.ts"
import { claim, lastLines, people, platform, receive, run, step1, upload } from "../platform.ts"

const workerOf = (turn: Duration.Input, store: typeof platform = platform, slots = 1, worker = "one") =>
  ImportWorker.layer({ worker, leaseSeconds: 10, slots, turn, lookEvery: "1 second" }).pipe(
    Layer.provideMerge(store),
  )
/** A platform on which nobody can be made a user. */
const faulty = Layer.effect(
  ImportWork,
  Effect.map(ImportWork, (work) => ({ ...work, writeUsers: () => Effect.die("a fault") })),
).pipe(Layer.provideMerge(platform))
const withWorker = workerOf("1 second")

const stateOf = (id: string) =>
  Effect.flatMap(Imports, (imports) => Effect.map(imports.find(step1, id), ({ state }) => state))

describe("a worker", () => {
  it.effect("validates and runs what it is asked to attend to", () =>
    Effect.gen(function* () {
      const worker = yield* ImportWorker
      const { id } = yield* receive(step1, people(3))
      yield* worker.attend(step1, id, "1 second")
      assert.strictEqual(yield* stateOf(id), "ready")
      yield* startImport(step1, id, installation.id)
      yield* worker.attend(step1, id, "1 second")
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

  it.effect("sets an import aside that meets a fault three times, counts it as failed, and goes on", () =>
    Effect.gen(function* () {
      const imports = yield* Imports
      const audit = yield* Audit
      const { id } = yield* upload(step1, people(3))
      yield* startImport(step1, id, installation.id)
      yield* TestClock.adjust("29 seconds")
      assert.strictEqual(yield* stateOf(id), "running")
      const next = yield* receive(step1, people(3))
      yield* TestClock.adjust("4 seconds")
      assert.strictEqual(yield* stateOf(next.id), "ready")
      const one = yield* imports.find(step1, id)
      assert.deepInclude(one, { state: "failed" })
      assert.deepInclude(one.counts, { created: 0, unprocessed: 3 })
      assert.deepEqual(
        one.issues.map(({ code }) => code),
        ["import.set_aside"],
      )
      const { items } = yield* audit.list({ ...lastLines, event: "import.failed" })
      assert.deepEqual(
        items.map(({ importId }) => importId),
        [id],
      )
      const failed = (yield* Metric.snapshot).find(
        ({ id, attributes }) => id === "muster_imports_total" && attributes?.["state"] === "failed",
      )
      assert.deepInclude(failed?.state, { count: 1 })
    }).pipe(
      Effect.provide(workerOf("1 second", faulty)),
      Effect.provideService(Metric.MetricRegistry, new Map()),
    ),
  )

  it.effect(
    "takes those that others left one at a time, and none while it is younger than their leases",
    () =>
      Effect.gen(function* () {
        const ids = yield* Effect.forEach([3, 4], (many) =>
          Effect.map(upload(step1, people(many)), (one) => one.id),
        )
        for (const id of ids) {
          yield* startImport(step1, id, installation.id)
          yield* claim(id)
        }
        yield* TestClock.adjust("10 seconds")
        const taken: Array<string> = []
        const hands = Layer.effect(
          ImportWork,
          Effect.map(ImportWork, (work) => ({
            ...work,
            writeUsers: (one: Work) =>
              Effect.andThen(
                Effect.sync(() => taken.push(one.import.id)),
                Effect.never,
              ),
          })),
        ).pipe(
          Layer.provideMerge(Layer.succeedContext(yield* Effect.context<Layer.Success<typeof platform>>())),
        )
        yield* Layer.build(workerOf("1 second", hands, 2))
        yield* TestClock.adjust("9 seconds")
        assert.deepEqual(taken, [])
        yield* TestClock.adjust("10 seconds")
        assert.deepEqual(taken, ids.slice(0, 1))
      }).pipe(Effect.scoped, Effect.provide(platform)),
  )

  it.effect("keeps its lease while a write takes long, so that no other worker takes the import over", () =>
    Effect.gen(function* () {
      const { id } = yield* upload(step1, people(3))
      yield* startImport(step1, id, installation.id)
      let writes = 0
      const slow = Layer.effect(
        ImportWork,
        Effect.map(ImportWork, (work) => ({
          ...work,
          writeUsers: (...write: Parameters<typeof work.writeUsers>) => {
            writes += 1
            return Effect.delay(work.writeUsers(...write), "45 seconds")
          },
        })),
      ).pipe(
        Layer.provideMerge(Layer.succeedContext(yield* Effect.context<Layer.Success<typeof platform>>())),
      )
      yield* Layer.build(workerOf("1 second", slow))
      yield* Layer.build(workerOf("1 second", slow, 1, "other"))
      yield* TestClock.adjust("50 seconds")
      assert.strictEqual(yield* stateOf(id), "completed")
      assert.strictEqual(writes, 1)
    }).pipe(Effect.scoped, Effect.provide(platform)),
  )

  it.effect("hands an import on at once when it stops, and that is no try", () =>
    Effect.gen(function* () {
      const begun = yield* Deferred.make<void>()
      const { id } = yield* upload(step1, people(3))
      yield* startImport(step1, id, installation.id)
      const stuck = Layer.effect(
        ImportWork,
        Effect.map(ImportWork, (work) => ({
          ...work,
          writeUsers: () => Effect.andThen(Deferred.succeed(begun, undefined), Effect.never),
        })),
      ).pipe(
        Layer.provideMerge(Layer.succeedContext(yield* Effect.context<Layer.Success<typeof platform>>())),
      )
      yield* Effect.scoped(
        Effect.gen(function* () {
          yield* Layer.build(workerOf("1 second", stuck))
          yield* Deferred.await(begun)
        }),
      )
      const after = yield* claim(id)
      assert.deepInclude(after, { tries: 0 })
    }).pipe(Effect.provide(platform)),
  )

  it.effect(
    "with one slot has a short import done before a long one that began earlier, and that one whole",
    () =>
      Effect.gen(function* () {
        const audit = yield* Audit
        const worker = yield* ImportWorker
        const long = yield* upload(step1, people(3000))
        const short = yield* upload(step1, [people(1)[0]!, ["short@company.example", "A", "B"]])
        for (const { id } of [long, short]) {
          yield* startImport(step1, id, installation.id)
          yield* worker.attend(step1, id, 0)
        }
        while ((yield* stateOf(long.id)) === "running") yield* TestClock.adjust("1 second")
        const { items } = yield* audit.list({ ...lastLines, event: "import.completed" })
        assert.deepEqual(
          items.map(({ importId }) => importId),
          [long.id, short.id],
        )
        assert.deepInclude(JSON.parse(items[0]?.details ?? ""), { created: 3000, unprocessed: 0 })
      }).pipe(Effect.provide(workerOf("0 seconds"))),
  )

  it.effect("gives an import of all rows or none back in between, and has it granted once and whole", () =>
    Effect.gen(function* () {
      const worker = yield* ImportWorker
      const { database, scope } = yield* databaseOfMany
      const long = yield* upload(scope, database)
      const short = yield* upload(step1, [people(1)[0]!, ["short@company.example", "A", "B"]])
      yield* startImport(scope, long.id, installation.id)
      yield* startImport(step1, short.id, installation.id)
      yield* worker.attend(scope, long.id, 0)
      const imports = yield* Imports
      const state = Effect.map(imports.find(scope, long.id), (one) => one.state)
      while ((yield* state) === "running") yield* TestClock.adjust("1 second")
      assert.deepInclude(yield* imports.find(scope, long.id), { state: "completed" })
      assert.deepInclude((yield* imports.find(scope, long.id)).counts, { created: 2500 })
      assert.strictEqual(yield* stateOf(short.id), "completed")
    }).pipe(Effect.provide(workerOf("0 seconds"))),
  )
})

/** A database with a department and a group, and a file that gives 2500 people access there. */
const databaseOfMany = Effect.gen(function* () {
  const table = people(2500)
  yield* run(step1, (yield* upload(step1, table)).id)
  const { id } = yield* (yield* Databases).create({ id: crypto.randomUUID(), name: "Ours" })
  const department = { departmentId: "D", name: "D", parentId: null }
  yield* (yield* Departments).create(id, crypto.randomUUID(), department)
  const group = { groupName: "G", description: "", permissions: [] }
  yield* (yield* PermissionGroups).create(id, crypto.randomUUID(), group)
  const database = [
    ["email", "departmentId", "groupName"],
    ...table.slice(1).map(([email = ""]) => [email, "D", "G"]),
  ]
  return { database, scope: { kind: "database-users", databaseId: id } as const }
})
