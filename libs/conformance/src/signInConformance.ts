import { assert, describe } from "@effect/vitest"
import { Actors } from "@muster/domain/ports/Actors"
import { ApiKeys } from "@muster/domain/ports/ApiKeys"
import { Imports } from "@muster/domain/ports/Imports"
import { PermissionGroups } from "@muster/domain/ports/PermissionGroups"
import { PlatformUsers } from "@muster/domain/ports/PlatformUsers"
import { SignInLinks } from "@muster/domain/ports/SignInLinks"
import { ImportWork } from "@muster/domain/ports/ImportWork"
import { installation, keyActorId, userActorId } from "@muster/domain/rights/Actor"
import type { CurrentActor } from "@muster/domain/rights/CurrentActor"
import { Effect, Option } from "effect"
import { checkedRows, claimed, finding, makeImport, newDatabase, newWord } from "./importScenes.ts"
import { person } from "./person.ts"
import type { Ports } from "./portsConformance.ts"

const newUser = Effect.gen(function* () {
  const users = yield* PlatformUsers
  return (yield* users.create(crypto.randomUUID(), person(newWord()))).id
})

const newKey = (ownerId: string, databaseId: string | null = null, expiresIn = 60_000) => ({
  id: crypto.randomUUID(),
  ownerId,
  name: "Payroll\0",
  scope: "validate" as const,
  databaseId,
  secretHash: newWord(),
  expiresAt: new Date(Date.now() + expiresIn).toISOString(),
})

/** Gives a user the group of a database that administers it. */
const makeAdministrator = Effect.fnUntraced(function* (databaseId: string, userId: string, email: string) {
  const group = { groupName: "Chief", description: "", permissions: ["database.administer"] }
  yield* (yield* PermissionGroups).create(databaseId, crypto.randomUUID(), group)
  const scope = { kind: "database-users", databaseId } as const
  const work = yield* ImportWork
  const { id } = yield* makeImport(scope, [email])
  yield* work.settle(yield* claimed(id), "ready")
  yield* (yield* Imports).start(scope, id, installation.id)
  const running = yield* claimed(id)
  const access = { departmentId: "D", groupName: "Chief", version: null }
  yield* work.saveFindings(running, checkedRows([finding(2, "valid", { userId, access })]))
  yield* work.grantAccesses(running)
})

/** Claims about who may act, by what, and how the first one comes in. The last claim leaves somebody in charge. */
export const signInConformance = (
  name: string,
  claim: <E>(text: string, effect: Effect.Effect<void, E, Ports | CurrentActor>) => void,
) =>
  describe(`who acts (${name})`, () => {
    claim(
      "is found with the rights they have now, and not when they are not active",
      Effect.gen(function* () {
        const actors = yield* Actors
        const users = yield* PlatformUsers
        const id = yield* newUser
        const databaseId = yield* newDatabase
        const find = actors.find(userActorId(id))
        assert.deepInclude(Option.getOrThrow(yield* find), {
          userId: id,
          platformRole: "none",
          administers: [],
          key: null,
        })
        yield* makeAdministrator(databaseId, id, newWord())
        yield* users.change(id, { platformRole: "userProvisioner" }, "superAdministrator")
        assert.deepInclude(Option.getOrThrow(yield* find), {
          platformRole: "userProvisioner",
          administers: [databaseId],
        })
        yield* users.change(id, { status: "inactive" }, "superAdministrator")
        for (const other of [yield* find, yield* actors.find("user:"), yield* actors.find("nobody\0")])
          assert.isTrue(Option.isNone(other))
        assert.deepEqual(yield* actors.find(installation.id), Option.some(installation))
      }),
    )

    claim(
      "by a key acts as its owner within its scope, until it is revoked, expires or its owner goes",
      Effect.gen(function* () {
        const keys = yield* ApiKeys
        const users = yield* PlatformUsers
        const actors = yield* Actors
        const owner = yield* newUser
        const databaseId = yield* newDatabase
        const [key, other, old] = [newKey(owner, databaseId), newKey(owner), newKey(owner, null, -1000)]
        const made = yield* keys.create(key)
        assert.deepInclude(made, { name: "Payroll\0", lastUsedAt: null, expiresAt: key.expiresAt })
        assert.notProperty(made, "secretHash")
        assert.deepEqual(yield* keys.create({ ...key, name: "Other" }), made)
        for (const one of [other, old]) yield* keys.create(one)
        assert.deepEqual(
          new Set((yield* keys.list(owner)).map(({ id }) => id)),
          new Set([key.id, other.id, old.id]),
        )

        const acts = Option.getOrThrow(yield* keys.use(key.id, key.secretHash))
        assert.deepEqual(acts, {
          id: keyActorId(key.id),
          userId: owner,
          platformRole: "none",
          administers: [],
          key: { scope: "validate", databaseId },
        })
        assert.deepEqual(yield* actors.find(acts.id), Option.some(acts))
        assert.isNotNull((yield* keys.list(owner)).find(({ id }) => id === key.id)?.lastUsedAt)

        const stranger = yield* newUser
        assert.strictEqual((yield* Effect.flip(keys.revoke(stranger, key.id)))._tag, "ApiKeyNotFound")
        yield* keys.revoke(owner, key.id)
        const dead = [
          keys.use(key.id, key.secretHash),
          keys.use(old.id, old.secretHash),
          keys.use(other.id, key.secretHash),
          keys.use("no id", "\0"),
          actors.find(keyActorId(key.id)),
          actors.find(keyActorId(old.id)),
        ]
        for (const one of dead) assert.isTrue(Option.isNone(yield* one))
        assert.isTrue(Option.isSome(yield* keys.use(other.id, other.secretHash)))
        yield* users.change(owner, { status: "inactive" }, "superAdministrator")
        assert.isTrue(Option.isNone(yield* keys.use(other.id, other.secretHash)))
      }),
    )

    claim(
      "as the first super administrator comes by a link that works once, and the last one stays",
      Effect.gen(function* () {
        const links = yield* SignInLinks
        const users = yield* PlatformUsers
        const [sue, sam] = [crypto.randomUUID(), crypto.randomUUID()]
        const setUp = (token: string, id: string) => links.setUp(token, id, person(newWord()), "hash")
        assert.strictEqual((yield* Effect.flip(setUp("t1", sue)))._tag, "LinkNotValid")
        assert.isTrue(yield* links.offerSetUp("t0", 1))
        assert.isTrue(yield* links.offerSetUp("t1", 1))
        assert.deepEqual([yield* links.holdsSetUp("t0"), yield* links.holdsSetUp("t1")], [false, true])
        assert.strictEqual((yield* Effect.flip(setUp("t0", sue)))._tag, "LinkNotValid")
        const taken = yield* users.find(yield* newUser)
        const again = links.setUp("t1", sue, person(taken.username), "hash")
        assert.strictEqual((yield* Effect.flip(again))._tag, "PersonTaken")
        assert.deepInclude(yield* setUp("t1", sue), { id: sue, platformRole: "superAdministrator" })
        assert.strictEqual((yield* Effect.flip(setUp("t1", sam)))._tag, "LinkNotValid")
        assert.isFalse(yield* links.offerSetUp("t2", 1))
        assert.isFalse(yield* links.holdsSetUp("t1"))

        const demote = (id: string) => users.change(id, { platformRole: "none" }, "superAdministrator")
        const remove = users.change(sue, { status: "deleted" }, "superAdministrator")
        for (const change of [demote(sue), remove])
          assert.strictEqual((yield* Effect.flip(change))._tag, "LastSuperAdministrator")
        const above = users.change(sue, { status: "inactive" }, "userAdministrator")
        assert.strictEqual((yield* Effect.flip(above))._tag, "PlatformUserNotFound")

        const other = yield* newUser
        yield* users.change(other, { platformRole: "superAdministrator" }, "superAdministrator")
        const both = yield* Effect.all(
          [sue, other].map((id) => Effect.exit(demote(id))),
          {
            concurrency: 2,
          },
        )
        assert.lengthOf(
          both.filter(({ _tag }) => _tag === "Success"),
          1,
        )
      }),
    )
  })
