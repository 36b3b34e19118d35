import { Effect, Layer } from "effect"
import type { PlatformUser } from "../model/PlatformUser.ts"
import {
  LastSuperAdministrator,
  PersonTaken,
  PlatformUserNotFound,
  PlatformUsers,
  UserChangedMeanwhile,
} from "../ports/PlatformUsers.ts"
import { reaches } from "../rights/may.ts"
import { isFound } from "../model/searchText.ts"
import { CurrentActor } from "../rights/CurrentActor.ts"
import { columnsOf } from "../rows/columnsOf.ts"
import { createdByImport } from "./createdByImport.ts"
import { leaveLine } from "./leaveLine.ts"
import { MemoryState, type MemoryUser } from "./MemoryState.ts"
import { byKey, pageOf } from "./pageOf.ts"

/** The reference meaning of the port `PlatformUsers`. */
export const memoryPlatformUsers = Layer.effect(
  PlatformUsers,
  Effect.gen(function* () {
    const { users, deletedAt, imports, rows, accesses, audit, links, mails, passwords } = yield* MemoryState
    const isInvited = (id: string) =>
      !passwords.has(id) &&
      [...mails.values()].some(({ userId, purpose }) => userId === id && purpose === "invitation")
    return PlatformUsers.of({
      find: (id) =>
        Effect.suspend(() => {
          const user = users.get(id)
          return user ? Effect.succeed(toPlatformUser(user)) : Effect.fail(new PlatformUserNotFound({ id }))
        }),
      origin: (id) =>
        Effect.suspend(() => {
          if (!users.has(id)) return new PlatformUserNotFound({ id })
          for (const [importId, ofImport] of rows)
            for (const [row, { status, userId }] of ofImport)
              if (status === "created" && userId === id)
                return Effect.succeed({
                  importId,
                  row,
                  fileName: imports.get(importId)?.import.fileName ?? "",
                })
          return Effect.succeed(null)
        }),
      list: ({ search, status, role, database, standing, importId, ...page }) =>
        Effect.sync(() => {
          const created = importId === null ? null : createdByImport(rows.get(importId))
          const wanted = [...users.values()].filter(
            (user) =>
              (search === null || isFound(search, user.searchText)) &&
              (status === null || user.status === status) &&
              (role === null || user.platformRole === role) &&
              (database === null ||
                (database === "none") ===
                  !accesses.some(
                    (access) =>
                      access.userId === user.id && (database === "none" || access.databaseId === database),
                  )) &&
              (standing === null || isInvited(user.id)) &&
              (created === null || created.has(user.id)),
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
      bound: (ids) =>
        Effect.sync(() =>
          ids.flatMap((id) => {
            const user = users.get(id)
            const databases = accesses.filter(({ userId }) => userId === id).length
            return user ? [{ ...toPlatformUser(user), databases, signsIn: passwords.has(id) }] : []
          }),
        ),
      create: (id, user) =>
        Effect.flatMap(CurrentActor, (actor): ReturnType<PlatformUsers["Service"]["create"]> => {
          const there = users.get(id)
          if (there) return Effect.succeed(toPlatformUser(there))
          if (isTaken(users, user)) return Effect.fail(new PersonTaken())
          const made = { ...user, id, status: "active", platformRole: "none", version: 1 } as const
          users.set(id, made)
          leaveLine({ audit }, actor, "user.created", { userId: id, personal: { email: user.email } })
          return Effect.succeed(toPlatformUser(made))
        }),
      change: (id, { version, person, ...change }, reach) =>
        Effect.flatMap(CurrentActor, (actor): ReturnType<PlatformUsers["Service"]["change"]> => {
          const user = users.get(id)
          if (!user || !reaches(reach, user.platformRole)) return new PlatformUserNotFound({ id })
          if (version !== undefined && version !== user.version) return new UserChangedMeanwhile()
          const changed = { ...user, ...change, ...person, version: user.version + 1 }
          const rest = new Map([...users].filter(([other]) => other !== id))
          if (isTaken(rest, changed)) return new PersonTaken()
          const others = [...users.values()].filter((one) => one.id !== id && isInCharge(one))
          if (isInCharge(user) && !isInCharge(changed) && others.length === 0)
            return new LastSuperAdministrator()
          users.set(id, changed)
          if (changed.status !== "deleted") deletedAt.delete(id)
          else if (user.status !== "deleted") deletedAt.set(id, Date.now())
          if (changed.emailKey !== user.emailKey)
            for (const [hash, link] of links) if (link.userId === id) links.delete(hash)
          leaveLine({ audit }, actor, "user.changed", { userId: id, ...tellChange(user, changed) })
          return Effect.succeed(toPlatformUser(changed))
        }),
    })
  }),
)

const told = columnsOf("platform-users").map(({ name }) => name as keyof MemoryUser)

/** A change as the audit tells it: which fields, and (personal) what they were and became. */
export const tellChange = (before: MemoryUser, after: MemoryUser) => {
  const fields = told.filter((field) => before[field] !== after[field])
  const pairs = fields.map((field) => [field, [before[field], after[field]]] as const)
  return {
    details: {
      ...(before.status === after.status ? {} : { status: after.status }),
      ...(before.platformRole === after.platformRole ? {} : { platformRole: after.platformRole }),
      ...(fields.length === 0 ? {} : { fields }),
    },
    personal: { email: before.email, ...(fields.length === 0 ? {} : { changes: Object.fromEntries(pairs) }) },
  }
}

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
