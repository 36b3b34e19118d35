import { Effect } from "effect"
import { emailKey } from "../model/emailKey.ts"
import type { PlatformUser } from "../model/PlatformUser.ts"
import { usernameKey } from "../model/usernameKey.ts"
import { Audit, everyLine } from "../ports/Audit.ts"
import { PersonalData, UserNotDeleted, type HeldNames } from "../ports/PersonalData.ts"
import { PlatformUsers } from "../ports/PlatformUsers.ts"
import type { Actor } from "../rights/Actor.ts"
import { CurrentActor, musterActorId } from "../rights/CurrentActor.ts"
import { reaches } from "../rights/may.ts"
import { RoleAboveOwn } from "./changePlatformUser.ts"

/** How much there is of a user that anonymising them would erase. */
export const previewAnonymisation = Effect.fn("previewAnonymisation")(function* (userId: string) {
  const user = yield* (yield* PlatformUsers).find(userId)
  return yield* (yield* PersonalData).traces(userId, yield* namesOf(user))
})

/** Anonymises a deleted user whose role is not above the actor's; `version` null means whichever there is. */
export const anonymiseUser = Effect.fn("anonymiseUser")(function* (
  actor: Actor,
  userId: string,
  version: number | null,
) {
  const user = yield* (yield* PlatformUsers).find(userId)
  if (!reaches(actor.platformRole, user.platformRole)) return yield* new RoleAboveOwn()
  if (user.status !== "deleted") return yield* new UserNotDeleted()
  return yield* (yield* PersonalData).erase(userId, yield* namesOf(user), version ?? user.version)
})

/**
 * Anonymises everybody who was deleted so many days ago, each by itself. Answers how many. Who is restored or
 * changed at the same moment stays as they are.
 */
export const anonymiseDue = Effect.fn("anonymiseDue")(
  function* (days: number) {
    const data = yield* PersonalData
    const users = yield* PlatformUsers
    let anonymised = 0
    for (;;) {
      const due = yield* data.due(days, atOnce)
      const done = yield* Effect.forEach(due, (userId) =>
        Effect.gen(function* () {
          const user = yield* users.find(userId)
          yield* data.erase(userId, yield* namesOf(user), user.version)
          return 1
        }).pipe(
          Effect.catchTags({
            PlatformUserNotFound: () => Effect.succeed(0),
            UserChangedMeanwhile: () => Effect.succeed(0),
            UserNotDeleted: () => Effect.succeed(0),
          }),
        ),
      )
      const count = done.reduce((sum, one) => sum + one, 0)
      anonymised += count
      if (due.length < atOnce || count === 0) return anonymised
    }
  },
  Effect.provideService(CurrentActor, musterActorId),
)

const atOnce = 50

/** What the user is called, and was: the audit tells what changed. */
const namesOf = Effect.fnUntraced(function* (user: PlatformUser) {
  const audit = yield* Audit
  const emails = new Set([user.email])
  const usernames = new Set([user.username])
  let cursor: string | null = null
  do {
    const page: Effect.Success<ReturnType<typeof audit.list>> = yield* audit.list({
      ...everyLine,
      userId: user.id,
      limit: 500,
      cursor,
    })
    for (const { personal } of page.items) {
      const { email, changes } = personalOf(personal)
      for (const text of [email, ...(changes?.email ?? [])]) if (text) emails.add(text)
      for (const text of changes?.username ?? []) if (text) usernames.add(text)
    }
    cursor = page.nextCursor
  } while (cursor !== null)
  const names: HeldNames = {
    emailKeys: keysOf(emails, emailKey),
    usernameKeys: keysOf([...usernames, ...emails], usernameKey),
    texts: [...new Set([...emails, ...usernames])],
  }
  return names
})

interface Personal {
  readonly email?: string
  readonly changes?: Readonly<Record<string, ReadonlyArray<string | null>>>
}

const personalOf = (personal: string | null) => (personal === null ? {} : JSON.parse(personal)) as Personal

const keysOf = (texts: Iterable<string>, key: (text: string) => string | null) =>
  [...texts].flatMap((text) => key(text) ?? [])
