import { assert, describe, it } from "@effect/vitest"
import { installation } from "../../src/rights/Actor.ts"
import { Effect } from "effect"
import type { ImportScope } from "../../src/model/Import.ts"
import { Accesses } from "../../src/ports/Accesses.ts"
import { Departments } from "../../src/ports/Departments.ts"
import { Imports } from "../../src/ports/Imports.ts"
import { PlatformUsers } from "../../src/ports/PlatformUsers.ts"
import { correctRows } from "../../src/use-cases/correctRows.ts"
import { createSamplePlatform } from "../../src/use-cases/createSamplePlatform.ts"
import { cancelImport, changeOptions, startImport } from "../../src/use-cases/moveImport.ts"
import { claim, people, platform, receive, revalidate, rowsOf, run, step1, upload } from "../platform.ts"

const users = (limit = 500) =>
  Effect.flatMap(PlatformUsers, (port) =>
    port.list({
      limit,
      cursor: null,
      search: null,
      status: null,
      role: null,
      database: null,
      standing: null,
      importId: null,
    }),
  )

describe("step 1", () => {
  it.effect("creates everybody in a good file of 249", () =>
    Effect.gen(function* () {
      const { id, state, counts } = yield* upload(step1, people(249))
      assert.strictEqual(state, "ready")
      assert.deepInclude(counts, { rows: 249, valid: 249, created: 0 })
      const done = yield* run(step1, id)
      assert.strictEqual(done.state, "completed")
      assert.deepInclude(done.counts, { rows: 249, created: 249, valid: 0, failed: 0, unprocessed: 0 })
      assert.lengthOf((yield* users()).items, 249)
    }).pipe(Effect.provide(platform)),
  )

  it.effect("creates nobody from the same file again, and says of each who has the e-mail", () =>
    Effect.gen(function* () {
      yield* run(step1, (yield* upload(step1, people(249))).id)
      const again = yield* upload(step1, people(249))
      assert.strictEqual(again.state, "ready")
      assert.strictEqual(again.counts.conflict, 249)
      const done = yield* run(step1, again.id)
      assert.deepInclude(done.counts, { created: 0, failed: 249 })
      for (const { status, issues } of yield* rowsOf(again.id)) {
        assert.strictEqual(status, "failed")
        assert.deepEqual(
          issues.map(({ code }) => code),
          ["email.taken"],
        )
      }
    }).pipe(Effect.provide(platform)),
  )

  const flawed = [
    ["email", "firstName", "lastName", "username"],
    ["ann@x.org", "Ann", "Lee", ""],
    ["no-address", "", "Lee", ""],
    ["bea@x.org", "Bea", "Day", "bea"],
    ["BEA@x.org", "Bea", "Day", "bea2"],
  ]

  it.effect("refuses a file with an error in a row, and shows every error", () =>
    Effect.gen(function* () {
      const one = yield* upload(step1, flawed)
      assert.strictEqual(one.state, "refused")
      assert.deepInclude(one.counts, { rows: 4, valid: 1, invalid: 3 })
      const refusal = yield* Effect.flip(startImport(step1, one.id, installation.id))
      assert.strictEqual(refusal._tag, "ImportStateForbids")
      assert.lengthOf((yield* users()).items, 0)
    }).pipe(Effect.provide(platform)),
  )

  it.effect("creates the good rows where the others are left out openly", () =>
    Effect.gen(function* () {
      const { id } = yield* upload(step1, flawed)
      yield* changeOptions(step1, id, { invalidRows: "skip" })
      assert.strictEqual((yield* revalidate(id)).state, "ready")
      const { counts } = yield* run(step1, id)
      assert.deepInclude(counts, { rows: 4, created: 2, failed: 2, skipped: 0, unprocessed: 0 })
    }).pipe(Effect.provide(platform)),
  )

  it.effect("is ready once its rows are corrected or left out", () =>
    Effect.gen(function* () {
      const { id } = yield* upload(step1, flawed)
      yield* correctRows(step1, id, [
        { row: 3, cells: { email: "cat@x.org", firstName: "Cat" } },
        { row: 5, leaveOut: true },
      ])
      const one = yield* revalidate(id)
      assert.strictEqual(one.state, "ready")
      const { counts } = yield* run(step1, id)
      assert.deepInclude(counts, { created: 3, skipped: 1, failed: 0 })
    }).pipe(Effect.provide(platform)),
  )

  it.effect("corrects none of several rows when one of them is not there", () =>
    Effect.gen(function* () {
      const { id } = yield* upload(step1, flawed)
      const missing = correctRows(step1, id, [
        { row: 3, cells: { email: "cat@x.org" } },
        { row: 99, leaveOut: true },
      ])
      assert.deepInclude(yield* Effect.flip(missing), { _tag: "RowNotFound", row: 99 })
      const [row] = yield* (yield* Imports).rows(id, { statuses: null, only: [3], after: 0, limit: 1 })
      assert.notInclude(row?.cells ?? [], "cat@x.org")
    }).pipe(Effect.provide(platform)),
  )

  it.effect("leaves the example row out and says so", () =>
    Effect.gen(function* () {
      const one = yield* upload(step1, [...people(1), ["anna.example@example.invalid", "Anna", "Example"]])
      assert.deepInclude(one.counts, { valid: 1, skipped: 1 })
      assert.deepInclude((yield* run(step1, one.id)).counts, { created: 1, skipped: 1 })
    }).pipe(Effect.provide(platform)),
  )

  it.effect("creates somebody who was taken between validation and run only once", () =>
    Effect.gen(function* () {
      const first = yield* upload(step1, people(3))
      const second = yield* upload(step1, people(5))
      yield* run(step1, first.id)
      const { counts } = yield* run(step1, second.id)
      assert.deepInclude(counts, { created: 2, failed: 3 })
      assert.lengthOf((yield* users()).items, 5)
    }).pipe(Effect.provide(platform)),
  )

  it.effect("keeps nothing of a file whose header is wrong", () =>
    Effect.gen(function* () {
      const refusal = yield* Effect.flip(
        receive(step1, [
          ["email", "password"],
          ["ann@x.org", "secret"],
        ]),
      )
      assert.strictEqual(refusal._tag, "FileRefused")
      const imports = yield* Imports
      assert.lengthOf((yield* imports.list(step1, { limit: 10, cursor: null })).items, 0)
    }).pipe(Effect.provide(platform)),
  )

  it.effect("is cancelled before its run, and then cannot run", () =>
    Effect.gen(function* () {
      const { id } = yield* upload(step1, people(2))
      const cancelled = yield* cancelImport(step1, id)
      assert.deepInclude(cancelled, { state: "cancelled" })
      assert.deepInclude(cancelled.counts, { rows: 2, unprocessed: 2 })
      assert.strictEqual(
        (yield* Effect.flip(startImport(step1, id, installation.id)))._tag,
        "ImportStateForbids",
      )
      assert.strictEqual((yield* cancelImport(step1, id)).state, "cancelled")
    }).pipe(Effect.provide(platform)),
  )

  it.effect("started twice runs once", () =>
    Effect.gen(function* () {
      const { id } = yield* upload(step1, people(2))
      yield* run(step1, id)
      assert.strictEqual((yield* startImport(step1, id, installation.id)).state, "completed")
      assert.lengthOf((yield* users()).items, 2)
    }).pipe(Effect.provide(platform)),
  )
})

describe("step 2", () => {
  const prepare = Effect.gen(function* () {
    const [database] = yield* createSamplePlatform()
    if (!database) throw new Error("The sample has a database.")
    yield* run(step1, (yield* upload(step1, people(3))).id)
    const scope: ImportScope = { kind: "database-users", databaseId: database.id }
    return { scope, databaseId: database.id }
  })
  const header = ["email", "departmentId", "groupName"]
  const table = (...rows: ReadonlyArray<ReadonlyArray<string>>) => [header, ...rows]
  const accessesOf = (databaseId: string) =>
    Effect.flatMap(Accesses, (port) => port.list(databaseId, { limit: 100, cursor: null }))

  it.effect("refuses the whole file for one wrong row, with every issue and nothing granted", () =>
    Effect.gen(function* () {
      const { scope, databaseId } = yield* prepare
      const one = yield* upload(
        scope,
        table(
          ["person0@company.example", "00101", "Reader"],
          ["person1@company.example", "101", "Reader"],
          ["person2@company.example", "00101", "Raeder"],
          ["stranger@company.example", "00101", "Reader"],
        ),
      )
      assert.strictEqual(one.state, "refused")
      const issues = (yield* rowsOf(one.id)).flatMap((row) => row.issues)
      assert.deepEqual(
        issues.map(({ code }) => code),
        ["department.unknown", "group.unknown", "user.not_in_platform"],
      )
      assert.lengthOf((yield* accessesOf(databaseId)).items, 0)
    }).pipe(Effect.provide(platform)),
  )

  it.effect("grants all rows of a good file, and finds them unchanged the next time", () =>
    Effect.gen(function* () {
      const { scope, databaseId } = yield* prepare
      const file = table(
        ["person0@company.example", "00101", "Reader"],
        ["person1@company.example", "00102", "Editor"],
      )
      assert.deepInclude((yield* run(scope, (yield* upload(scope, file)).id)).counts, { created: 2 })
      assert.lengthOf((yield* accessesOf(databaseId)).items, 2)
      assert.deepInclude((yield* run(scope, (yield* upload(scope, file)).id)).counts, {
        created: 0,
        unchanged: 2,
      })
    }).pipe(Effect.provide(platform)),
  )

  it.effect("leaves somebody with other access alone and reports it", () =>
    Effect.gen(function* () {
      const { scope, databaseId } = yield* prepare
      const grant = (departmentId: string) =>
        Effect.gen(function* () {
          const { id } = yield* upload(scope, table(["person0@company.example", departmentId, "Reader"]))
          return (yield* run(scope, id)).counts
        })
      yield* grant("00101")
      assert.deepInclude(yield* grant("00102"), { created: 0, failed: 1 })
      assert.deepInclude((yield* accessesOf(databaseId)).items[0], { departmentId: "00101" })
    }).pipe(Effect.provide(platform)),
  )

  it.effect("ends refused when a department is gone at the run, with nothing granted", () =>
    Effect.gen(function* () {
      const { scope, databaseId } = yield* prepare
      const { id } = yield* upload(
        scope,
        table(["person0@company.example", "00101", "Reader"], ["person1@company.example", "00121", "Reader"]),
      )
      yield* (yield* Departments).remove(databaseId, "00121")
      const one = yield* run(scope, id)
      assert.strictEqual(one.state, "refused")
      assert.deepInclude(one.counts, { valid: 1, invalid: 1, created: 0 })
      assert.lengthOf((yield* accessesOf(databaseId)).items, 0)
    }).pipe(Effect.provide(platform)),
  )

  it.effect("of one database is not found in another", () =>
    Effect.gen(function* () {
      const { scope } = yield* prepare
      const { id } = yield* upload(scope, table(["person0@company.example", "00101", "Reader"]))
      const other: ImportScope = { kind: "database-users", databaseId: crypto.randomUUID() }
      assert.strictEqual((yield* Effect.flip(startImport(other, id, installation.id)))._tag, "ImportNotFound")
      assert.strictEqual((yield* Effect.flip(startImport(step1, id, installation.id)))._tag, "ImportNotFound")
    }).pipe(Effect.provide(platform)),
  )

  it.effect("never leaves rows out by policy", () =>
    Effect.gen(function* () {
      const { scope } = yield* prepare
      const { id } = yield* upload(scope, table(["stranger@company.example", "00101", "Reader"]))
      assert.strictEqual(
        (yield* Effect.flip(changeOptions(scope, id, { invalidRows: "skip" })))._tag,
        "ImportStateForbids",
      )
    }).pipe(Effect.provide(platform)),
  )
})

describe("a worker", () => {
  it.effect("loses the import when somebody corrects a row meanwhile", () =>
    Effect.gen(function* () {
      const { id } = yield* upload(step1, people(2))
      yield* correctRows(step1, id, [{ row: 2, cells: { firstName: "Pia" } }])
      const stale = yield* claim(id)
      yield* correctRows(step1, id, [{ row: 3, cells: { firstName: "Pia" } }])
      const { validateImport } = yield* Effect.promise(() => import("../../src/use-cases/validateImport.ts"))
      assert.strictEqual((yield* Effect.flip(validateImport(stale)))._tag, "WorkLost")
      assert.strictEqual((yield* revalidate(id)).state, "ready")
    }).pipe(Effect.provide(platform)),
  )
})
