import { assert, describe } from "@effect/vitest"
import type { Counts, ImportScope } from "@muster/domain/model/Import"
import type { PlatformUser } from "@muster/domain/model/PlatformUser"
import { noChanges } from "@muster/domain/model/RowChanges"
import { Accesses } from "@muster/domain/ports/Accesses"
import { Audit } from "@muster/domain/ports/Audit"
import { Departments } from "@muster/domain/ports/Departments"
import { Imports } from "@muster/domain/ports/Imports"
import { ImportWork } from "@muster/domain/ports/ImportWork"
import { PlatformUsers } from "@muster/domain/ports/PlatformUsers"
import type { CurrentActor } from "@muster/domain/rights/CurrentActor"
import { Effect, Option } from "effect"
import {
  checkedRows,
  chunkUpTo,
  claimed,
  countsAndRows,
  finding,
  importOf,
  makeImport,
  newDatabase,
  newWord,
  newcomer,
  odd,
  platform,
  rowCells,
  runningImport,
  sumOf,
} from "./importScenes.ts"
import { everyLine } from "./auditConformance.ts"
import { person } from "./person.ts"
import type { Ports } from "./portsConformance.ts"

const addUp = (counts: Counts) => assert.strictEqual(sumOf(counts), counts.rows)

/** Claims about imports and the work on them. */
export const importsConformance = (
  name: string,
  claim: <E>(text: string, effect: Effect.Effect<void, E, Ports | CurrentActor>) => void,
) =>
  describe(`imports (${name})`, () => {
    claim(
      "are seen when they are made, with cells as they were, in their scope alone, and discarded without trace",
      Effect.gen(function* () {
        const imports = yield* Imports
        const gone = crypto.randomUUID()
        yield* imports.stage(gone, [{ ...rowCells(2, newWord()), finding: null }])
        yield* imports.discard(gone)
        assert.deepEqual(yield* imports.rows(gone, { statuses: null, after: 0, limit: 10 }), [])
        const one = yield* makeImport(platform, [newWord(), newWord()])
        assert.deepInclude(one, {
          state: "validating",
          header: ["E-mail", odd],
          progress: { done: 0, total: 2, rowsPerSecond: null, secondsLeft: null },
        })
        assert.deepInclude(one.counts, { rows: 2, unprocessed: 2 })
        const rows = yield* imports.rows(one.id, { statuses: null, after: 2, limit: 10 })
        assert.deepEqual(
          rows.map(({ row, cells }) => [row, cells[1]]),
          [[3, odd]],
        )
        const other: ImportScope = { kind: "database-users", databaseId: crypto.randomUUID() }
        assert.strictEqual((yield* Effect.flip(imports.find(other, one.id)))._tag, "ImportNotFound")
        assert.strictEqual((yield* Effect.flip(imports.find(platform, "nothing")))._tag, "ImportNotFound")
        assert.isTrue((yield* imports.list(platform, { limit: 500, cursor: null })).items[0]?.id === one.id)
      }),
    )

    claim(
      "are not made where rows that were staged are missing, and are once all are there",
      Effect.gen(function* () {
        const imports = yield* Imports
        const id = crypto.randomUUID()
        const rows = ["anna", "bo"].map((word, at) => ({ ...rowCells(at + 2, word), finding: null }))
        const { undoes: _, ...like } = yield* makeImport(platform, [])
        const create = imports.create({
          ...like,
          id,
          scope: platform,
          undoes: null,
          isChecked: false,
          staged: 2,
        })
        yield* imports.stage(id, rows.slice(1))
        assert.equal((yield* Effect.flip(create))._tag, "StoreUnavailable")
        assert.equal((yield* Effect.flip(imports.find(platform, id)))._tag, "ImportNotFound")
        yield* imports.stage(id, rows)
        assert.equal((yield* create).counts.rows, 2)
      }),
    )

    claim(
      "keep what was found in rows as they were staged, but for twins, and go on with a validation where it was",
      Effect.gen(function* () {
        const imports = yield* Imports
        const work = yield* ImportWork
        const [twin, single, other] = [newWord(), newWord(), newWord()]
        const staged = [twin, single, twin].map((word, at) => ({
          ...rowCells(at + 2, word),
          finding: finding(at + 2, "valid"),
        }))
        const wrong = { ...rowCells(5, other), finding: finding(5, "invalid") }
        const one = yield* importOf(platform, [...staged, wrong], { undoes: null, isChecked: true })
        assert.deepInclude(one.counts, { rows: 4, valid: 1, invalid: 1, unprocessed: 2 })
        assert.deepInclude(one, { progress: { done: 2, total: 4, rowsPerSecond: null, secondsLeft: null } })
        assert.strictEqual(one.plan.created, 1)
        const left = yield* imports.rows(one.id, { statuses: ["unprocessed"], after: 0, limit: 9 })
        assert.deepEqual(
          left.map(({ row, mayHaveTwin }) => [row, mayHaveTwin]),
          [
            [2, true],
            [4, true],
          ],
        )
        const first = yield* claimed(one.id)
        assert.strictEqual(first.checkedTo, 5)
        yield* work.saveFindings(first, checkedRows([finding(2, "invalid"), finding(4, "invalid")]))
        assert.deepInclude(yield* claimed(one.id), { checkedTo: 5 })
        const { counts, counted } = yield* countsAndRows(platform, one.id)
        assert.deepEqual(counted, counts)
        assert.deepInclude(counts, { valid: 1, invalid: 3, unprocessed: 0 })
        yield* imports.correctRows(platform, one.id, [
          { was: wrong.cells, becomes: { ...wrong, ...rowCells(5, single), row: 5 } },
        ])
        const [unique] = yield* imports.rows(one.id, { statuses: null, only: [3], after: 0, limit: 9 })
        assert.isTrue(unique?.mayHaveTwin)
        assert.strictEqual((yield* claimed(one.id)).checkedTo, 0)
      }),
    )

    claim(
      "move along their edges alone, and their counts add up all the way",
      Effect.gen(function* () {
        const imports = yield* Imports
        const work = yield* ImportWork
        const { id } = yield* makeImport(platform, [newWord(), newWord(), newWord()])
        assert.isTrue(Option.isNone(yield* imports.start(platform, id, "somebody")))
        const first = yield* claimed(id)
        yield* work.saveFindings(
          first,
          checkedRows([finding(2, "valid"), finding(3, "invalid"), finding(4, "conflict")]),
        )
        const refused = yield* work.settle(first, "refused")
        assert.deepInclude(refused.counts, { valid: 1, invalid: 1, conflict: 1, unprocessed: 0 })
        addUp(refused.counts)
        assert.isTrue(Option.isNone(yield* imports.start(platform, id, "somebody")))
        const out = Option.getOrThrow(yield* imports.correctRows(platform, id, [{ leaveOut: 3 }]))
        assert.deepInclude(out.counts, { valid: 1, invalid: 0, skipped: 1 })
        addUp(out.counts)
        const becomes = { ...rowCells(4, newWord()), cells: ["new", "cells"] }
        const stale = { was: ["stale"], becomes }
        assert.isTrue(Option.isNone(yield* imports.correctRows(platform, id, [{ leaveOut: 2 }, stale])))
        const [, , last] = yield* imports.rows(id, { statuses: null, after: 0, limit: 9 })
        const corrected = yield* imports.correctRows(platform, id, [
          { was: last?.cells ?? [], becomes },
          { leaveOut: 3 },
        ])
        addUp(Option.getOrThrow(corrected).counts)
        const second = yield* claimed(id)
        yield* work.saveFindings(second, checkedRows([finding(2, "valid"), finding(4, "valid")]))
        assert.strictEqual((yield* work.settle(second, "ready")).state, "ready")
        assert.strictEqual(Option.getOrThrow(yield* imports.start(platform, id, "somebody")).state, "running")
        const cancelled = Option.getOrThrow(yield* imports.cancel(platform, id))
        assert.deepInclude(cancelled, { state: "cancelled" })
        assert.deepInclude(cancelled.counts, { skipped: 1, unprocessed: 2 })
        addUp(cancelled.counts)
        assert.isTrue(Option.isNone(yield* imports.cancel(platform, id)))
      }),
    )

    claim(
      "are lost to a worker once another has them, and it writes nothing",
      Effect.gen(function* () {
        const imports = yield* Imports
        const work = yield* ImportWork
        const { id } = yield* makeImport(platform, [newWord()])
        const stale = yield* claimed(id)
        yield* claimed(id)
        const tries: ReadonlyArray<Effect.Effect<unknown, { readonly _tag: string }>> = [
          work.saveFindings(stale, checkedRows([finding(2, "valid")])),
          work.settle(stale, "ready"),
          work.writeUsers(stale, chunkUpTo(2)),
          work.grantAccesses(stale),
        ]
        for (const attempt of tries) assert.strictEqual((yield* Effect.flip(attempt))._tag, "WorkLost")
        assert.deepInclude((yield* imports.find(platform, id)).counts, { unprocessed: 1 })
      }),
    )

    claim(
      "take turns by database and then by how long they wait, and go on where they were",
      Effect.gen(function* () {
        const work = yield* ImportWork
        const next = work.claim({
          importId: null,
          worker: newWord(),
          leaseSeconds: 600,
          untriedOnly: false,
          afterOutage: false,
        })
        const upToNone = Effect.repeat(next, { until: Option.isNone })
        yield* upToNone
        const [here, there] = [yield* newDatabase, yield* newDatabase]
        const made = yield* Effect.forEach([here, here, there], (databaseId) =>
          makeImport({ kind: "database-users", databaseId }, [newWord(), newWord()]),
        )
        const [first, second, other] = made.map(({ id }) => id)
        const held = Option.getOrThrow(yield* next)
        assert.strictEqual(held.import.id, first)
        yield* work.saveFindings(held, checkedRows([finding(2, "valid")]))
        assert.isTrue(yield* work.pass(held))
        assert.isFalse(yield* work.pass(held))
        const late = yield* Effect.flip(work.saveFindings(held, checkedRows([finding(3, "valid")])))
        assert.strictEqual(late._tag, "WorkLost")
        assert.strictEqual(Option.getOrThrow(yield* next).import.id, other)
        assert.strictEqual(Option.getOrThrow(yield* next).import.id, second)
        const again = Option.getOrThrow(yield* next)
        assert.deepInclude(again, { checkedTo: 2 })
        assert.strictEqual(again.import.id, first)
        assert.isFalse(yield* work.pass(again))
        yield* work.saveFindings(again, checkedRows([finding(3, "valid")]))
        const running = yield* runningImport(platform, [newWord(), newWord()])
        yield* work.writeUsers(running, chunkUpTo(2))
        assert.deepInclude(yield* claimed(running.import.id), { ranTo: 2 })
        yield* upToNone
      }),
    )

    claim(
      "count tries that came to nothing: not an import given back, nor leases that run out in an outage, nor once rows got done",
      Effect.gen(function* () {
        const imports = yield* Imports
        const work = yield* ImportWork
        const { id } = yield* makeImport(platform, [newWord(), newWord()])
        assert.strictEqual((yield* claimed(id)).tries, 0)
        assert.strictEqual((yield* claimed(id)).tries, 1)
        const again = {
          importId: id,
          worker: newWord(),
          leaseSeconds: 0,
          untriedOnly: false,
          afterOutage: true,
        }
        const held = Option.getOrThrow(yield* work.claim(again))
        assert.strictEqual(held.tries, 1)
        yield* work.release(held)
        const late = yield* Effect.flip(work.saveFindings(held, checkedRows([finding(2, "valid")])))
        assert.strictEqual(late._tag, "WorkLost")
        const next = yield* claimed(id)
        assert.strictEqual(next.tries, 1)
        yield* work.release(held)
        const untried = { ...again, untriedOnly: true, afterOutage: false }
        assert.isTrue(Option.isNone(yield* work.claim(untried)))
        assert.strictEqual((yield* claimed(id)).tries, 2)
        yield* Effect.flip(work.saveFindings(next, checkedRows([finding(2, "valid")])))
        const third = yield* claimed(id)
        assert.strictEqual(third.tries, 3)
        assert.deepEqual((yield* imports.find(platform, id)).issues, [])
        assert.deepEqual(
          (yield* work.settle(third, "refused")).issues.map(({ code }) => code),
          ["import.set_aside"],
        )
        yield* imports.changeOptions(platform, id, { invalidRows: "skip" })
        assert.deepEqual((yield* imports.find(platform, id)).issues, [])
        assert.strictEqual((yield* claimed(id)).tries, 0)
        const last = yield* claimed(id)
        assert.strictEqual(last.tries, 1)
        yield* work.saveFindings(last, checkedRows([finding(2, "valid"), finding(3, "valid")]))
        const done = yield* claimed(id)
        assert.strictEqual(done.tries, 1)
        yield* work.saveFindings(done, checkedRows([finding(2, "valid")]))
        assert.strictEqual((yield* claimed(id)).tries, 2)
      }),
    )

    claim(
      "stay in hand while the lease is renewed, and are lost to a renewal that comes too late",
      Effect.gen(function* () {
        const work = yield* ImportWork
        const { id } = yield* makeImport(platform, [newWord()])
        const held = yield* claimed(id)
        yield* work.renew({ ...held, leaseSeconds: 600 })
        const other = { worker: newWord(), leaseSeconds: 0, untriedOnly: false, afterOutage: false }
        assert.isTrue(Option.isNone(yield* work.claim({ importId: id, ...other })))
        yield* work.renew({ ...held, leaseSeconds: 0 })
        assert.isTrue(Option.isSome(yield* work.claim({ importId: id, ...other })))
        assert.strictEqual((yield* Effect.flip(work.renew(held)))._tag, "WorkLost")
      }),
    )

    claim(
      "tell rate and time left of the work under way, whoever has it in hand, once they are known",
      Effect.gen(function* () {
        const imports = yield* Imports
        const work = yield* ImportWork
        const { id } = yield* makeImport(platform, [newWord(), newWord(), newWord()])
        yield* work.saveFindings(yield* claimed(id), checkedRows([finding(2, "valid")]))
        const paceOf = Effect.map(imports.find(platform, id), ({ progress }) => progress)
        assert.deepInclude(yield* paceOf, { done: 1, rowsPerSecond: null, secondsLeft: null })
        yield* Effect.sleep("3100 millis")
        const held = yield* claimed(id)
        const { rowsPerSecond, secondsLeft } = yield* paceOf
        assert.isTrue(rowsPerSecond !== null && rowsPerSecond > 0.1 && rowsPerSecond <= 0.33)
        assert.isTrue(secondsLeft !== null && secondsLeft >= 6 && secondsLeft < 20)
        yield* work.saveFindings(held, checkedRows([finding(3, "valid"), finding(4, "valid")]))
        const ready = yield* work.settle(held, "ready")
        assert.deepEqual(ready.progress, { done: 3, total: 3, rowsPerSecond: null, secondsLeft: null })
        yield* imports.start(platform, id, "somebody")
        yield* work.writeUsers(yield* claimed(id), chunkUpTo(2))
        assert.deepInclude(yield* paceOf, { done: 1, rowsPerSecond: null, secondsLeft: null })
      }),
    )

    claim(
      "find rows by their keys, however long, and twins where a username is another's e-mail",
      Effect.gen(function* () {
        const imports = yield* Imports
        const work = yield* ImportWork
        const [one, other] = [`${newWord()}@conformance.example`, `${newWord()}@conformance.example`]
        const long = "\u{1F469}".repeat(600)
        const keys = [
          [one, one],
          [other, one],
          [null, long],
        ] as const
        const staged = keys.map(([emailKey, usernameKey], at) => ({
          ...rowCells(at + 2, newWord()),
          emailKey,
          usernameKey,
          finding: null,
        }))
        const { id } = yield* importOf(platform, staged, { undoes: null, isChecked: true })
        const found = (emailKeys: ReadonlyArray<string>, usernameKeys: ReadonlyArray<string>) =>
          Effect.map(work.rowsWithKeys(id, { emailKeys, usernameKeys }), (rows) =>
            rows.map(({ row, emailKey, usernameKey }) => [row, emailKey, usernameKey]),
          )
        assert.deepEqual(yield* found([other], []), [[3, other, one]])
        assert.deepEqual(yield* found([], [one]), [
          [2, one, one],
          [3, other, one],
        ])
        assert.deepEqual(yield* found([], [long]), [[4, null, long]])
        assert.deepEqual(yield* found([], [other]), [])
        const rows = yield* imports.rows(id, { statuses: null, after: 0, limit: 9 })
        assert.isTrue(rows.slice(0, 2).every(({ mayHaveTwin }) => mayHaveTwin))
      }),
    )

    claim(
      "settle the chunks of a run in any order, and leave those not written unprocessed",
      Effect.gen(function* () {
        const imports = yield* Imports
        const work = yield* ImportWork
        const words = [newWord(), newWord(), newWord()]
        const chunkOf = (after: number) =>
          chunkUpTo(after + 1, { after, created: [newcomer(after + 1, words[after - 1] ?? "")] })
        const first = yield* runningImport(platform, words)
        yield* work.writeUsers(first, chunkOf(2))
        yield* work.writeUsers(first, chunkUpTo(2, { created: [newcomer(2, words[0] ?? "")] }))
        const again = yield* claimed(first.import.id)
        assert.deepInclude(again, { ranTo: 3 })
        yield* work.writeUsers(again, chunkOf(3))
        assert.deepInclude((yield* work.settle(again, "completed")).counts, { created: 3, unprocessed: 0 })
        const others = [newWord(), newWord(), newWord()]
        const second = yield* runningImport(platform, others)
        const { id } = second.import
        yield* work.writeUsers(second, chunkUpTo(3, { after: 2, created: [newcomer(3, others[1] ?? "")] }))
        assert.isBelow((yield* claimed(id)).ranTo, 2)
        yield* imports.cancel(platform, id)
        const { counts, counted } = yield* countsAndRows(platform, id)
        assert.deepEqual(counts, counted)
        assert.deepInclude(counts, { created: 1, unprocessed: 2 })
        const rows = yield* imports.rows(id, { statuses: ["created"], after: 0, limit: 9 })
        assert.deepEqual(
          rows.map(({ row }) => row),
          [3],
        )
      }),
    )

    claim(
      "make people of a chunk whole, or nobody when one of them has been taken",
      Effect.gen(function* () {
        const imports = yield* Imports
        const users = yield* PlatformUsers
        const work = yield* ImportWork
        const [taken, free] = [newWord(), newWord()]
        yield* users.create(crypto.randomUUID(), person(taken))
        const { id } = yield* makeImport(platform, [taken, free])
        const first = yield* claimed(id)
        yield* work.saveFindings(first, checkedRows([finding(2, "valid"), finding(3, "valid")]))
        yield* work.settle(first, "ready")
        yield* imports.start(platform, id, "somebody")
        const running = yield* claimed(id)
        const both = [taken, free].map((one, at) => newcomer(at + 2, one))
        const error = yield* Effect.flip(work.writeUsers(running, chunkUpTo(3, { created: both })))
        assert.strictEqual(error._tag, "FactsChanged")
        assert.lengthOf(yield* users.known({ emailKeys: [person(free).emailKey], usernameKeys: [] }), 0)
        const findings = [finding(2, "conflict")]
        yield* work.writeUsers(running, chunkUpTo(3, { created: both.slice(1), findings }))
        const done = yield* work.settle(running, "completed")
        assert.deepInclude(done.counts, { created: 1, failed: 1, unprocessed: 0 })
        assert.deepEqual(done.progress, { done: 2, total: 2, rowsPerSecond: null, secondsLeft: null })
      }),
    )

    claim(
      "change people who are the version that was found, or nobody at all, and keep what a row changed",
      Effect.gen(function* () {
        const imports = yield* Imports
        const users = yield* PlatformUsers
        const work = yield* ImportWork
        const words = [newWord(), newWord()]
        const [one, other] = yield* Effect.forEach(words, (word) =>
          users.create(crypto.randomUUID(), person(word)),
        )
        if (!one || !other) throw new Error("Two were made.")
        const running = yield* runningImport(platform, words)
        const changed = (user: PlatformUser, row: number, version: number) => ({
          userId: user.id,
          version,
          person: { ...person(words[row - 2] ?? ""), phone: odd.replaceAll(/[\0\ud800]/g, "") },
        })
        const stale = chunkUpTo(3, { updated: [changed(one, 2, 1), changed(other, 3, 7)] })
        assert.strictEqual((yield* Effect.flip(work.writeUsers(running, stale)))._tag, "FactsChanged")
        assert.deepInclude(yield* users.find(one.id), { phone: null, version: 1 })
        const findings = [
          finding(2, "valid", {
            outcome: "updated",
            userId: one.id,
            changes: { ...noChanges, fields: [{ column: "phone", before: null, after: odd }] },
          }),
          finding(3, "valid", { userId: other.id, outcome: "unchanged" }),
        ]
        yield* work.writeUsers(running, chunkUpTo(3, { updated: [changed(one, 2, 1)], findings }))
        assert.deepInclude(yield* users.find(one.id), { phone: "ab\u{1F469}", version: 2 })
        assert.deepInclude(yield* users.find(other.id), { phone: null, version: 1 })
        const done = yield* work.settle(running, "completed")
        assert.deepInclude(done.counts, { updated: 1, unchanged: 1, created: 0, valid: 0 })
        assert.deepEqual(done.plan, { created: 0, updated: 0, unchanged: 0, removed: 0 })
        const [first, second] = yield* imports.rows(done.id, { statuses: null, after: 0, limit: 9 })
        assert.deepInclude(first, { userId: one.id, outcome: "updated" })
        assert.deepEqual(first?.changes.fields, [{ column: "phone", before: null, after: odd }])
        assert.deepInclude(second, { userId: other.id, outcome: "unchanged", changes: noChanges })
      }),
    )

    claim(
      "tell beforehand what their valid rows become",
      Effect.gen(function* () {
        const imports = yield* Imports
        const work = yield* ImportWork
        const { id } = yield* makeImport(platform, [newWord(), newWord(), newWord()])
        const held = yield* claimed(id)
        yield* work.saveFindings(
          held,
          checkedRows([
            finding(2, "valid", { outcome: "updated" }),
            finding(3, "valid", { outcome: "unchanged" }),
            finding(4, "valid"),
          ]),
        )
        const ready = yield* work.settle(held, "ready")
        assert.deepEqual(ready.plan, { created: 1, updated: 1, unchanged: 1, removed: 0 })
        const again = Option.getOrThrow(yield* imports.changeOptions(platform, id, { mode: "both" }))
        assert.deepInclude(again, { mode: "both", invalidRows: "refuse", state: "validating" })
        const next = yield* claimed(id)
        yield* work.saveFindings(
          next,
          checkedRows([finding(2, "invalid"), finding(3, "valid", { outcome: "updated" })]),
        )
        const out = Option.getOrThrow(yield* imports.correctRows(platform, id, [{ leaveOut: 4 }]))
        assert.deepEqual(out.plan, { created: 0, updated: 1, unchanged: 0, removed: 0 })
      }),
    )

    claim(
      "grant all their accesses or none, find them unchanged the next time, and change them with a line for each",
      Effect.gen(function* () {
        const imports = yield* Imports
        const users = yield* PlatformUsers
        const work = yield* ImportWork
        const databaseId = yield* newDatabase
        const scope: ImportScope = { kind: "database-users", databaseId }
        const words = [newWord(), newWord()]
        const people = yield* Effect.forEach(words, (one) => users.create(crypto.randomUUID(), person(one)))
        const grant = Effect.fnUntraced(function* (departmentId: string) {
          const { id } = yield* makeImport(scope, words)
          const first = yield* claimed(id)
          yield* work.settle(first, "ready")
          yield* imports.start(scope, id, "somebody")
          const running = yield* claimed(id)
          const known = yield* (yield* Accesses).known(
            databaseId,
            people.map((one) => one.id),
          )
          yield* work.saveFindings(
            running,
            checkedRows(
              people.map((one, at) => {
                const has = known.find(({ userId }) => userId === one.id)
                const version = has?.version ?? null
                const same = has?.departmentId === departmentId
                const outcome = has === undefined ? "created" : same ? "unchanged" : "updated"
                const access = { departmentId, groupName: "G", version }
                return finding(at + 2, "valid", { userId: one.id, outcome, access })
              }),
            ),
          )
          return yield* work.grantAccesses(running)
        })
        const accesses = yield* Accesses
        const count = Effect.map(
          accesses.list(databaseId, { limit: 10, cursor: null }),
          ({ items }) => items.length,
        )
        assert.strictEqual((yield* Effect.flip(grant("gone")))._tag, "FactsChanged")
        yield* users.change(people[1]?.id ?? "", { status: "inactive" }, "superAdministrator")
        assert.strictEqual((yield* Effect.flip(grant("D")))._tag, "FactsChanged")
        assert.strictEqual(yield* count, 0)
        yield* users.change(people[1]?.id ?? "", { status: "active" }, "superAdministrator")
        const granted = yield* grant("D")
        assert.strictEqual(granted.state, "completed")
        assert.deepInclude(granted.counts, { created: 2, unprocessed: 0 })
        assert.deepInclude((yield* grant("D")).counts, { created: 0, unchanged: 2 })
        assert.strictEqual(yield* count, 2)
        const other = { departmentId: "E", name: "E", parentId: null }
        yield* (yield* Departments).create(databaseId, crypto.randomUUID(), other)
        const moved = yield* grant("E")
        assert.deepInclude(moved.counts, { created: 0, updated: 2, unchanged: 0 })
        const { items } = yield* accesses.list(databaseId, { limit: 10, cursor: null })
        assert.deepEqual(
          items.map(({ departmentId, version }) => [departmentId, version]),
          [
            ["E", 2],
            ["E", 2],
          ],
        )
        const lines = yield* (yield* Audit).list({ ...everyLine, databaseId, event: "access.changed" })
        assert.sameMembers(
          lines.items.map(({ userId }) => userId),
          people.map(({ id }) => id),
        )
        assert.deepEqual(JSON.parse(lines.items[0]?.details ?? ""), { departmentId: "E", groupName: "G" })
        assert.strictEqual(lines.items[0]?.importId, moved.id)
      }),
    )
  })
