import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import type { PlatformRole } from "../../src/model/PlatformUser.ts"
import type { UserAct } from "../../src/model/UserAct.ts"
import { PlatformUsers } from "../../src/ports/PlatformUsers.ts"
import { Outbox } from "../../src/ports/Outbox.ts"
import { installation, userActorId, type Actor } from "../../src/rights/Actor.ts"
import { actOnUsers } from "../../src/use-cases/actOnUsers.ts"
import { changePlatformUser } from "../../src/use-cases/changePlatformUser.ts"
import { createPlatformUser } from "../../src/use-cases/createPlatformUser.ts"
import { createSamplePlatform } from "../../src/use-cases/createSamplePlatform.ts"
import { platform } from "../platform.ts"

const user = Effect.fnUntraced(function* (word: string, platformRole: PlatformRole = "none") {
  const names = { email: `${word}@act.example`, firstName: word, lastName: "Act" }
  const { id } = yield* createPlatformUser(crypto.randomUUID(), names)
  if (platformRole !== "none") yield* changePlatformUser(installation, id, { platformRole })
  return id
})

const administrator = (id: string): Actor => ({
  ...installation,
  id: userActorId(id),
  userId: id,
  platformRole: "userAdministrator",
})

/** What became of each, in words. */
const acted = (act: UserAct, userIds: ReadonlyArray<string>, actor: Actor = installation) =>
  Effect.map(actOnUsers(actor, act, userIds), (all) =>
    all.map(({ outcome, reason }) => reason?._tag ?? outcome).join(" "),
  )

describe("what is done to several users", () => {
  it.effect("spares whoever acts and whoever is above them", () =>
    Effect.gen(function* () {
      const [me, boss, other] = [
        yield* user("me", "userAdministrator"),
        yield* user("boss", "superAdministrator"),
        yield* user("other"),
      ]
      const all = [me, boss, other, "nobody"]
      const as = administrator(me)
      assert.strictEqual(
        yield* acted({ act: "delete" }, all, as),
        "IsActor RoleAboveOwn done PlatformUserNotFound",
      )
      assert.strictEqual(
        yield* acted({ act: "change", change: { platformRole: "none" } }, [me, boss], as),
        "IsActor RoleAboveOwn",
      )
      assert.strictEqual(
        yield* acted({ act: "change", change: { platformRole: "superAdministrator" } }, [other], as),
        "RoleAboveOwn",
      )
      assert.strictEqual(yield* acted({ act: "change", change: { phone: "+46 1" } }, [me], as), "done")
    }).pipe(Effect.provide(platform)),
  )

  it.effect("changes a field under the rules of a row, and nothing where it is so already", () =>
    Effect.gen(function* () {
      const ids = [yield* user("ann"), yield* user("bo")]
      const swedish: UserAct = {
        act: "change",
        change: { languageCode: "sv", platformRole: "userProvisioner" },
      }
      assert.strictEqual(yield* acted(swedish, ids), "done done")
      assert.strictEqual(yield* acted(swedish, ids), "unchanged unchanged")
      const users = yield* PlatformUsers
      const { languageCode, platformRole, version } = yield* users.find(ids[0] ?? "")
      assert.deepEqual([languageCode, platformRole, version], ["sv", "userProvisioner", 2])
      assert.strictEqual(
        yield* acted({ act: "change", change: { languageCode: "svenska!" } }, ids),
        "PlatformUserRefused PlatformUserRefused",
      )
      assert.strictEqual(yield* acted({ act: "change", change: { languageCode: null } }, ids), "done done")
    }).pipe(Effect.provide(platform)),
  )

  it.effect("invites whoever is active and has no way to sign in", () =>
    Effect.gen(function* () {
      const ids = [yield* user("ann"), yield* user("bo"), yield* user("cia")]
      yield* acted({ act: "deactivate" }, ids.slice(1, 2))
      const outbox = yield* Outbox
      assert.strictEqual(yield* acted({ act: "invite" }, ids), "done unchanged done")
      yield* outbox.take({ tokenHash: "hash", leaseSeconds: 10 })
      const { id } = yield* outbox.choosePassword("hash", "password")
      assert.strictEqual(
        yield* acted({ act: "invite" }, ids),
        ids.map((one, at) => (one === id || at === 1 ? "unchanged" : "done")).join(" "),
      )
    }).pipe(Effect.provide(platform)),
  )

  it.effect("gives access under the rules of a row of step 2", () =>
    Effect.gen(function* () {
      const [database] = yield* createSamplePlatform()
      const ids = [yield* user("ann"), yield* user("bo")]
      const reader = {
        act: "giveAccess",
        databaseId: database?.id ?? "",
        departmentId: "00101",
        groupName: "Reader",
      } as const
      yield* acted({ act: "deactivate" }, ids.slice(1))
      assert.strictEqual(yield* acted(reader, ids), "done AccessRefused")
      assert.strictEqual(yield* acted(reader, ids), "unchanged AccessRefused")
      const elsewhere = { ...reader, departmentId: "nowhere" }
      assert.strictEqual(yield* acted(elsewhere, ids), "AccessRefused AccessRefused")
      const raising = { ...reader, groupName: "Administrator" }
      const third = [yield* user("cia")]
      assert.strictEqual(yield* acted(raising, third, administrator("x")), "AccessRefused")
      const missing = yield* Effect.flip(acted({ ...reader, databaseId: crypto.randomUUID() }, ids))
      assert.strictEqual(missing._tag, "DatabaseNotFound")
    }).pipe(Effect.provide(platform)),
  )
})
