import { Effect, Schema } from "effect"
import type { PlatformRole, UserStatus } from "../model/PlatformUser.ts"
import { PlatformUsers } from "../ports/PlatformUsers.ts"
import type { Actor } from "../rights/Actor.ts"
import { reaches } from "../rights/may.ts"
import type { ColumnName } from "../rows/Column.ts"
import { cellsOfUser } from "../rows/cellsOfUser.ts"
import { checkPerson } from "./createPlatformUser.ts"

/** The user, or the role to be granted, is above the actor's own platform role. */
export class RoleAboveOwn extends Schema.TaggedError<RoleAboveOwn>()("RoleAboveOwn", {}) {
  override get message() {
    return "It is above the actor's own platform role."
  }
}

/** The user is nobody any more, and stays so. */
export class UserAnonymised extends Schema.TaggedError<UserAnonymised>()("UserAnonymised", {}) {
  override get message() {
    return "The user was anonymised."
  }
}

/** What is to be another; a cell that is null is emptied, one that is absent stays. */
export interface WantedChange {
  readonly cells?: Readonly<Partial<Record<ColumnName, string | null>>>
  readonly status?: UserStatus
  readonly platformRole?: PlatformRole
}

/**
 * Changes a user under the same rules as a row of an import; neither their platform role nor one to be granted
 * may be above the actor's own. `version` is the one that the change is meant for, null for whichever there is.
 */
export const changePlatformUser = Effect.fn("changePlatformUser")(function* (
  actor: Actor,
  id: string,
  wanted: WantedChange,
  version: number | null = null,
) {
  const change = once(actor, id, wanted, version)
  return yield* Effect.retry(change, {
    times: 3,
    while: ({ _tag }) => _tag === "PersonTaken" || (_tag === "UserChangedMeanwhile" && version === null),
  })
})

/** Activates, deactivates, deletes or restores a user: nothing of it depends on what other users are called. */
export const changeUserStatus = (
  actor: Actor,
  id: string,
  status: UserStatus,
  version: number | null = null,
) =>
  changePlatformUser(actor, id, { status }, version).pipe(
    Effect.catchTags({ PersonTaken: Effect.die, PlatformUserRefused: Effect.die }),
  )

const once = Effect.fnUntraced(function* (
  actor: Actor,
  id: string,
  { cells, ...change }: WantedChange,
  version: number | null,
) {
  const users = yield* PlatformUsers
  const user = yield* users.find(id)
  if (user.status === "anonymised") return yield* new UserAnonymised()
  const roles = [user.platformRole, change.platformRole ?? "none"]
  if (!roles.every((role) => reaches(actor.platformRole, role))) return yield* new RoleAboveOwn()
  const person = cells && (yield* checkPerson(id, { ...cellsOfUser(user), ...withoutNulls(cells) }))
  return yield* users.change(
    id,
    { ...change, ...(person ? { person } : {}), version: version ?? user.version },
    actor.platformRole,
  )
})

const withoutNulls = (cells: Readonly<Partial<Record<string, string | null>>>) =>
  Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, cell ?? ""]))
