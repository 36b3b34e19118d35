import { Effect } from "effect"
import type { UserAct } from "../model/UserAct.ts"
import { DatabaseClosed, DatabaseNotFound, Databases } from "../ports/Databases.ts"
import type { StoreUnavailable } from "../ports/StoreUnavailable.ts"
import type { Actor } from "../rights/Actor.ts"
import { may } from "../rights/may.ts"
import { doUserAct } from "./doUserAct.ts"

/** Why somebody stays as they are. */
export type ActRefusal = Exclude<Effect.Error<ReturnType<typeof doUserAct>>, StoreUnavailable>

/** What became of one of the users: `unchanged` whoever is so already, or is not of those whom the act is for. */
export interface UserActed {
  readonly userId: string
  readonly outcome: "done" | "unchanged" | "refused"
  readonly reason: ActRefusal | null
}

/**
 * Does the same to several users, to each by itself: one who is refused stays, with the reason, and the others
 * do not wait for it. Answers what became of each, in their order. Fails only where the act is about a database
 * that the actor cannot give access to.
 */
export const actOnUsers = Effect.fn("actOnUsers")(function* (
  actor: Actor,
  act: UserAct,
  userIds: ReadonlyArray<string>,
) {
  if (act.act === "giveAccess") {
    if (may(actor, "accesses.change", act.databaseId) !== "allowed")
      return yield* new DatabaseNotFound({ id: act.databaseId })
    const { closed } = yield* (yield* Databases).find(act.databaseId)
    if (closed) return yield* new DatabaseClosed()
  }
  return yield* Effect.forEach(userIds, (userId) => actOnUser(actor, act, userId), { concurrency: 4 })
})

const actOnUser = (actor: Actor, act: UserAct, userId: string) =>
  doUserAct(actor, act, userId).pipe(
    Effect.retry({ times: 3, while: ({ _tag }) => _tag === "UserChangedMeanwhile" }),
    Effect.map((outcome): UserActed => ({ userId, outcome, reason: null })),
    Effect.catch((reason) =>
      reason._tag === "StoreUnavailable"
        ? Effect.fail(reason)
        : Effect.succeed<UserActed>({ userId, outcome: "refused", reason }),
    ),
  )
