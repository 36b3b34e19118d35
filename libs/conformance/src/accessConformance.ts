import { assert, describe } from "@effect/vitest"
import { noExtra, type NewAccess } from "@muster/domain/model/Access"
import { administersDatabase } from "@muster/domain/model/PermissionGroup"
import { Accesses, type AccessQuery } from "@muster/domain/ports/Accesses"
import { Actors } from "@muster/domain/ports/Actors"
import { Audit } from "@muster/domain/ports/Audit"
import { Databases } from "@muster/domain/ports/Databases"
import { Departments } from "@muster/domain/ports/Departments"
import { PermissionGroups } from "@muster/domain/ports/PermissionGroups"
import { PlatformUsers } from "@muster/domain/ports/PlatformUsers"
import { userActorId } from "@muster/domain/rights/Actor"
import type { CurrentActor } from "@muster/domain/rights/CurrentActor"
import { Effect, Option } from "effect"
import { everyLine } from "./auditConformance.ts"
import { person } from "./person.ts"
import type { Ports } from "./portsConformance.ts"

/** What every implementation of `Accesses` keeps when access is given by hand. */
export const accessConformance = (
  name: string,
  claim: <E>(text: string, effect: Effect.Effect<void, E, Ports | CurrentActor>) => void,
) => {
  describe(`access by hand (${name})`, () => {
    claim(
      "is given, changed in the version that was meant, and taken away, each with a line in the audit",
      Effect.gen(function* () {
        const { databaseId, userId, email } = yield* scene
        const told = { userId, email, firstName: "Per", lastName: "Son", status: "active" } as const
        const accesses = yield* Accesses
        const extra = {
          departments: [
            { departmentId: "2", groupName: "Editor" },
            { departmentId: "3", groupName: "Reader" },
          ],
          permissions: ['odd "name", {with} \\ signs', "report.print"],
        }
        const given = { departmentId: "1", groupName: "Reader", extra }
        const made = yield* accesses.grant(databaseId, userId, given)
        assert.deepEqual(made, { ...given, ...told, version: 1 })
        assert.deepEqual(yield* accesses.find(databaseId, userId), made)
        assert.deepEqual(yield* accesses.known(databaseId, [userId]), [made])
        assert.deepEqual((yield* accesses.list(databaseId, { limit: 5, cursor: null })).items, [made])
        assert.deepEqual(yield* accesses.ofUser(userId), [{ ...made, databaseId }])

        const other = {
          departmentId: "2",
          groupName: "Editor",
          extra: { departments: [{ departmentId: "3", groupName: "Editor" }], permissions: [] },
        }
        const changed = yield* accesses.change(databaseId, userId, other, 1)
        assert.deepEqual(changed, { ...other, ...told, version: 2 })
        const late = yield* Effect.flip(accesses.change(databaseId, userId, given, 1))
        assert.strictEqual(late._tag, "AccessChangedMeanwhile")
        const gone = yield* Effect.flip(accesses.remove(databaseId, userId, 1))
        assert.strictEqual(gone._tag, "AccessChangedMeanwhile")
        yield* accesses.remove(databaseId, userId, 2)
        assert.strictEqual((yield* Effect.flip(accesses.find(databaseId, userId)))._tag, "AccessNotFound")
        const again = yield* Effect.flip(accesses.remove(databaseId, userId, 2))
        assert.strictEqual(again._tag, "AccessNotFound")
        const { items } = yield* (yield* Audit).list({ ...everyLine, databaseId, userId })
        assert.deepEqual(
          items.map(({ event }) => event),
          ["access.removed", "access.changed", "access.granted"],
        )
        assert.deepEqual(JSON.parse(items[1]?.details ?? ""), other)
      }),
    )
    claim(
      "is listed in order of e-mail, also when somebody gets another one",
      Effect.gen(function* () {
        const { databaseId, userId } = yield* scene
        const users = yield* PlatformUsers
        const accesses = yield* Accesses
        const word = crypto.randomUUID()
        const later = yield* users.create(crypto.randomUUID(), person(`y-${word}`))
        const place = { departmentId: "1", groupName: "Reader", extra: noExtra }
        for (const id of [later.id, userId]) yield* accesses.grant(databaseId, id, place)
        const emails = Effect.map(accesses.list(databaseId, { limit: 5, cursor: null }), ({ items }) =>
          items.map(({ email }) => email),
        )
        const { email } = yield* users.find(userId)
        assert.deepEqual(yield* emails, [email, later.email])
        const changed = person(`z-${word}`)
        yield* users.change(userId, { person: changed }, "superAdministrator")
        assert.deepEqual(yield* emails, [later.email, changed.email])
      }),
    )
    claim(
      "is found by a part of the name, by a department with those below it, and by a group, given by hand or not",
      Effect.gen(function* () {
        const { databaseId } = yield* scene
        const accesses = yield* Accesses
        yield* (yield* Departments).change(databaseId, {
          departmentId: "2",
          name: "2",
          parentId: "1",
          closed: false,
        })
        yield* (yield* Departments).change(databaseId, {
          departmentId: "3",
          name: "3",
          parentId: "2",
          closed: false,
        })
        const word = crypto.randomUUID()
        const byHand = { departments: [{ departmentId: "3", groupName: "Editor" }], permissions: [] }
        for (const [letter, departmentId, groupName, extra] of [
          ["a", "1", "Reader", noExtra],
          ["b", "2", "Reader", byHand],
          ["c", "3", "Editor", noExtra],
        ] as const) {
          const { id } = yield* (yield* PlatformUsers).create(
            crypto.randomUUID(),
            person(`${letter}-${word}`),
          )
          yield* accesses.grant(databaseId, id, { departmentId, groupName, extra })
        }
        const found = (query: Partial<AccessQuery>) =>
          Effect.map(accesses.list(databaseId, { limit: 9, cursor: null, ...query }), ({ items }) =>
            items.map(({ email }) => email.slice(0, 1)).join(""),
          )
        assert.strictEqual(yield* found({}), "abc")
        assert.strictEqual(yield* found({ search: `b-${word}` }), "b")
        assert.strictEqual(yield* found({ search: "so" }), "abc")
        assert.strictEqual(yield* found({ search: "%" }), "")
        assert.strictEqual(yield* found({ departmentId: "1" }), "abc")
        assert.strictEqual(yield* found({ departmentId: "2" }), "bc")
        assert.strictEqual(yield* found({ departmentId: "3" }), "bc")
        assert.strictEqual(yield* found({ departmentId: "4" }), "")
        assert.strictEqual(yield* found({ groupName: "Editor" }), "bc")
        assert.strictEqual(yield* found({ groupName: "Editor", departmentId: "1", search: "c-" }), "c")
        const first = yield* accesses.list(databaseId, { limit: 1, cursor: null, groupName: "Editor" })
        assert.strictEqual(yield* found({ cursor: first.nextCursor, groupName: "Editor" }), "c")
      }),
    )
    claim(
      "is given to nobody twice, to no one who is not active, and with nothing that is not there",
      Effect.gen(function* () {
        const { databaseId, userId } = yield* scene
        const accesses = yield* Accesses
        const place = { departmentId: "1", groupName: "Reader", extra: noExtra }
        const refused = (id: string, access: NewAccess) =>
          Effect.map(Effect.flip(accesses.grant(databaseId, id, access)), ({ _tag }) => _tag)
        const foreign = { ...noExtra, departments: [{ departmentId: "9", groupName: "Reader" }] }
        for (const wrong of [
          { ...place, departmentId: "9" },
          { ...place, groupName: "None" },
          { ...place, extra: foreign },
        ])
          assert.strictEqual(yield* refused(userId, wrong), "AccessNotPossible")
        assert.deepEqual(yield* accesses.ofUser(userId), [])
        assert.strictEqual(yield* refused(crypto.randomUUID(), place), "AccessNotPossible")
        yield* (yield* PlatformUsers).change(userId, { status: "inactive" }, "superAdministrator")
        assert.strictEqual(yield* refused(userId, place), "AccessNotPossible")
        yield* (yield* PlatformUsers).change(userId, { status: "active" }, "superAdministrator")
        const both = yield* Effect.all(
          [1, 2].map(() => Effect.result(accesses.grant(databaseId, userId, place))),
          { concurrency: "unbounded" },
        )
        assert.sameMembers(
          both.map(({ _tag }) => _tag),
          ["Success", "Failure"],
        )
        const wrong = accesses.change(databaseId, userId, { ...place, extra: foreign }, 1)
        assert.strictEqual((yield* Effect.flip(wrong))._tag, "AccessNotPossible")
        assert.deepEqual((yield* accesses.find(databaseId, userId)).extra, noExtra)
      }),
    )
    claim(
      "keeps departments and groups that it names, and makes administrators however it was given",
      Effect.gen(function* () {
        const { databaseId, userId } = yield* scene
        const accesses = yield* Accesses
        const administers = Effect.map(
          Effect.flatMap(Actors, (actors) => actors.find(userActorId(userId))),
          (actor) => Option.exists(actor, (one) => one.administers.includes(databaseId)),
        )
        const place = { departmentId: "1", groupName: "Reader", extra: noExtra }
        yield* accesses.grant(databaseId, userId, place)
        assert.isFalse(yield* administers)
        const chief = { ...noExtra, departments: [{ departmentId: "2", groupName: "Chief" }] }
        yield* accesses.change(databaseId, userId, { ...place, extra: chief }, 1)
        assert.isTrue(yield* administers)
        const departments = yield* Departments
        const groups = yield* PermissionGroups
        assert.strictEqual((yield* Effect.flip(departments.remove(databaseId, "2")))._tag, "DepartmentInUse")
        assert.strictEqual((yield* Effect.flip(groups.remove(databaseId, "Chief")))._tag, "GroupInUse")
        const single = { ...noExtra, permissions: [administersDatabase] }
        yield* accesses.change(databaseId, userId, { ...place, extra: single }, 2)
        assert.isTrue(yield* administers)
        yield* departments.remove(databaseId, "2")
        yield* accesses.change(databaseId, userId, place, 3)
        assert.isFalse(yield* administers)
      }),
    )
  })
}

/** A database with three departments and three groups, and a user without access to it. */
const scene = Effect.gen(function* () {
  const { id: databaseId } = yield* (yield* Databases).create({ id: crypto.randomUUID(), name: "By hand" })
  for (const departmentId of ["1", "2", "3"])
    yield* (yield* Departments).create(databaseId, crypto.randomUUID(), {
      departmentId,
      name: departmentId,
      parentId: null,
    })
  for (const [groupName, permissions] of [
    ["Reader", ["report.read"]],
    ["Editor", ["report.read", "report.write"]],
    ["Chief", [administersDatabase]],
  ] as const)
    yield* (yield* PermissionGroups).create(databaseId, crypto.randomUUID(), {
      groupName,
      description: "",
      permissions,
    })
  const { id, email } = yield* (yield* PlatformUsers).create(
    crypto.randomUUID(),
    person(`hand-${crypto.randomUUID()}`),
  )
  return { databaseId, userId: id, email }
})
