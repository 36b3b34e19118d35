import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { PlatformUsers } from "../../src/ports/PlatformUsers.ts"
import { createPlatformUser } from "../../src/use-cases/createPlatformUser.ts"
import { platform } from "../platform.ts"

const ann = { email: "Ann@x.org", firstName: "Ann", lastName: "Lee", languageCode: "sv-se" }

describe("adding one person", () => {
  it.effect("keeps the rules of the import", () =>
    Effect.gen(function* () {
      const refusal = yield* Effect.flip(createPlatformUser("1", { email: "no", firstName: "" }))
      assert.strictEqual(refusal._tag, "PlatformUserRefused")
      if (refusal._tag !== "PlatformUserRefused") return
      assert.deepEqual(
        refusal.issues.map(({ code, row }) => [code, row]),
        [
          ["cell.required", null],
          ["cell.required", null],
          ["email.invalid", null],
        ],
      )
    }).pipe(Effect.provide(platform)),
  )

  it.effect("makes an active user without role, found by a folded search", () =>
    Effect.gen(function* () {
      const user = yield* createPlatformUser("1", { ...ann, lastName: "Ångström" })
      assert.deepInclude(user, {
        username: "Ann@x.org",
        languageCode: "sv-SE",
        status: "active",
        platformRole: "none",
      })
      const users = yield* PlatformUsers
      const everybody = {
        limit: 10,
        cursor: null,
        status: null,
        role: null,
        database: null,
        standing: null,
        importId: null,
      }
      assert.lengthOf((yield* users.list({ ...everybody, search: "angstrom" })).items, 1)
    }).pipe(Effect.provide(platform)),
  )

  it.effect("twice under one id makes one person, under another a conflict", () =>
    Effect.gen(function* () {
      const first = yield* createPlatformUser("1", ann)
      assert.deepEqual(yield* createPlatformUser("1", ann), first)
      const refusal = yield* Effect.flip(createPlatformUser("2", { ...ann, email: "ANN@X.ORG" }))
      assert.strictEqual(refusal._tag, "PlatformUserRefused")
    }).pipe(Effect.provide(platform)),
  )
})
