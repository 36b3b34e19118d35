import { Effect, Schema } from "effect"
import { statusActs, type StatusAct } from "../model/StatusAct.ts"
import {
  LastSuperAdministrator,
  PlatformUserNotFound,
  PlatformUsers,
  UserChangedMeanwhile,
} from "../ports/PlatformUsers.ts"
import { userActorId, type Actor } from "../rights/Actor.ts"
import { changeUserStatus, RoleAboveOwn } from "./changePlatformUser.ts"

/** Whoever acts on several users stays as they are themselves. */
export class IsActor extends Schema.TaggedError<IsActor>()("IsActor", {}) {
  override get message() {
    return "That is whoever acts."
  }
}

/** What became of one of the users: `unchanged` whoever has a status that the act is not meant for. */
export interface UserActed {
  readonly userId: string
  readonly outcome: "done" | "unchanged" | "refused"
  readonly reason:
    IsActor | LastSuperAdministrator | PlatformUserNotFound | RoleAboveOwn | UserChangedMeanwhile | null
}

/**
 * Does the same to several users, to each by itself: one who is refused stays, with the reason, and the others
 * do not wait for it. Answers what became of each, in their order.
 */
export const actOnUsers = Effect.fn("actOnUsers")(function* (
  actor: Actor,
  act: StatusAct,
  userIds: ReadonlyArray<string>,
) {
  return yield* Effect.forEach(userIds, (userId) => actOnUser(actor, act, userId), { concurrency: 4 })
})

const actOnUser = (actor: Actor, act: StatusAct, userId: string) => {
  const { from, to } = statusActs[act]
  const became = (outcome: UserActed["outcome"], reason: UserActed["reason"] = null): UserActed => ({
    userId,
    outcome,
    reason,
  })
  const refused = (reason: NonNullable<UserActed["reason"]>) => Effect.succeed(became("refused", reason))
  return Effect.gen(function* () {
    const { status, version } = yield* (yield* PlatformUsers).find(userId)
    if (!from.includes(status)) return became("unchanged")
    if (actor.id === userActorId(userId)) return yield* new IsActor()
    yield* changeUserStatus(actor, userId, to, version)
    return became("done")
  }).pipe(
    Effect.retry({ times: 3, while: ({ _tag }) => _tag === "UserChangedMeanwhile" }),
    Effect.catchTags({
      IsActor: refused,
      LastSuperAdministrator: refused,
      PlatformUserNotFound: refused,
      RoleAboveOwn: refused,
      UserChangedMeanwhile: refused,
    }),
  )
}
