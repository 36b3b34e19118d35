import { Effect } from "effect"
import type { NewAccess } from "../model/Access.ts"
import { emailKey } from "../model/emailKey.ts"
import { Accesses } from "../ports/Accesses.ts"
import { PlatformUsers } from "../ports/PlatformUsers.ts"
import type { Actor } from "../rights/Actor.ts"
import { checkAccess, mayHold } from "./checkAccess.ts"

/** Gives an active user of the platform a place in a database, under the same rules as a row of an import. */
export const grantAccess = Effect.fn("grantAccess")(function* (
  actor: Actor,
  databaseId: string,
  email: string,
  access: NewAccess,
) {
  const accesses = yield* Accesses
  const key = emailKey(email.trim()) ?? ""
  const once = Effect.gen(function* () {
    const [user] = yield* (yield* PlatformUsers).known({ emailKeys: [key], usernameKeys: [] })
    const known = user && (yield* accesses.known(databaseId, [user.id]))
    yield* checkAccess(actor, databaseId, email, access, known ?? [])
    return yield* accesses.grant(databaseId, user?.id ?? "", access)
  })
  return yield* again(once)
})

/** Gives a user another place in a database; `version` null changes whichever there is. */
export const changeAccess = Effect.fn("changeAccess")(function* (
  actor: Actor,
  databaseId: string,
  userId: string,
  wanted: Partial<NewAccess>,
  version: number | null,
) {
  const accesses = yield* Accesses
  const once = Effect.gen(function* () {
    const found = yield* accesses.find(databaseId, userId)
    const { departmentId, groupName, extra } = { ...found, ...wanted }
    const next = { departmentId, groupName, extra }
    yield* mayHold(actor, databaseId, found)
    yield* checkAccess(actor, databaseId, found.email, next, [], found)
    return yield* accesses.change(databaseId, userId, next, version ?? found.version)
  })
  return yield* again(once, version)
})

/** Takes a user's access to a database away. */
export const removeAccess = Effect.fn("removeAccess")(function* (
  actor: Actor,
  databaseId: string,
  userId: string,
  version: number | null,
) {
  const accesses = yield* Accesses
  const once = Effect.gen(function* () {
    const found = yield* accesses.find(databaseId, userId)
    yield* mayHold(actor, databaseId, found)
    yield* accesses.remove(databaseId, userId, version ?? found.version)
  })
  return yield* again(once, version)
})

/** What went stale between the look and the write is looked at again; three times, then said. */
const again = <A, E extends { readonly _tag: string }, R>(
  once: Effect.Effect<A, E, R>,
  version: number | null = null,
) =>
  Effect.retry(once, {
    times: 3,
    while: ({ _tag }) =>
      _tag === "AccessNotPossible" || (_tag === "AccessChangedMeanwhile" && version === null),
  })
