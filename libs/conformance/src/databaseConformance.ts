import { assert, describe } from "@effect/vitest"
import { noExtra } from "@muster/domain/model/Access"
import { Accesses } from "@muster/domain/ports/Accesses"
import { Audit } from "@muster/domain/ports/Audit"
import { Imports } from "@muster/domain/ports/Imports"
import { PermissionCatalogue } from "@muster/domain/ports/PermissionCatalogue"
import { Databases } from "@muster/domain/ports/Databases"
import { Departments } from "@muster/domain/ports/Departments"
import { PermissionGroups } from "@muster/domain/ports/PermissionGroups"
import { PlatformUsers } from "@muster/domain/ports/PlatformUsers"
import type { CurrentActor } from "@muster/domain/rights/CurrentActor"
import { Effect } from "effect"
import { everyLine } from "./auditConformance.ts"
import { newDatabase, newWord, runningImport } from "./importScenes.ts"
import { person } from "./person.ts"
import type { Ports } from "./portsConformance.ts"

/** Claims about changing what a database is made of. */
export const databaseConformance = (
  name: string,
  claim: <E>(text: string, effect: Effect.Effect<void, E, Ports | CurrentActor>) => void,
) =>
  describe(`a database (${name})`, () => {
    claim(
      "takes another name, is closed and opened again",
      Effect.gen(function* () {
        const databases = yield* Databases
        const { id } = yield* databases.create({ id: crypto.randomUUID(), name: "Old" })
        assert.deepEqual(yield* databases.change(id, { name: "New" }), { id, name: "New", closed: false })
        assert.deepEqual(yield* databases.change(id, { closed: true }), { id, name: "New", closed: true })
        assert.deepEqual(yield* databases.find(id), { id, name: "New", closed: true })
        assert.isFalse((yield* databases.change(id, { closed: false })).closed)
        const absent = yield* Effect.flip(databases.change(crypto.randomUUID(), { name: "New" }))
        assert.strictEqual(absent._tag, "DatabaseNotFound")
      }),
    )
    claim(
      "has a tree of departments that can be moved, but never below themselves, also by two at once",
      Effect.gen(function* () {
        const { id } = yield* (yield* Databases).create({ id: crypto.randomUUID(), name: "Tree" })
        const departments = yield* Departments
        const add = (departmentId: string, parentId: string | null) =>
          departments.create(id, crypto.randomUUID(), { departmentId, name: departmentId, parentId })
        const move = (departmentId: string, parentId: string | null) =>
          departments.change(id, { departmentId, name: `${departmentId}, moved`, parentId, closed: true })
        yield* add("top", null)
        yield* add("left", "top")
        yield* add("right", "top")
        yield* add("leaf", "left")
        yield* move("leaf", "right")
        assert.deepEqual(
          (yield* departments.list(id)).find(({ departmentId }) => departmentId === "leaf"),
          { departmentId: "leaf", name: "leaf, moved", parentId: "right", closed: true },
        )
        assert.strictEqual((yield* departments.usage(id, "top")).below, 3)
        assert.strictEqual((yield* departments.usage(id, "right")).below, 1)
        for (const below of ["top", "right", "leaf"])
          assert.strictEqual((yield* Effect.flip(move("top", below)))._tag, "DepartmentCircle")
        assert.strictEqual((yield* Effect.flip(move("top", "none")))._tag, "ParentDepartmentNotFound")
        assert.strictEqual((yield* Effect.flip(move("none", "top")))._tag, "DepartmentNotFound")
        yield* Effect.all([Effect.exit(move("left", "right")), Effect.exit(move("right", "left"))], {
          concurrency: "unbounded",
        })
        const parents = new Map(
          (yield* departments.list(id)).map(({ departmentId, parentId }) => [departmentId, parentId]),
        )
        assert.isTrue(parents.get("left") === "top" || parents.get("right") === "top")
      }),
    )
    claim(
      "tells which imports are still to give a department or a group",
      Effect.gen(function* () {
        const databaseId = yield* newDatabase
        const scope = { kind: "database-users", databaseId } as const
        const running = yield* runningImport(scope, [newWord()], () => ({
          access: { departmentId: "D", groupName: "G", version: null },
        }))
        const usage = () => Effect.flatMap(Departments, (port) => port.usage(databaseId, "D"))
        assert.strictEqual((yield* usage()).imports, 1)
        assert.strictEqual((yield* (yield* PermissionGroups).usage(databaseId, "G")).imports, 1)
        assert.strictEqual((yield* (yield* PermissionGroups).usage(databaseId, "H")).imports, 0)
        yield* (yield* Imports).cancel(scope, running.import.id)
        assert.strictEqual((yield* usage()).imports, 0)
      }),
    )
    claim(
      "has groups made of permissions that the product registered, all of them at once",
      Effect.gen(function* () {
        const catalogue = yield* PermissionCatalogue
        const [read, odd] = [
          { name: "read", description: "Reads" },
          { name: 'odd "name", {with} \\ signs', description: "Å" },
        ]
        yield* catalogue.register([read, odd])
        assert.deepEqual(yield* catalogue.list, [odd, read])
        yield* catalogue.register([{ ...read, description: "Looks" }])
        assert.deepEqual(yield* catalogue.list, [{ name: "read", description: "Looks" }])
        yield* catalogue.register([])
        assert.deepEqual(yield* catalogue.list, [])
        const { items } = yield* (yield* Audit).list({ ...everyLine, event: "permissions.registered" })
        assert.deepEqual(
          items.slice(0, 3).map(({ details }) => JSON.parse(details)),
          [{ permissions: 0 }, { permissions: 1 }, { permissions: 2 }],
        )
      }),
    )
    claim(
      "has permission groups whose name can change under those who have them",
      Effect.gen(function* () {
        const { id } = yield* (yield* Databases).create({ id: crypto.randomUUID(), name: "Groups" })
        const groups = yield* PermissionGroups
        const accesses = yield* Accesses
        const group = { groupName: "Reader", description: "", permissions: ["read"] }
        yield* groups.create(id, crypto.randomUUID(), group)
        yield* groups.create(id, crypto.randomUUID(), { ...group, groupName: "Other" })
        yield* (yield* Departments).create(id, crypto.randomUUID(), {
          departmentId: "1",
          name: "One",
          parentId: null,
        })
        const user = yield* (yield* PlatformUsers).create(
          crypto.randomUUID(),
          person(`group-${crypto.randomUUID()}`),
        )
        const place = { departmentId: "1", groupName: "Reader" }
        yield* accesses.grant(id, user.id, { ...place, extra: { ...noExtra, departments: [place] } })
        const used = { users: 1, byHand: 1, below: 0, imports: 0 }
        assert.deepEqual(yield* groups.usage(id, "Reader"), used)
        assert.deepEqual(yield* (yield* Departments).usage(id, "1"), used)
        for (const nothing of ["Other", "none", "no\0name"])
          assert.deepEqual(yield* groups.usage(id, nothing), { ...used, users: 0, byHand: 0 })
        const renamed = { groupName: "Viewer", description: "Looks", permissions: ["look"] }
        assert.deepEqual(yield* groups.change(id, "Reader", renamed), renamed)
        assert.deepInclude(yield* groups.list(id), renamed)
        const access = yield* accesses.find(id, user.id)
        assert.deepEqual(
          [access.groupName, access.extra.departments.map(({ groupName }) => groupName)],
          ["Viewer", ["Viewer"]],
        )
        const taken = yield* Effect.flip(groups.change(id, "Viewer", { ...renamed, groupName: "Other" }))
        assert.strictEqual(taken._tag, "GroupTaken")
        const gone = yield* Effect.flip(groups.change(id, "Reader", renamed))
        assert.strictEqual(gone._tag, "GroupNotFound")
      }),
    )
  })
