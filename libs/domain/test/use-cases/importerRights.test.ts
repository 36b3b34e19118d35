import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import type { ImportScope } from "../../src/model/Import.ts"
import type { PlatformRole } from "../../src/model/PlatformUser.ts"
import { Accesses } from "../../src/ports/Accesses.ts"
import { PlatformUsers } from "../../src/ports/PlatformUsers.ts"
import { installation, userActorId } from "../../src/rights/Actor.ts"
import { changePlatformUser } from "../../src/use-cases/changePlatformUser.ts"
import { createPlatformUser } from "../../src/use-cases/createPlatformUser.ts"
import { createSamplePlatform } from "../../src/use-cases/createSamplePlatform.ts"
import { people, platform, rowsOf, run, step1, upload } from "../platform.ts"

/** A user with the role. */
const somebody = Effect.fnUntraced(function* (word: string, role: PlatformRole) {
  const names = { email: `${word}@staff.example`, firstName: word, lastName: "Staff" }
  const { id } = yield* createPlatformUser(crypto.randomUUID(), names)
  yield* changePlatformUser(installation, id, { platformRole: role })
  return id
})

const codesIn = (id: string) =>
  Effect.map(rowsOf(id), (rows) => rows.flatMap(({ issues }) => issues.map(({ code }) => code)))

describe("a file that makes somebody an administrator of a database", () => {
  const prepare = Effect.gen(function* () {
    const [database] = yield* createSamplePlatform()
    if (!database) throw new Error("The sample has a database.")
    yield* run(step1, (yield* upload(step1, people(2))).id)
    const scope: ImportScope = { kind: "database-users", databaseId: database.id }
    return { scope, databaseId: database.id }
  })
  const raising = [
    ["email", "departmentId", "groupName"],
    ["person0@company.example", "00101", "Reader"],
    ["person1@company.example", "00101", "Administrator"],
  ]
  const granted = (databaseId: string) =>
    Effect.map(
      Effect.flatMap(Accesses, (port) => port.list(databaseId, { limit: 9, cursor: null })),
      ({ items }) => items.length,
    )

  it.effect("is refused as a whole for an importer who may not", () =>
    Effect.gen(function* () {
      const { scope, databaseId } = yield* prepare
      const importer = userActorId(yield* somebody("ute", "userAdministrator"))
      const one = yield* upload(scope, raising, {}, importer)
      assert.strictEqual(one.state, "refused")
      assert.deepEqual(yield* codesIn(one.id), ["group.not_grantable"])
      assert.strictEqual(yield* granted(databaseId), 0)
    }).pipe(Effect.provide(platform)),
  )

  it.effect("is refused at the run when the importer's right is withdrawn in between", () =>
    Effect.gen(function* () {
      const { scope, databaseId } = yield* prepare
      const id = yield* somebody("sue", "superAdministrator")
      const one = yield* upload(scope, raising, {}, userActorId(id))
      assert.strictEqual(one.state, "ready")
      yield* changePlatformUser(installation, yield* somebody("sam", "none"), {
        platformRole: "superAdministrator",
      })
      yield* changePlatformUser(installation, id, { platformRole: "userAdministrator" })
      assert.strictEqual((yield* run(scope, one.id, userActorId(id))).state, "refused")
      assert.deepEqual(yield* codesIn(one.id), ["group.not_grantable"])
      assert.strictEqual(yield* granted(databaseId), 0)
    }).pipe(Effect.provide(platform)),
  )
})

describe("a file of people", () => {
  it.effect("adds nobody for an importer who has been deactivated since", () =>
    Effect.gen(function* () {
      const id = yield* somebody("pia", "userProvisioner")
      const one = yield* upload(step1, people(2), {}, userActorId(id))
      assert.strictEqual(one.state, "ready")
      yield* changePlatformUser(installation, id, { status: "inactive" })
      const done = yield* run(step1, one.id, userActorId(id))
      assert.deepInclude(done.counts, { created: 0, failed: 2 })
      assert.deepEqual(yield* codesIn(one.id), ["import.not_permitted", "import.not_permitted"])
    }).pipe(Effect.provide(platform)),
  )
})

describe("roles", () => {
  it.effect("above one's own are not granted, and nobody above one is touched", () =>
    Effect.gen(function* () {
      const [ute, sue] = [
        yield* somebody("ute", "userAdministrator"),
        yield* somebody("sue", "superAdministrator"),
      ]
      const actor = { id: userActorId(ute), userId: ute, platformRole: "userAdministrator" as const }
      const administrator = { ...actor, administers: [], key: null }
      for (const change of [
        changePlatformUser(administrator, ute, { platformRole: "superAdministrator" }),
        changePlatformUser(administrator, sue, { platformRole: "none" }),
        changePlatformUser(administrator, sue, { status: "inactive" }),
      ])
        assert.strictEqual((yield* Effect.flip(change))._tag, "RoleAboveOwn")
    }).pipe(Effect.provide(platform)),
  )

  it.effect("leave the platform its last super administrator", () =>
    Effect.gen(function* () {
      const sue = yield* somebody("sue", "superAdministrator")
      for (const change of [
        changePlatformUser(installation, sue, { platformRole: "userAdministrator" }),
        changePlatformUser(installation, sue, { status: "deleted" }),
      ])
        assert.strictEqual((yield* Effect.flip(change))._tag, "LastSuperAdministrator")
      yield* somebody("sam", "superAdministrator")
      yield* changePlatformUser(installation, sue, { status: "deleted" })
      const users = yield* PlatformUsers
      assert.strictEqual((yield* users.find(sue)).status, "deleted")
    }).pipe(Effect.provide(platform)),
  )
})
