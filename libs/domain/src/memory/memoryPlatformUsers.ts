import { Effect, Layer } from "effect"
import type { PlatformUser } from "../model/PlatformUser.ts"
import {
  LastSuperAdministrator,
  PersonTaken,
  PlatformUserNotFound,
  PlatformUsers,
} from "../ports/PlatformUsers.ts"
import { reaches } from "../rights/may.ts"
import { CurrentActor } from "../rights/CurrentActor.ts"
import { leaveLine } from "./leaveLine.ts"
import { MemoryState, type MemoryUser } from "./MemoryState.ts"
import { byKey, pageOf } from "./pageOf.ts"

/** The reference meaning of the port `PlatformUsers`. */
export const memoryPlatformUsers = Layer.effect(
  PlatformUsers,
  Effect.gen(function* () {
    const { users, accesses, audit } = yield* MemoryState
    return PlatformUsers.of({
      find: (id) =>
        Effect.suspend(() => {
          const user = users.get(id)
          return user ? Effect.succeed(toPlatformUser(user)) : Effect.fail(new PlatformUserNotFound({ id }))
        }),
      list: ({ search, status, role, database, ...page }) =>
        Effect.sync(() => {
          const wanted = [...users.values()].filter(
            (user) =>
              (search === null || user.searchText.includes(search)) &&
              (status === null || user.status === status) &&
              (role === null || user.platformRole === role) &&
              (database === null || !accesses.some((access) => access.userId === user.id)),
          )
          const { items, nextCursor } = pageOf(wanted.sort(byKey(emailKeyOf)), page, emailKeyOf)
          return { items: items.map(toPlatformUser), nextCursor }
        }),
      known: ({ emailKeys, usernameKeys }) =>
        Effect.sync(() => {
          const emails = new Set(emailKeys)
          const usernames = new Set(usernameKeys)
          return [...users.values()].filter(
            (user) => emails.has(user.emailKey) || usernames.has(user.usernameKey),
          )
        }),
      create: (id, user) =>
        Effect.flatMap(CurrentActor, (actor): ReturnType<PlatformUsers["Service"]["create"]> => {
          const there = users.get(id)
          if (there) return Effect.succeed(toPlatformUser(there))
          if (isTaken(users, user)) return Effect.fail(new PersonTaken())
          users.set(id, { ...user, id, status: "active", platformRole: "none" })
          leaveLine({ audit }, actor, "user.created", { userId: id, personal: { email: user.email } })
          return Effect.succeed(toPlatformUser({ ...user, id, status: "active", platformRole: "none" }))
        }),
      change: (id, change, reach) =>
        Effect.flatMap(CurrentActor, (actor): ReturnType<PlatformUsers["Service"]["change"]> => {
          const user = users.get(id)
          if (!user || !reaches(reach, user.platformRole)) return new PlatformUserNotFound({ id })
          const changed = { ...user, ...change }
          const others = [...users.values()].filter((one) => one.id !== id && isInCharge(one))
          if (isInCharge(user) && !isInCharge(changed) && others.length === 0)
            return new LastSuperAdministrator()
          users.set(id, changed)
          leaveLine({ audit }, actor, "user.changed", {
            userId: id,
            details: change,
            personal: { email: user.email },
          })
          return Effect.succeed(toPlatformUser(changed))
        }),
    })
  }),
)

/** Whether the user is an active super administrator. */
export const isInCharge = (user: Pick<MemoryUser, "status" | "platformRole">): boolean =>
  user.status === "active" && user.platformRole === "superAdministrator"

/** Whether somebody has the person's e-mail or username. */
export const isTaken = (
  users: ReadonlyMap<string, MemoryUser>,
  person: Pick<MemoryUser, "emailKey" | "usernameKey">,
): boolean =>
  [...users.values()].some(
    (user) => user.emailKey === person.emailKey || user.usernameKey === person.usernameKey,
  )

const emailKeyOf = (user: MemoryUser) => user.emailKey

export const toPlatformUser = ({
  emailKey: _,
  usernameKey: __,
  searchText: ___,
  ...user
}: MemoryUser): PlatformUser => user
