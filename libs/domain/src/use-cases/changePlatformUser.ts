import { Effect, Schema } from "effect"
import type { PlatformRole, UserStatus } from "../model/PlatformUser.ts"
import { PlatformUsers } from "../ports/PlatformUsers.ts"
import type { Actor } from "../rights/Actor.ts"
import { reaches } from "../rights/may.ts"

/** The user, or the role to be granted, is above the actor's own platform role. */
export class RoleAboveOwn extends Schema.TaggedError<RoleAboveOwn>()("RoleAboveOwn", {}) {
  override get message() {
    return "It is above the actor's own platform role."
  }
}

/** Activates, deactivates, deletes or restores a user whose platform role the actor's own reaches. */
export const changeUserStatus = Effect.fn("changeUserStatus")(function* (
  actor: Actor,
  id: string,
  status: UserStatus,
) {
  const users = yield* PlatformUsers
  yield* withinReach(actor, id)
  return yield* users.change(id, { status }, actor.platformRole)
})

/** Grants a user a platform role; neither it nor the user's present one may be above the actor's own. */
export const changePlatformRole = Effect.fn("changePlatformRole")(function* (
  actor: Actor,
  id: string,
  platformRole: PlatformRole,
) {
  const users = yield* PlatformUsers
  if (!reaches(actor.platformRole, platformRole)) return yield* new RoleAboveOwn()
  yield* withinReach(actor, id)
  return yield* users.change(id, { platformRole }, actor.platformRole)
})

const withinReach = Effect.fnUntraced(function* (actor: Actor, id: string) {
  const { platformRole } = yield* (yield* PlatformUsers).find(id)
  if (!reaches(actor.platformRole, platformRole)) return yield* new RoleAboveOwn()
})
