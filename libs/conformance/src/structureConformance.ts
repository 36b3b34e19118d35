import { assert, describe } from "@effect/vitest"
import { Audit } from "@muster/domain/ports/Audit"
import { Departments } from "@muster/domain/ports/Departments"
import { ImportWork } from "@muster/domain/ports/ImportWork"
import { PermissionGroups } from "@muster/domain/ports/PermissionGroups"
import type { CurrentActor } from "@muster/domain/rights/CurrentActor"
import { Effect } from "effect"
import { everyLine } from "./auditConformance.ts"
import { countsAndRows, newDatabase, newWord, runningImport } from "./importScenes.ts"
import type { Ports } from "./portsConformance.ts"

/** Claims about imports that make and change what a database is made of. */
export const structureConformance = (
  name: string,
  claim: <E>(text: string, effect: Effect.Effect<void, E, Ports | CurrentActor>) => void,
) =>
  describe(`the structure of a database (${name})`, () => {
    const scene = Effect.fnUntraced(function* (kind: "departments" | "permission-groups") {
      const databaseId = yield* newDatabase
      const scope = { kind, databaseId } as const
      const running = yield* runningImport(scope, [newWord(), newWord(), newWord()])
      return { databaseId, scope, running, work: yield* ImportWork }
    })

    claim(
      "is written by one import as a whole: parents in any order, and moves that cross",
      Effect.gen(function* () {
        const { databaseId, scope, running, work } = yield* scene("departments")
        yield* (yield* Departments).create(databaseId, crypto.randomUUID(), {
          departmentId: "E",
          name: "E",
          parentId: "D",
        })
        const done = yield* work.writeStructure(running, {
          departments: [
            { departmentId: "D", name: "D now", parentId: "E", outcome: "updated" },
            { departmentId: "E", name: "E now", parentId: null, outcome: "updated" },
            { departmentId: "G", name: 'odd "name" \\ å', parentId: "H", outcome: "created" },
            { departmentId: "H", name: "H", parentId: "D", outcome: "created" },
          ],
          groups: [],
        })
        assert.strictEqual(done.state, "completed")
        assert.deepEqual(yield* (yield* Departments).list(databaseId), [
          { departmentId: "D", name: "D now", parentId: "E", closed: false },
          { departmentId: "E", name: "E now", parentId: null, closed: false },
          { departmentId: "G", name: 'odd "name" \\ å', parentId: "H", closed: false },
          { departmentId: "H", name: "H", parentId: "D", closed: false },
        ])
        const { counts, counted } = yield* countsAndRows(scope, running.import.id)
        assert.deepEqual(counts, counted)
        assert.strictEqual(counts.created, 3)
        const { items } = yield* (yield* Audit).list({ ...everyLine, importId: running.import.id })
        const events = items.map(({ event }) => event)
        assert.strictEqual(events.filter((event) => event === "department.created").length, 2)
        assert.strictEqual(events.filter((event) => event === "department.changed").length, 2)
      }),
    )

    claim(
      "is not written at all where something is there, or is not, against what was found",
      Effect.gen(function* () {
        const { databaseId, running, work } = yield* scene("departments")
        const fresh = { departmentId: "N", name: "N", parentId: null, outcome: "created" } as const
        for (const wrong of [
          { departmentId: "D", name: "again", parentId: null, outcome: "created" },
          { departmentId: "X", name: "gone", parentId: null, outcome: "updated" },
        ] as const) {
          const written = { departments: [fresh, wrong], groups: [] }
          assert.strictEqual((yield* Effect.flip(work.writeStructure(running, written)))._tag, "FactsChanged")
        }
        const groups = [{ groupName: "X", description: "", permissions: [], outcome: "updated" }] as const
        const written = { departments: [fresh], groups }
        assert.strictEqual((yield* Effect.flip(work.writeStructure(running, written)))._tag, "FactsChanged")
        assert.lengthOf(yield* (yield* Departments).list(databaseId), 1)
      }),
    )

    claim(
      "has groups written with their permissions, whatever those are called",
      Effect.gen(function* () {
        const { databaseId, running, work } = yield* scene("permission-groups")
        const permissions = ['odd "name", {with} \\ signs', "plan.read"]
        yield* work.writeStructure(running, {
          departments: [],
          groups: [
            { groupName: "G", description: "now", permissions, outcome: "updated" },
            { groupName: "N", description: "", permissions: [], outcome: "created" },
          ],
        })
        assert.deepEqual(yield* (yield* PermissionGroups).list(databaseId), [
          { groupName: "G", description: "now", permissions },
          { groupName: "N", description: "", permissions: [] },
        ])
      }),
    )
  })
