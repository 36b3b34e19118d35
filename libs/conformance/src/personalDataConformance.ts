import { assert, describe } from "@effect/vitest"
import { noExtra } from "@muster/domain/model/Access"
import { anonymousPerson } from "@muster/domain/model/anonymousPerson"
import { Accesses } from "@muster/domain/ports/Accesses"
import { Audit } from "@muster/domain/ports/Audit"
import { Imports } from "@muster/domain/ports/Imports"
import { Outbox } from "@muster/domain/ports/Outbox"
import { PersonalData } from "@muster/domain/ports/PersonalData"
import { PlatformUsers } from "@muster/domain/ports/PlatformUsers"
import type { CurrentActor } from "@muster/domain/rights/CurrentActor"
import { Effect } from "effect"
import { everyLine } from "./auditConformance.ts"
import { chunkUpTo, newDatabase, newWord, newcomer, platform, runningImport } from "./importScenes.ts"
import { ImportWork } from "@muster/domain/ports/ImportWork"
import { person } from "./person.ts"
import type { Ports } from "./portsConformance.ts"

/** Claims about the erasing of people. */
export const personalDataConformance = (
  name: string,
  claim: <E>(text: string, effect: Effect.Effect<void, E, Ports | CurrentActor>) => void,
) =>
  describe(`personal data (${name})`, () => {
    claim(
      "is counted and erased wherever it is, of a deleted user in the version that was meant",
      Effect.gen(function* () {
        const users = yield* PlatformUsers
        const data = yield* PersonalData
        const databaseId = yield* newDatabase
        const [word, other] = [newWord(), newWord()]
        const running = yield* runningImport(platform, [word, other])
        const created = [word, other].map((one, at) => newcomer(at + 2, one))
        yield* (yield* ImportWork).writeUsers(running, chunkUpTo(3, { created }))
        const [made] = yield* users.known({ emailKeys: [person(word).emailKey], usernameKeys: [] })
        const id = made?.id ?? ""
        yield* (yield* Accesses).grant(databaseId, id, {
          departmentId: "D",
          groupName: "G",
          extra: noExtra,
        })
        yield* (yield* Outbox).put(id, "invitation")
        const origin = { importId: running.import.id, row: 2, fileName: "people.csv" }
        assert.deepEqual(yield* users.origin(id), origin)
        const { emailKey, usernameKey, email } = person(word)
        const names = { emailKeys: [emailKey], usernameKeys: [usernameKey], texts: [email] }
        assert.strictEqual((yield* Effect.flip(data.erase(id, names, 1)))._tag, "UserNotDeleted")
        yield* users.change(id, { status: "deleted" }, "superAdministrator")
        assert.deepInclude(yield* data.traces(id, names), { accesses: 1, apiKeys: 0, importRows: 1 })
        assert.strictEqual((yield* Effect.flip(data.erase(id, names, 1)))._tag, "UserChangedMeanwhile")

        const nobody = yield* data.erase(id, names, 2)
        const { emailKey: _, usernameKey: __, searchText: ___, ...told } = anonymousPerson(id)
        assert.deepEqual(nobody, {
          ...told,
          id,
          status: "anonymised",
          platformRole: "none",
          version: 3,
        })
        assert.deepEqual(yield* users.find(id), nobody)
        const none = { accesses: 0, apiKeys: 0, importRows: 0, auditLines: 0 }
        assert.deepEqual(yield* data.traces(id, names), none)
        assert.deepEqual(yield* (yield* Accesses).ofUser(id), [])
        const rows = yield* (yield* Imports).rows(running.import.id, { statuses: null, after: 0, limit: 9 })
        assert.deepEqual(
          rows.map(({ status, cells }) => [status, cells.length > 0]),
          [
            ["created", false],
            ["created", true],
          ],
        )
        const { items } = yield* (yield* Audit).list({ ...everyLine, userId: id })
        assert.isTrue(items.every(({ personal }) => personal === null))
        const end = items.find(({ event }) => event === "user.anonymised")
        assert.deepInclude(JSON.parse(end?.details ?? ""), { accesses: 1, importRows: 1 })
        assert.strictEqual((yield* Effect.flip(data.erase(id, names, 3)))._tag, "UserNotDeleted")
        const fresh = yield* users.create(crypto.randomUUID(), person(word))
        assert.strictEqual(fresh.email, email)
        assert.isNull(yield* users.origin(fresh.id))
        for (const absent of [crypto.randomUUID(), "nobody"])
          assert.strictEqual((yield* Effect.flip(users.origin(absent)))._tag, "PlatformUserNotFound")
      }),
    )
    claim(
      "is due so many days after somebody was deleted, and not once they are restored",
      Effect.gen(function* () {
        const users = yield* PlatformUsers
        const data = yield* PersonalData
        const { id } = yield* users.create(crypto.randomUUID(), person(newWord()))
        const isDue = (days: number) => Effect.map(data.due(days, 1_000_000), (due) => due.includes(id))
        assert.isFalse(yield* isDue(0))
        yield* users.change(id, { status: "deleted" }, "superAdministrator")
        assert.isTrue(yield* isDue(0))
        assert.isFalse(yield* isDue(1))
        yield* users.change(id, { status: "active" }, "superAdministrator")
        assert.isFalse(yield* isDue(0))
        assert.strictEqual(
          (yield* Effect.flip(data.erase("nobody", { emailKeys: [], usernameKeys: [], texts: [] }, 1)))._tag,
          "PlatformUserNotFound",
        )
      }),
    )
  })
