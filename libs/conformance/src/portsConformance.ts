import { assert, describe, it } from "@effect/vitest"
import type { Page } from "@muster/domain/model/Page"
import type { PlatformUser } from "@muster/domain/model/PlatformUser"
import { noExtra } from "@muster/domain/model/Access"
import { Accesses } from "@muster/domain/ports/Accesses"
import type { Actors } from "@muster/domain/ports/Actors"
import type { ApiKeys } from "@muster/domain/ports/ApiKeys"
import { Audit } from "@muster/domain/ports/Audit"
import type { ColumnMemory } from "@muster/domain/ports/ColumnMemory"
import { Databases } from "@muster/domain/ports/Databases"
import { Departments } from "@muster/domain/ports/Departments"
import { IdempotencyKeys } from "@muster/domain/ports/IdempotencyKeys"
import type { Imports } from "@muster/domain/ports/Imports"
import type { ImportWork } from "@muster/domain/ports/ImportWork"
import { Outbox } from "@muster/domain/ports/Outbox"
import type { PermissionCatalogue } from "@muster/domain/ports/PermissionCatalogue"
import { PermissionGroups } from "@muster/domain/ports/PermissionGroups"
import type { PersonalData } from "@muster/domain/ports/PersonalData"
import { PlatformUsers, type UserChange, type UserQuery } from "@muster/domain/ports/PlatformUsers"
import type { SignInLinks } from "@muster/domain/ports/SignInLinks"
import { CurrentActor } from "@muster/domain/rights/CurrentActor"
import { installation } from "@muster/domain/rights/Actor"
import { Effect, Layer } from "effect"
import { accessConformance } from "./accessConformance.ts"
import { auditConformance, everyLine } from "./auditConformance.ts"
import { columnMemoryConformance } from "./columnMemoryConformance.ts"
import { databaseConformance } from "./databaseConformance.ts"
import { importsConformance } from "./importsConformance.ts"
import { person } from "./person.ts"
import { outboxConformance } from "./outboxConformance.ts"
import { personalDataConformance } from "./personalDataConformance.ts"
import { structureConformance } from "./structureConformance.ts"
import { undoConformance } from "./undoConformance.ts"
import { signInConformance } from "./signInConformance.ts"

/** Every port of the domain. */
export type Ports =
  | Accesses
  | Actors
  | ApiKeys
  | Audit
  | ColumnMemory
  | Databases
  | Departments
  | IdempotencyKeys
  | Imports
  | ImportWork
  | Outbox
  | PermissionCatalogue
  | PermissionGroups
  | PersonalData
  | PlatformUsers
  | SignInLinks

/**
 * Registers the claims that every implementation of the ports must keep. The layer may be shared by all of
 * them: each claim makes the people and databases it speaks of.
 */
export const portsConformance = (name: string, layer: Layer.Layer<Ports>) => {
  const claim = <E>(text: string, effect: Effect.Effect<void, E, Ports | CurrentActor>) =>
    it.live(text, () => Effect.provide(effect, Layer.merge(layer, by)))
  const by = Layer.succeed(CurrentActor, installation.id)
  const id = () => crypto.randomUUID()

  describe(`platform users (${name})`, () => {
    claim(
      "are one by canonical key of e-mail and of username, deleted ones included",
      Effect.gen(function* () {
        const users = yield* PlatformUsers
        const ann = person(`ann-${id()}`)
        const made = yield* users.create(id(), ann)
        assert.deepInclude(made, { email: ann.email, status: "active", platformRole: "none" })
        yield* users.change(made.id, { status: "deleted" }, "superAdministrator")
        assert.strictEqual((yield* Effect.flip(users.create(id(), ann)))._tag, "PersonTaken")
        const other = { ...person(`bea-${id()}`), usernameKey: ann.usernameKey }
        assert.strictEqual((yield* Effect.flip(users.create(id(), other)))._tag, "PersonTaken")
        assert.deepEqual(yield* users.create(made.id, ann), { ...made, status: "deleted", version: 2 })
        assert.strictEqual((yield* Effect.flip(users.find(id())))._tag, "PlatformUserNotFound")
        assert.strictEqual((yield* Effect.flip(users.find("no\0id")))._tag, "PlatformUserNotFound")
      }),
    )
    claim(
      "are found by the database they are in, by being in none, and by an invitation not taken up",
      Effect.gen(function* () {
        const users = yield* PlatformUsers
        const word = id()
        const [ann, bea] = [
          yield* users.create(id(), person(`ann-${word}`)),
          yield* users.create(id(), person(`bea-${word}`)),
        ]
        const { id: database } = yield* (yield* Databases).create({ id: id(), name: "Found" })
        yield* (yield* Departments).create(database, id(), { departmentId: "1", name: "One", parentId: null })
        yield* (yield* PermissionGroups).create(database, id(), {
          groupName: "Reader",
          description: "",
          permissions: [],
        })
        const place = { departmentId: "1", groupName: "Reader", extra: noExtra }
        yield* (yield* Accesses).grant(database, ann.id, place)
        yield* (yield* Outbox).put(bea.id, "invitation")
        const found = (query: Partial<UserQuery>) =>
          Effect.map(
            users.list({
              search: word,
              status: null,
              role: null,
              database: null,
              standing: null,
              importId: null,
              limit: 9,
              cursor: null,
              ...query,
            }),
            ({ items }) => items.map(({ email }) => email),
          )
        assert.deepEqual(yield* found({}), [ann.email, bea.email])
        assert.deepEqual(yield* found({ database }), [ann.email])
        assert.deepEqual(yield* found({ database: id() }), [])
        assert.deepEqual(yield* found({ database: "none" }), [bea.email])
        assert.deepEqual(yield* found({ standing: "invited" }), [bea.email])
        assert.deepEqual(yield* found({ standing: "invited", database }), [])
        // Whoever takes a mail next would get this one.
        yield* users.change(bea.id, { status: "deleted" }, "superAdministrator")
      }),
    )
    claim(
      "change as a whole, in the version that was meant, and leave what they were in the audit",
      Effect.gen(function* () {
        const users = yield* PlatformUsers
        const [ann, bea] = [person(`ann-${id()}`), person(`bea-${id()}`)]
        const made = yield* users.create(id(), ann)
        yield* users.create(id(), bea)
        const change = (to: UserChange) => users.change(made.id, to, "superAdministrator")
        const next = { ...ann, firstName: "Other", phone: "+46701234567" }
        const changed = yield* change({ person: next, platformRole: "userProvisioner", version: 1 })
        assert.deepInclude(changed, { firstName: "Other", phone: next.phone, version: 2 })
        assert.deepEqual(yield* users.find(made.id), changed)
        assert.strictEqual(
          (yield* Effect.flip(change({ person: ann, version: 1 })))._tag,
          "UserChangedMeanwhile",
        )
        const taken = { ...next, email: bea.email, emailKey: bea.emailKey }
        assert.strictEqual((yield* Effect.flip(change({ person: taken })))._tag, "PersonTaken")
        assert.deepEqual(yield* users.find(made.id), changed)
        const audit = yield* Audit
        const { items } = yield* audit.list({ ...everyLine, userId: made.id })
        assert.deepEqual(JSON.parse(items[0]?.details ?? ""), {
          platformRole: "userProvisioner",
          fields: ["firstName", "phone"],
        })
        assert.deepEqual(JSON.parse(items[0]?.personal ?? ""), {
          email: ann.email,
          changes: { firstName: [ann.firstName, "Other"], phone: [null, next.phone] },
        })
      }),
    )
    claim(
      "are listed page by page, each once, and found by any part of their search text",
      Effect.gen(function* () {
        const users = yield* PlatformUsers
        const word = id()
        for (let at = 0; at < 7; at++) yield* users.create(id(), person(`p${at}-${word}`))
        const seen: Array<string> = []
        const everybody = {
          search: word,
          status: null,
          role: null,
          database: null,
          standing: null,
          importId: null,
        }
        let cursor: string | null = null
        do {
          const page: Page<PlatformUser> = yield* users.list({ ...everybody, limit: 3, cursor })
          seen.push(...page.items.map((user) => user.email))
          cursor = page.nextCursor
        } while (cursor !== null)
        assert.strictEqual(new Set(seen).size, 7)
        assert.lengthOf(seen, 7)
        const found = (search: string) =>
          Effect.map(users.list({ ...everybody, search, limit: 500, cursor: null }), ({ items }) =>
            items.filter(({ email }) => email.includes(word)),
          )
        yield* users.create(id(), {
          ...person(`q-${word}`),
          searchText: `xq qx q-${word}`,
        })
        for (const [search, count] of [
          ["xq", 1],
          ["q", 1],
          ["qx q", 1],
          ["zz", 0],
        ] as const)
          assert.lengthOf(yield* found(search), count, search)
        for (const search of ["100%_", "a\0b", "\ud800"])
          assert.lengthOf((yield* users.list({ ...everybody, search, limit: 3, cursor: null })).items, 0)
      }),
    )
  })

  describe(`databases, departments and groups (${name})`, () => {
    claim(
      "are made once by their id, and kept while something stands on them",
      Effect.gen(function* () {
        const databases = yield* Databases
        const departments = yield* Departments
        const groups = yield* PermissionGroups
        const database = yield* databases.create({ id: id(), name: "Ours" })
        assert.deepEqual(yield* databases.create({ id: database.id, name: "Other" }), database)
        const top = { departmentId: "00", name: "Top", parentId: null }
        const topId = id()
        yield* departments.create(database.id, topId, top)
        assert.deepEqual(yield* departments.create(database.id, topId, top), { ...top, closed: false })
        assert.strictEqual(
          (yield* Effect.flip(departments.create(database.id, id(), top)))._tag,
          "DepartmentTaken",
        )
        const lost = { departmentId: "01", name: "Lost", parentId: "99" }
        assert.strictEqual(
          (yield* Effect.flip(departments.create(database.id, id(), lost)))._tag,
          "ParentDepartmentNotFound",
        )
        yield* departments.create(database.id, id(), { departmentId: "01", name: "Below", parentId: "00" })
        assert.strictEqual(
          (yield* Effect.flip(departments.remove(database.id, "00")))._tag,
          "DepartmentInUse",
        )
        yield* departments.remove(database.id, "01")
        yield* departments.remove(database.id, "00")
        assert.deepEqual(yield* departments.list(database.id), [])
        const group = { groupName: "Reader", description: "", permissions: ["read"] }
        yield* groups.create(database.id, id(), group)
        assert.strictEqual((yield* Effect.flip(groups.create(database.id, id(), group)))._tag, "GroupTaken")
        assert.deepEqual(yield* groups.list(database.id), [group])
        assert.strictEqual((yield* Effect.flip(groups.create(id(), id(), group)))._tag, "DatabaseNotFound")
      }),
    )
  })

  describe(`idempotency keys (${name})`, () => {
    claim(
      "are under way, then answered, and keep the id they reserved when released",
      Effect.gen(function* () {
        const keys = yield* IdempotencyKeys
        const key = { actor: "a", route: "r", key: id() }
        const reserved = id()
        assert.deepEqual(yield* keys.begin(key, reserved, 60), { _tag: "Begun", id: reserved })
        assert.deepEqual(yield* keys.begin(key, id(), 60), { _tag: "UnderWay" })
        yield* keys.release(key)
        assert.deepEqual(yield* keys.begin(key, id(), 0), { _tag: "Begun", id: reserved })
        yield* keys.renew(key, 60)
        assert.deepEqual(yield* keys.begin(key, id(), 60), { _tag: "UnderWay" })
        yield* keys.release(key)
        assert.deepEqual(yield* keys.begin(key, id(), 60), { _tag: "Begun", id: reserved })
        const answer = { digest: "d", status: 201, body: "{}" }
        yield* keys.finish(key, answer)
        assert.deepEqual(yield* keys.begin(key, id(), 60), { _tag: "Answered", answer })
      }),
    )
  })

  columnMemoryConformance(name, claim)
  databaseConformance(name, claim)
  accessConformance(name, claim)
  auditConformance(name, claim)
  importsConformance(name, claim)
  personalDataConformance(name, claim)
  structureConformance(name, claim)
  undoConformance(name, claim)
  outboxConformance(name, claim)
  signInConformance(name, claim)
}
