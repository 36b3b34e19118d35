import { assert, describe } from "@effect/vitest"
import { noExtra } from "@muster/domain/model/Access"
import type { ImportScope } from "@muster/domain/model/Import"
import { Accesses } from "@muster/domain/ports/Accesses"
import { Audit } from "@muster/domain/ports/Audit"
import { Imports } from "@muster/domain/ports/Imports"
import { ImportWork } from "@muster/domain/ports/ImportWork"
import { PlatformUsers } from "@muster/domain/ports/PlatformUsers"
import type { CurrentActor } from "@muster/domain/rights/CurrentActor"
import { Effect, Option } from "effect"
import { everyLine } from "./auditConformance.ts"
import {
  chunkUpTo,
  countsAndRows,
  finding,
  makeImport,
  newDatabase,
  newWord,
  platform,
  runningImport,
} from "./importScenes.ts"
import { person } from "./person.ts"
import type { Ports } from "./portsConformance.ts"

/** Claims about imports that take others back. */
export const undoConformance = (
  name: string,
  claim: <E>(text: string, effect: Effect.Effect<void, E, Ports | CurrentActor>) => void,
) =>
  describe(`undoing (${name})`, () => {
    claim(
      "is by one import at a time, until that comes to nothing",
      Effect.gen(function* () {
        const imports = yield* Imports
        const first = yield* makeImport(platform, [newWord()])
        const undo = yield* makeImport(platform, [newWord()], first.id)
        assert.deepInclude(undo, { undoes: first.id, undoneBy: null })
        assert.strictEqual((yield* makeImport(platform, [newWord()], first.id)).id, undo.id)
        assert.strictEqual((yield* imports.find(platform, first.id)).undoneBy, undo.id)
        yield* imports.cancel(platform, undo.id)
        assert.strictEqual((yield* imports.find(platform, first.id)).undoneBy, null)
        const next = yield* makeImport(platform, [newWord()], first.id)
        assert.notStrictEqual(next.id, undo.id)
      }),
    )

    claim(
      "removes people who are the version that was found and bound to nothing, or nobody at all",
      Effect.gen(function* () {
        const users = yield* PlatformUsers
        const work = yield* ImportWork
        const databaseId = yield* newDatabase
        const words = [newWord(), newWord()]
        const [one, other] = yield* Effect.forEach(words, (word) =>
          users.create(crypto.randomUUID(), person(word)),
        )
        if (!one || !other) throw new Error("Two were made.")
        const place = { departmentId: "D", groupName: "G", extra: noExtra }
        yield* (yield* Accesses).grant(databaseId, other.id, place)
        const bound = yield* users.bound([other.id, one.id, crypto.randomUUID(), "nobody"])
        assert.sameDeepMembers(
          bound.map(({ id, databases, signsIn }) => ({ id, databases, signsIn })),
          [
            { id: one.id, databases: 0, signsIn: false },
            { id: other.id, databases: 1, signsIn: false },
          ],
        )
        const running = yield* runningImport(platform, words)
        const found = (userId: string, version: number) => ({ userId, version })
        for (const wrong of [[found(one.id, 7)], [found(one.id, 1), found(other.id, 1)]])
          assert.strictEqual(
            (yield* Effect.flip(work.writeUsers(running, chunkUpTo(3, { removed: wrong }))))._tag,
            "FactsChanged",
          )
        assert.lengthOf(yield* users.bound([one.id, other.id]), 2)
        const findings = [
          finding(2, "valid", { outcome: "removed", userId: one.id }),
          finding(3, "conflict", { userId: other.id }),
        ]
        yield* work.writeUsers(running, chunkUpTo(3, { removed: [found(one.id, 1)], findings }))
        assert.strictEqual((yield* Effect.flip(users.find(one.id)))._tag, "PlatformUserNotFound")
        const done = yield* work.settle(running, "completed")
        assert.deepInclude(done.counts, { removed: 1, failed: 1, valid: 0 })
        yield* users.create(crypto.randomUUID(), person(words[0] ?? ""))
        const lines = yield* (yield* Audit).list({ ...everyLine, importId: done.id, event: "users.removed" })
        assert.deepEqual(JSON.parse(lines.items[0]?.details ?? ""), { users: 1 })
      }),
    )

    claim(
      "takes access away that is the version that was found, also from somebody deactivated",
      Effect.gen(function* () {
        const users = yield* PlatformUsers
        const work = yield* ImportWork
        const accesses = yield* Accesses
        const databaseId = yield* newDatabase
        const scope: ImportScope = { kind: "database-users", databaseId }
        const word = newWord()
        const { id } = yield* users.create(crypto.randomUUID(), person(word))
        yield* accesses.grant(databaseId, id, { departmentId: "D", groupName: "G", extra: noExtra })
        yield* users.change(id, { status: "inactive" }, "superAdministrator")
        const taking = (version: number) =>
          runningImport(scope, [word], () => ({
            userId: id,
            outcome: "removed",
            access: { departmentId: "D", groupName: "G", version },
          }))
        const stale = yield* taking(7)
        assert.strictEqual((yield* Effect.flip(work.grantAccesses(stale)))._tag, "FactsChanged")
        assert.deepEqual(stale.import.plan, { created: 0, updated: 0, unchanged: 0, removed: 1 })
        const done = yield* work.grantAccesses(yield* taking(1))
        assert.deepInclude(done.counts, { removed: 1, created: 0, valid: 0 })
        assert.lengthOf(yield* accesses.ofUser(id), 0)
        const lines = yield* (yield* Audit).list({ ...everyLine, importId: done.id, event: "access.removed" })
        assert.deepEqual(
          lines.items.map(({ userId }) => userId),
          [id],
        )
      }),
    )

    claim(
      "that is cancelled leaves what was done as done, and its counts those of its rows",
      Effect.gen(function* () {
        const users = yield* PlatformUsers
        const work = yield* ImportWork
        const words = [newWord(), newWord(), newWord()]
        const made = yield* Effect.forEach(words, (word) => users.create(crypto.randomUUID(), person(word)))
        const outcomes = ["updated", "removed", "created"] as const
        const running = yield* runningImport(platform, words, (word) => ({
          outcome: outcomes[words.indexOf(word)] ?? null,
        }))
        const [first, second] = made.map(({ id }) => ({ userId: id, version: 1 }))
        if (!first || !second) throw new Error("Three were made.")
        yield* work.writeUsers(
          running,
          chunkUpTo(3, { updated: [{ ...first, person: person(newWord()) }], removed: [second] }),
        )
        const cancelled = yield* (yield* Imports).cancel(platform, running.import.id)
        assert.deepInclude(Option.getOrThrow(cancelled).counts, { updated: 1, removed: 1, unprocessed: 1 })
        const { counts, counted } = yield* countsAndRows(platform, running.import.id)
        assert.deepEqual(counted, counts)
      }),
    )
  })
