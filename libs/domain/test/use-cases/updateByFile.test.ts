import { assert, describe, it } from "@effect/vitest"
import { Effect, Stream } from "effect"
import type { ImportScope } from "../../src/model/Import.ts"
import { Accesses } from "../../src/ports/Accesses.ts"
import { Audit } from "../../src/ports/Audit.ts"
import { PlatformUsers } from "../../src/ports/PlatformUsers.ts"
import { userActorId } from "../../src/rights/Actor.ts"
import { changePlatformUser, changeUserStatus } from "../../src/use-cases/changePlatformUser.ts"
import { createPlatformUser } from "../../src/use-cases/createPlatformUser.ts"
import { createSamplePlatform } from "../../src/use-cases/createSamplePlatform.ts"
import { downloadUsers } from "../../src/use-cases/downloadUsers.ts"
import { reportImport } from "../../src/use-cases/reportImport.ts"
import { installation } from "../../src/rights/Actor.ts"
import { everybody, lastLines, people, platform, rowsOf, run, step1, upload } from "../platform.ts"

const update = { mode: "update" } as const

/** Uploads, and answers each row's status, outcome, changed fields and codes. */
const preview = Effect.fnUntraced(function* (...[scope, ...given]: Parameters<typeof upload>) {
  const one = yield* upload(scope, ...given)
  const rows = (yield* rowsOf(one.id)).map(({ status, outcome, changes, issues }) => ({
    status,
    outcome,
    fields: changes.fields.map(({ column, before, after }) => `${column}: ${before} > ${after}`),
    codes: issues.map(({ code }) => code),
  }))
  return { one, rows }
})

const person = (email: string) =>
  Effect.map(
    Effect.flatMap(PlatformUsers, (port) => port.list(everybody)),
    ({ items }) => items.find((user) => user.email === email),
  )

describe("a file that updates people", () => {
  it.effect("leaves a downloaded file's people unchanged, and changes the one cell edited", () =>
    Effect.gen(function* () {
      yield* run(step1, (yield* upload(step1, people(40))).id)
      const { header, rows } = downloadUsers(everybody)
      const table = [header, ...(yield* Stream.runCollect(rows))]
      const { one } = yield* preview(step1, table, update)
      assert.deepInclude(one, { state: "ready", plan: { created: 0, updated: 0, unchanged: 40, removed: 0 } })
      assert.deepInclude((yield* run(step1, one.id)).counts, { unchanged: 40, updated: 0, failed: 0 })
      const edited = table.map((row, at) =>
        at === 7 ? row.map((cell) => cell.replace(/^Per$/, "Pär")) : row,
      )
      const after = yield* preview(step1, edited, update)
      assert.deepEqual(after.one.plan, { created: 0, updated: 1, unchanged: 39, removed: 0 })
      assert.deepInclude(after.rows[6], { outcome: "updated", fields: ["firstName: Per > Pär"] })
      assert.deepInclude((yield* run(step1, after.one.id)).counts, { unchanged: 39, updated: 1, failed: 0 })
    }).pipe(Effect.provide(platform)),
  )

  it.effect("leaves what is blank or not in the file, and empties what says so", () =>
    Effect.gen(function* () {
      const { id } = yield* createPlatformUser(crypto.randomUUID(), {
        email: "ann@x.org",
        username: "annie",
        firstName: "Ann",
        lastName: "Lee",
        phone: "123",
        externalId: "HR-1",
      })
      const table = [
        ["email", "lastName", "phone", "externalId"],
        ["ANN@x.org", "", "__CLEAR__", "HR-2"],
      ]
      const { one, rows } = yield* preview(step1, table, update)
      assert.deepEqual(rows[0]?.fields, [
        "email: ann@x.org > ANN@x.org",
        "phone: 123 > null",
        "externalId: HR-1 > HR-2",
      ])
      yield* run(step1, one.id)
      const user = yield* (yield* PlatformUsers).find(id)
      assert.deepInclude(user, {
        username: "annie",
        lastName: "Lee",
        phone: null,
        externalId: "HR-2",
        version: 2,
      })
      const { items } = yield* (yield* Audit).list({ ...lastLines, userId: id, event: "user.changed" })
      assert.deepEqual(JSON.parse(items[0]?.details ?? ""), { fields: ["email", "phone", "externalId"] })
      assert.strictEqual(items[0]?.importId, one.id)
    }).pipe(Effect.provide(platform)),
  )

  it.effect("may not empty what everybody has", () =>
    Effect.gen(function* () {
      yield* run(step1, (yield* upload(step1, people(1))).id)
      const table = [
        ["email", "firstName"],
        ["person0@company.example", "__CLEAR__"],
      ]
      const { one, rows } = yield* preview(step1, table, update)
      assert.strictEqual(one.state, "refused")
      assert.deepEqual(rows[0]?.codes, ["cell.required"])
    }).pipe(Effect.provide(platform)),
  )

  it.effect("gives a new e-mail to whom the username names, and to nobody twice", () =>
    Effect.gen(function* () {
      yield* createPlatformUser(crypto.randomUUID(), {
        email: "old@x.org",
        username: "annie",
        firstName: "Ann",
        lastName: "Lee",
      })
      const once = [
        ["email", "username"],
        ["new@x.org", "annie"],
      ]
      const twice = [...once, ["old@x.org", ""]]
      const { rows } = yield* preview(step1, twice, update)
      assert.deepEqual(
        rows.map(({ codes }) => codes),
        [["email.duplicate_in_file"], []],
      )
      const { one } = yield* preview(step1, once, update)
      assert.deepInclude((yield* run(step1, one.id)).counts, { updated: 1 })
      assert.strictEqual((yield* person("new@x.org"))?.username, "annie")
    }).pipe(Effect.provide(platform)),
  )

  it.effect("names who is not there, is deleted, or is above the importer, and leaves them", () =>
    Effect.gen(function* () {
      yield* run(step1, (yield* upload(step1, people(3))).id)
      const deleted = yield* person("person1@company.example")
      const chief = yield* person("person2@company.example")
      yield* changeUserStatus(installation, deleted?.id ?? "", "deleted")
      yield* changePlatformUser(installation, chief?.id ?? "", { platformRole: "superAdministrator" })
      const admin = yield* createPlatformUser(crypto.randomUUID(), {
        email: "admin@x.org",
        firstName: "A",
        lastName: "B",
      })
      yield* changePlatformUser(installation, admin.id, { platformRole: "userAdministrator" })
      const table = [
        ["email", "phone"],
        ["person0@company.example", "1"],
        ["person1@company.example", "1"],
        ["person2@company.example", "1"],
        ["nobody@company.example", "1"],
      ]
      const { one, rows } = yield* preview(step1, table, update, userActorId(admin.id))
      assert.deepEqual(
        rows.map(({ codes }) => codes),
        [[], ["user.deleted"], ["user.above_own"], ["user.not_in_platform"]],
      )
      const { counts } = yield* run(step1, one.id, userActorId(admin.id))
      assert.deepInclude(counts, { updated: 1, failed: 3, created: 0 })
    }).pipe(Effect.provide(platform)),
  )

  it.effect("is not for an importer who may only add people", () =>
    Effect.gen(function* () {
      yield* run(step1, (yield* upload(step1, people(1))).id)
      const adder = yield* createPlatformUser(crypto.randomUUID(), {
        email: "adder@x.org",
        firstName: "A",
        lastName: "B",
      })
      yield* changePlatformUser(installation, adder.id, { platformRole: "userProvisioner" })
      const { rows } = yield* preview(step1, people(2), { mode: "both" }, userActorId(adder.id))
      assert.deepEqual(
        rows.map(({ codes }) => codes),
        [["import.not_permitted"], []],
      )
    }).pipe(Effect.provide(platform)),
  )

  it.effect("that also adds creates whom nobody knows", () =>
    Effect.gen(function* () {
      yield* run(step1, (yield* upload(step1, people(2))).id)
      const [header = [], ...rows] = people(3)
      const table = [
        header,
        ...rows.map(([email = "", ...names]) => [email, ...names.map((name) => `${name}!`)]),
      ]
      const { one } = yield* preview(step1, table, { mode: "both" })
      assert.deepEqual(one.plan, { created: 1, updated: 2, unchanged: 0, removed: 0 })
      assert.deepInclude((yield* run(step1, one.id)).counts, { created: 1, updated: 2, unchanged: 0 })
    }).pipe(Effect.provide(platform)),
  )
})

describe("a file that changes access", () => {
  const prepare = Effect.gen(function* () {
    const [database] = yield* createSamplePlatform()
    const scope: ImportScope = { kind: "database-users", databaseId: database?.id ?? "" }
    yield* run(step1, (yield* upload(step1, people(3))).id)
    const table = [
      ["email", "departmentId", "groupName"],
      ["person0@company.example", "00101", "Reader"],
      ["person1@company.example", "00101", "Reader"],
    ]
    yield* run(scope, (yield* upload(scope, table)).id)
    return scope
  })

  it.effect("tells what changes and what is gained and lost, then does it", () =>
    Effect.gen(function* () {
      const scope = yield* prepare
      const table = [
        ["email", "groupName"],
        ["person0@company.example", "Administrator"],
        ["person1@company.example", ""],
      ]
      const { one, rows } = yield* preview(scope, table, update)
      assert.deepEqual(one.plan, { created: 0, updated: 1, unchanged: 1, removed: 0 })
      assert.deepEqual(rows[0]?.fields, ["groupName: Reader > Administrator"])
      const [{ changes } = { changes: null }] = yield* rowsOf(one.id)
      assert.include(
        (changes?.gained ?? []).map(({ name, departmentId }) => `${departmentId} ${name}`),
        "00101 database.administer",
      )
      const report = yield* reportImport(scope, one.id, "all", "en")
      assert.deepEqual(report.header.slice(-2), ["_outcome", "_changes"])
      const [first = [], second = []] = (yield* Stream.runCollect(report.rows)).map(({ cells }) => cells)
      assert.strictEqual(first.at(-2), "updated")
      assert.match(
        first.at(-1) ?? "",
        /^groupName: Reader → Administrator \| .*00101: \+database\.administer/,
      )
      assert.deepEqual(second.slice(-2), ["unchanged", ""])
      assert.deepInclude((yield* run(scope, one.id)).counts, { updated: 1, unchanged: 1 })
      const { items } = yield* (yield* Accesses).list(scope.databaseId ?? "", { limit: 9, cursor: null })
      assert.deepEqual(
        items.map(({ departmentId, groupName, version }) => [departmentId, groupName, version]),
        [
          ["00101", "Administrator", 2],
          ["00101", "Reader", 1],
        ],
      )
    }).pipe(Effect.provide(platform)),
  )

  it.effect("refuses who has none there, unless it also gives access", () =>
    Effect.gen(function* () {
      const scope = yield* prepare
      const table = [
        ["email", "departmentId", "groupName"],
        ["person0@company.example", "00102", ""],
        ["person2@company.example", "00102", "Reader"],
      ]
      const { one, rows } = yield* preview(scope, table, update)
      assert.strictEqual(one.state, "refused")
      assert.deepEqual(
        rows.map(({ codes }) => codes),
        [[], ["access.not_there"]],
      )
      const both = yield* preview(scope, table, { mode: "both" })
      assert.deepInclude((yield* run(scope, both.one.id)).counts, { created: 1, updated: 1 })
    }).pipe(Effect.provide(platform)),
  )

  it.effect("takes nothing from an administrator of the database whom the importer could not make", () =>
    Effect.gen(function* () {
      const scope = yield* prepare
      const chief = [
        ["email", "groupName"],
        ["person0@company.example", "Administrator"],
      ]
      yield* run(scope, (yield* preview(scope, chief, update)).one.id)
      const admin = yield* createPlatformUser(crypto.randomUUID(), {
        email: "admin@x.org",
        firstName: "A",
        lastName: "B",
      })
      yield* changePlatformUser(installation, admin.id, { platformRole: "userAdministrator" })
      const down = [
        ["email", "groupName"],
        ["person0@company.example", "Reader"],
      ]
      const { one, rows } = yield* preview(scope, down, update, userActorId(admin.id))
      assert.strictEqual(one.state, "refused")
      assert.deepEqual(rows[0]?.codes, ["access.above_own"])
    }).pipe(Effect.provide(platform)),
  )
})
