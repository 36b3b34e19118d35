import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import type { ImportScope } from "../../src/model/Import.ts"
import { Accesses } from "../../src/ports/Accesses.ts"
import { Audit } from "../../src/ports/Audit.ts"
import { Imports } from "../../src/ports/Imports.ts"
import { PlatformUsers } from "../../src/ports/PlatformUsers.ts"
import { installation, userActorId } from "../../src/rights/Actor.ts"
import { changePlatformUser } from "../../src/use-cases/changePlatformUser.ts"
import { correctRows } from "../../src/use-cases/correctRows.ts"
import { createPlatformUser } from "../../src/use-cases/createPlatformUser.ts"
import { createSamplePlatform } from "../../src/use-cases/createSamplePlatform.ts"
import { cancelImport } from "../../src/use-cases/moveImport.ts"
import { undoImport } from "../../src/use-cases/undoImport.ts"
import {
  everybody,
  lastLines,
  people,
  platform,
  revalidate,
  rowsOf,
  run,
  step1,
  upload,
} from "../platform.ts"

const options = { createdBy: installation.id, days: 30 }

/** Asks for an import to be undone, and answers the undoing import once it rests, with what its rows say. */
const undo = Effect.fnUntraced(function* (scope: ImportScope, id: string, createdBy = installation.id) {
  const made = yield* undoImport(scope, id, { ...options, createdBy, id: crypto.randomUUID() })
  const one = made.state === "validating" ? yield* revalidate(made.id) : made
  const rows = (yield* rowsOf(one.id)).map(({ row, status, outcome, changes, issues }) => ({
    row,
    status,
    outcome,
    fields: changes.fields.map(({ column, before, after }) => `${column}: ${before} > ${after}`),
    codes: issues.map(({ code }) => code),
  }))
  return { one, rows }
})

const userOf = (email: string) =>
  Effect.flatMap(PlatformUsers, (users) =>
    Effect.map(users.list(everybody), ({ items }) => items.find((user) => user.email === email)),
  )
const emails = Effect.flatMap(PlatformUsers, (users) =>
  Effect.map(users.list(everybody), ({ items }) => items.map(({ email }) => email)),
)
const created = (count: number) => Effect.flatMap(upload(step1, people(count)), ({ id }) => run(step1, id))
const refusal = (scope: ImportScope, id: string) =>
  Effect.map(Effect.flip(undo(scope, id)), (error) => ("obstacle" in error ? error.obstacle : error._tag))

describe("an import of new people, undone", () => {
  it.effect("removes those whom nobody touched, and keeps and names the two edited by hand", () =>
    Effect.gen(function* () {
      const first = yield* created(249)
      for (const at of [7, 200]) {
        const user = yield* userOf(`person${at}@company.example`)
        yield* changePlatformUser(installation, user?.id ?? "", { cells: { phone: "1" } })
      }
      const { one, rows } = yield* undo(step1, first.id)
      assert.deepInclude(one, { state: "ready", undoes: first.id, fileName: first.fileName })
      assert.deepEqual(one.plan, { created: 0, updated: 0, unchanged: 0, removed: 247 })
      assert.strictEqual((yield* emails).length, 249)
      const kept = rows.filter(({ status }) => status === "conflict")
      assert.deepEqual(
        kept.map(({ row, codes }) => [row, codes]),
        [
          [9, ["undo.changed_since"]],
          [202, ["undo.changed_since"]],
        ],
      )
      const done = yield* run(step1, one.id)
      assert.deepInclude(done.counts, { removed: 247, failed: 2, valid: 0 })
      assert.sameMembers(yield* emails, ["person7@company.example", "person200@company.example"])
      assert.strictEqual((yield* (yield* Imports).find(step1, first.id)).undoneBy, one.id)
      const { items } = yield* (yield* Audit).list({ ...lastLines, event: "users.removed" })
      assert.deepEqual(JSON.parse(items[0]?.details ?? ""), { users: 247 })
    }).pipe(Effect.provide(platform)),
  )

  it.effect("keeps whoever has access to a database, or a role, and a row that was left out", () =>
    Effect.gen(function* () {
      const [database] = yield* createSamplePlatform()
      const scope: ImportScope = { kind: "database-users", databaseId: database?.id ?? "" }
      const first = yield* created(4)
      const table = [
        ["email", "departmentId", "groupName"],
        ["person0@company.example", "00101", "Reader"],
      ]
      yield* run(scope, (yield* upload(scope, table)).id)
      const chief = yield* userOf("person1@company.example")
      yield* changePlatformUser(installation, chief?.id ?? "", { platformRole: "userProvisioner" })
      const { one, rows } = yield* undo(step1, first.id)
      assert.deepEqual(
        rows.map(({ codes }) => codes),
        [["undo.has_access"], ["undo.changed_since"], [], []],
      )
      yield* correctRows(step1, one.id, [{ row: 4, leaveOut: true }])
      yield* revalidate(one.id)
      assert.deepInclude((yield* run(step1, one.id)).counts, { removed: 1, failed: 2, skipped: 1 })
      assert.notInclude(yield* emails, "person3@company.example")
    }).pipe(Effect.provide(platform)),
  )

  it.effect("keeps whoever was changed between the preview and the run", () =>
    Effect.gen(function* () {
      const first = yield* created(2)
      const { one } = yield* undo(step1, first.id)
      const user = yield* userOf("person1@company.example")
      yield* changePlatformUser(installation, user?.id ?? "", { cells: { phone: "1" } })
      assert.deepInclude((yield* run(step1, one.id)).counts, { removed: 1, failed: 1 })
      assert.deepEqual(yield* emails, ["person1@company.example"])
    }).pipe(Effect.provide(platform)),
  )

  it.effect("needs an importer who may change people", () =>
    Effect.gen(function* () {
      const first = yield* created(1)
      const adder = yield* createPlatformUser(crypto.randomUUID(), { ...ann, email: "adder@x.org" })
      yield* changePlatformUser(installation, adder.id, { platformRole: "userProvisioner" })
      const { one, rows } = yield* undo(step1, first.id, userActorId(adder.id))
      assert.deepEqual(rows[0]?.codes, ["import.not_permitted"])
      assert.deepInclude((yield* run(step1, one.id, userActorId(adder.id))).counts, { removed: 0, failed: 1 })
    }).pipe(Effect.provide(platform)),
  )
})

const ann = { email: "ann@x.org", firstName: "Ann", lastName: "Lee", phone: "1" }

describe("an import that changed people, undone", () => {
  it.effect("sets back what nobody has changed since, field by field", () =>
    Effect.gen(function* () {
      const { id } = yield* createPlatformUser(crypto.randomUUID(), ann)
      const other = yield* createPlatformUser(crypto.randomUUID(), { ...ann, email: "bo@x.org" })
      const table = [
        ["email", "firstName", "phone", "externalId"],
        ["ann@x.org", "Anna", "2", "HR-1"],
        ["bo@x.org", "Bo", "2", ""],
      ]
      const first = yield* run(step1, (yield* upload(step1, table, { mode: "update" })).id)
      yield* changePlatformUser(installation, id, { cells: { phone: "3" } })
      yield* changePlatformUser(installation, other.id, { cells: { phone: "4", firstName: "Bob" } })
      const { one, rows } = yield* undo(step1, first.id)
      assert.deepEqual(
        rows.map(({ fields, codes }) => ({ fields, codes })),
        [
          {
            fields: ["firstName: Anna > Ann", "externalId: HR-1 > null"],
            codes: ["undo.field_changed_since"],
          },
          { fields: [], codes: ["undo.changed_since"] },
        ],
      )
      assert.deepInclude((yield* run(step1, one.id)).counts, { updated: 1, failed: 1 })
      const users = yield* PlatformUsers
      assert.deepInclude(yield* users.find(id), { firstName: "Ann", phone: "3", externalId: null })
      assert.deepInclude(yield* users.find(other.id), { firstName: "Bob", phone: "4" })
    }).pipe(Effect.provide(platform)),
  )

  it.effect("does not take an e-mail that somebody else has by now", () =>
    Effect.gen(function* () {
      yield* createPlatformUser(crypto.randomUUID(), { ...ann, username: "annie" })
      const table = [
        ["email", "username"],
        ["new@x.org", "annie"],
      ]
      const first = yield* run(step1, (yield* upload(step1, table, { mode: "update" })).id)
      yield* createPlatformUser(crypto.randomUUID(), ann)
      const { rows } = yield* undo(step1, first.id)
      assert.deepEqual(rows[0]?.codes, ["email.taken"])
    }).pipe(Effect.provide(platform)),
  )
})

describe("an import that gave and changed access, undone", () => {
  it.effect("takes away what it gave and sets back what it changed, where nobody has touched it", () =>
    Effect.gen(function* () {
      const [database] = yield* createSamplePlatform()
      const scope: ImportScope = { kind: "database-users", databaseId: database?.id ?? "" }
      const accesses = yield* Accesses
      yield* created(4)
      const row = (at: number, department: string, group: string) => [
        `person${at}@company.example`,
        department,
        group,
      ]
      const header = ["email", "departmentId", "groupName"]
      yield* run(scope, (yield* upload(scope, [header, row(0, "00101", "Reader")])).id)
      const table = [
        header,
        row(0, "00102", "Administrator"),
        row(1, "00101", "Reader"),
        row(2, "00101", "Reader"),
        row(3, "00101", "Reader"),
      ]
      const first = yield* run(scope, (yield* upload(scope, table, { mode: "both" })).id)
      const has = (yield* accesses.list(scope.databaseId ?? "", { limit: 9, cursor: null })).items
      const touched = has.find(({ email }) => email === "person2@company.example")
      if (!touched) throw new Error("It was just given.")
      const extra = { departments: [], permissions: ["report.print"] }
      yield* accesses.change(scope.databaseId ?? "", touched.userId, { ...touched, extra }, touched.version)
      const { one, rows } = yield* undo(scope, first.id)
      assert.deepEqual(
        rows.map(({ outcome, fields, codes }) => [outcome, ...fields, ...codes]),
        [
          ["updated", "departmentId: 00102 > 00101", "groupName: Administrator > Reader"],
          ["removed"],
          [null, "undo.changed_since"],
          ["removed"],
        ],
      )
      assert.deepInclude((yield* run(scope, one.id)).counts, { removed: 2, updated: 1, failed: 1 })
      const { items } = yield* accesses.list(scope.databaseId ?? "", { limit: 9, cursor: null })
      assert.deepEqual(
        items.map(({ email, departmentId, groupName }) => [email, departmentId, groupName]),
        [row(0, "00101", "Reader"), row(2, "00101", "Reader")],
      )
    }).pipe(Effect.provide(platform)),
  )
})

describe("what can be undone", () => {
  it.effect("is undone once, unless the first try was cancelled", () =>
    Effect.gen(function* () {
      const first = yield* created(1)
      const { one } = yield* undo(step1, first.id)
      assert.strictEqual((yield* undo(step1, first.id)).one.id, one.id)
      const error = yield* Effect.flip(correctRows(step1, one.id, [{ row: 2, cells: { firstName: "X" } }]))
      assert.strictEqual(error._tag, "ImportStateForbids")
      yield* cancelImport(step1, one.id)
      const next = yield* undo(step1, first.id)
      assert.notStrictEqual(next.one.id, one.id)
      yield* run(step1, next.one.id)
      assert.strictEqual((yield* undo(step1, first.id)).one.id, next.one.id)
    }).pipe(Effect.provide(platform)),
  )

  it.effect("has ended, did something, is not too old and no undoing itself", () =>
    Effect.gen(function* () {
      const waiting = yield* upload(step1, people(1))
      assert.strictEqual(yield* refusal(step1, waiting.id), "unfinished")
      const first = yield* run(step1, waiting.id)
      const again = yield* run(step1, (yield* upload(step1, people(1))).id)
      assert.strictEqual(yield* refusal(step1, again.id), "nothing_done")
      const foreign: ImportScope = { kind: "database-users", databaseId: crypto.randomUUID() }
      assert.strictEqual(yield* refusal(foreign, first.id), "ImportNotFound")
      yield* TestClock.adjust("31 days")
      assert.strictEqual(yield* refusal(step1, first.id), "too_late")
    }).pipe(Effect.provide(platform)),
  )

  it.effect("is not what undid something", () =>
    Effect.gen(function* () {
      const { one } = yield* undo(step1, (yield* created(1)).id)
      yield* run(step1, one.id)
      assert.strictEqual(yield* refusal(step1, one.id), "of_undo")
    }).pipe(Effect.provide(platform)),
  )
})
