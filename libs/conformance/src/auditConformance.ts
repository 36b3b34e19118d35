import { assert, describe } from "@effect/vitest"
import type { AuditEvent } from "@muster/domain/audit/AuditLine"
import { ApiKeys } from "@muster/domain/ports/ApiKeys"
import { Audit, type AuditQuery } from "@muster/domain/ports/Audit"
import { Departments } from "@muster/domain/ports/Departments"
import { Imports } from "@muster/domain/ports/Imports"
import { ImportWork } from "@muster/domain/ports/ImportWork"
import { Outbox } from "@muster/domain/ports/Outbox"
import { PermissionGroups } from "@muster/domain/ports/PermissionGroups"
import { PlatformUsers } from "@muster/domain/ports/PlatformUsers"
import { installation, userActorId } from "@muster/domain/rights/Actor"
import type { CurrentActor } from "@muster/domain/rights/CurrentActor"
import { verifyAudit } from "@muster/domain/use-cases/verifyAudit"
import { Effect, Option } from "effect"
import {
  checkedRows,
  chunkUpTo,
  claimed,
  finding,
  makeImport,
  newDatabase,
  newWord,
  newcomer,
  platform,
  rowCells,
  runningImport,
} from "./importScenes.ts"
import { person } from "./person.ts"
import type { Ports } from "./portsConformance.ts"

/** Asks for all of the audit. */
export const everyLine: AuditQuery = {
  event: null,
  actor: null,
  databaseId: null,
  importId: null,
  userId: null,
  from: null,
  until: null,
  limit: 100,
  cursor: null,
}

/** What the audit tells about something, oldest first: who did what. */
const told = (about: Partial<AuditQuery>) =>
  Effect.map(
    Effect.flatMap(Audit, (audit) => audit.list({ ...everyLine, ...about })),
    ({ items }) => [...items].reverse().map(({ actor, event }): [string, AuditEvent] => [actor, event]),
  )

/** Claims about what is written down of every change. */
export const auditConformance = (
  name: string,
  claim: <E>(text: string, effect: Effect.Effect<void, E, Ports | CurrentActor>) => void,
) =>
  describe(`the audit (${name})`, () => {
    const { id: somebody } = installation

    claim(
      "has one line for each change of a user, and none where nothing changed",
      Effect.gen(function* () {
        const users = yield* PlatformUsers
        const outbox = yield* Outbox
        const id = crypto.randomUUID()
        const ann = person(newWord())
        yield* users.create(id, ann)
        yield* users.create(id, ann)
        yield* Effect.flip(users.create(crypto.randomUUID(), ann))
        yield* users.change(id, { platformRole: "userProvisioner" }, "superAdministrator")
        yield* Effect.flip(users.change(id, { status: "deleted" }, "none"))
        yield* outbox.put(id, "invitation")
        const tokenHash = newWord()
        for (;;) {
          const due = yield* outbox.take({ tokenHash, leaseSeconds: 60 })
          if (Option.isNone(due)) break
          yield* outbox.settle(due.value.id, "delivered")
          yield* outbox.settle(due.value.id, "bounced")
          if (due.value.user.id === id) break
        }
        yield* outbox.choosePassword(tokenHash, "hash")
        assert.deepEqual(yield* told({ userId: id }), [
          [somebody, "user.created"],
          [somebody, "user.changed"],
          [somebody, "mail.asked"],
          ["muster", "mail.delivered"],
          [userActorId(id), "password.chosen"],
        ])

        const keys = yield* ApiKeys
        const key = {
          id: crypto.randomUUID(),
          ownerId: id,
          name: "Payroll",
          scope: "read" as const,
          databaseId: null,
          secretHash: newWord(),
          expiresAt: new Date(Date.now() + 60_000).toISOString(),
        }
        yield* keys.create(key)
        yield* keys.create(key)
        yield* keys.revoke(id, key.id)
        yield* Effect.flip(keys.revoke(id, key.id))
        const events = (yield* told({ actor: userActorId(id) })).map(([, event]) => event)
        assert.deepEqual(events, ["password.chosen", "api_key.made", "api_key.revoked"])
      }),
    )

    claim(
      "has one line for each change of a database, its departments and groups",
      Effect.gen(function* () {
        const databaseId = yield* newDatabase
        const [departments, groups] = [yield* Departments, yield* PermissionGroups]
        yield* Effect.flip(
          departments.create(databaseId, newWord(), { departmentId: "D", name: "D", parentId: null }),
        )
        yield* Effect.flip(departments.remove(databaseId, "none"))
        yield* departments.remove(databaseId, "D")
        yield* groups.remove(databaseId, "G")
        assert.deepEqual(
          yield* told({ databaseId }),
          (
            [
              "database.created",
              "department.created",
              "group.created",
              "department.removed",
              "group.removed",
            ] as const
          ).map((event) => [somebody, event]),
        )
      }),
    )

    claim(
      "follows an import through every change of its state",
      Effect.gen(function* () {
        const [imports, work] = [yield* Imports, yield* ImportWork]
        const words = [newWord(), newWord()]
        const { id } = yield* makeImport(platform, words)
        yield* work.settle(yield* claimed(id), "refused")
        const [first = "", second = ""] = words
        const becomes = rowCells(2, first)
        yield* imports.correctRows(platform, id, [{ was: becomes.cells, becomes }])
        yield* imports.correctRows(platform, id, [{ was: ["other"], becomes }])
        yield* imports.changeOptions(platform, id, { invalidRows: "skip" })
        const held = yield* claimed(id)
        yield* work.saveFindings(held, checkedRows([finding(2, "valid"), finding(3, "valid")]))
        yield* work.settle(held, "ready")
        yield* imports.start(platform, id, "somebody")
        yield* imports.start(platform, id, "another")
        const running = yield* claimed(id)
        yield* work.writeUsers(running, chunkUpTo(2, { created: [newcomer(2, first)] }))
        yield* work.writeUsers(running, chunkUpTo(3, { findings: [finding(3, "conflict")] }))
        yield* work.settle(running, "completed")
        yield* (yield* Outbox).inviteCreated(id)
        yield* (yield* Outbox).inviteCreated(id)
        yield* imports.cancel(platform, id)
        assert.deepEqual(yield* told({ importId: id }), [
          ["conformance", "import.received"],
          ["conformance", "import.refused"],
          [somebody, "import.corrected"],
          [somebody, "import.policy_changed"],
          ["conformance", "import.ready"],
          ["somebody", "import.started"],
          ["somebody", "users.created"],
          ["somebody", "import.completed"],
          [somebody, "mails.asked"],
        ])

        const cancelled = yield* runningImport(platform, [second])
        yield* imports.cancel(platform, cancelled.import.id)
        yield* imports.cancel(platform, cancelled.import.id)
        const [last] = (yield* told({ importId: cancelled.import.id })).slice(-1)
        assert.deepEqual(last, [somebody, "import.cancelled"])
        assert.lengthOf(yield* told({ importId: cancelled.import.id, event: "import.cancelled" }), 1)
      }),
    )

    claim(
      "says when access was given, with the import's counts",
      Effect.gen(function* () {
        const databaseId = yield* newDatabase
        const scope = { kind: "database-users", databaseId } as const
        const userId = crypto.randomUUID()
        yield* (yield* PlatformUsers).create(userId, person(newWord()))
        const held = yield* runningImport(scope, [newWord()], () => ({
          userId,
          access: { departmentId: "D", groupName: "G", version: null },
        }))
        yield* (yield* ImportWork).grantAccesses(held)
        const audit = yield* Audit
        const { items } = yield* audit.list({ ...everyLine, databaseId, event: "import.completed" })
        assert.lengthOf(items, 1)
        assert.deepInclude(JSON.parse(items[0]?.details ?? ""), { rows: 1, created: 1 })
      }),
    )

    claim(
      "is a chain that fits, page by page, and fits after personal details were erased",
      Effect.gen(function* () {
        const audit = yield* Audit
        const id = crypto.randomUUID()
        const ann = person(newWord())
        yield* (yield* PlatformUsers).create(id, ann)
        const before = yield* verifyAudit()
        assert.deepEqual(before.faults, [])
        assert.strictEqual(before.lines, before.head.ordinal)
        const [line] = yield* audit.lines(before.head.ordinal - 1, 1)
        assert.strictEqual(line?.hash, before.head.hash)
        assert.match(line?.at ?? "", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)
        assert.deepEqual(JSON.parse(line?.personal ?? ""), { email: ann.email })

        assert.strictEqual(yield* audit.erase(id), 1)
        assert.strictEqual(yield* audit.erase(id), 0)
        const [erased] = yield* audit.lines(before.head.ordinal - 1, 1)
        assert.deepInclude(erased, { personal: null, salt: null, hash: before.head.hash })
        const after = yield* verifyAudit()
        assert.deepEqual(after.faults, [])
        assert.strictEqual(after.lines, before.lines + 1)

        const seen: Array<number> = []
        let cursor: string | null = null
        do {
          const page: { items: ReadonlyArray<{ ordinal: number }>; nextCursor: string | null } =
            yield* audit.list({ ...everyLine, cursor, limit: 7 })
          seen.push(...page.items.map(({ ordinal }) => ordinal))
          cursor = page.nextCursor
        } while (cursor !== null)
        assert.deepEqual(
          seen,
          Array.from({ length: after.lines }, (_, at) => after.lines - at),
        )
      }),
    )
  })
