import { Effect, Schema } from "effect"
import { noExtra, type Place } from "../model/Access.ts"
import type { PlatformUser } from "../model/PlatformUser.ts"
import { statusActs, type StatusAct } from "../model/StatusAct.ts"
import type { SharedChange, UserAct } from "../model/UserAct.ts"
import { Accesses } from "../ports/Accesses.ts"
import { Outbox } from "../ports/Outbox.ts"
import { PlatformUsers } from "../ports/PlatformUsers.ts"
import type { Actor } from "../rights/Actor.ts"
import type { ColumnName } from "../rows/Column.ts"
import { cellsOfUser } from "../rows/cellsOfUser.ts"
import { changePlatformUser, changeUserStatus } from "./changePlatformUser.ts"
import { grantAccess } from "./placeUser.ts"

/** Whoever acts on several users, by a key of theirs too, keeps their own status and role. */
export class IsActor extends Schema.TaggedError<IsActor>()("IsActor", {}) {
  override get message() {
    return "That is whoever acts."
  }
}

type Outcome = "done" | "unchanged"

/** Does one of several users what is done to all of them; `unchanged` where there is nothing to do. */
export const doUserAct = Effect.fnUntraced(function* (actor: Actor, act: UserAct, userId: string) {
  const user = yield* (yield* PlatformUsers).find(userId)
  switch (act.act) {
    case "change":
      return yield* changeAlike(actor, user, act.change)
    case "invite":
      return yield* inviteUnlessIn(user)
    case "giveAccess":
      return yield* giveAccess(actor, user, act.databaseId, act)
    default:
      return yield* changeStatus(actor, user, act.act)
  }
})

const changeStatus = Effect.fnUntraced(function* (actor: Actor, user: PlatformUser, act: StatusAct) {
  const { from, to } = statusActs[act]
  if (!from.includes(user.status)) return unchanged
  if (isSame(actor, user)) return yield* new IsActor()
  yield* changeUserStatus(actor, user.id, to, user.version)
  return done
})

const changeAlike = Effect.fnUntraced(function* (
  actor: Actor,
  user: PlatformUser,
  { platformRole = user.platformRole, ...cells }: SharedChange,
) {
  const present = cellsOfUser(user)
  const isSo = Object.entries(cells).every(
    ([name, cell]) => (cell ?? "").trim() === present[name as ColumnName],
  )
  if (isSo && platformRole === user.platformRole) return unchanged
  if (isSame(actor, user) && platformRole !== user.platformRole) return yield* new IsActor()
  yield* changePlatformUser(actor, user.id, { cells, platformRole }, user.version)
  return done
})

/** Who has a way to sign in already needs no invitation, and who is not active cannot use one. */
const inviteUnlessIn = Effect.fnUntraced(function* (user: PlatformUser) {
  const [bound] = yield* (yield* PlatformUsers).bound([user.id])
  if (user.status !== "active" || bound?.signsIn) return unchanged
  yield* (yield* Outbox).put(user.id, "invitation")
  return done
})

const giveAccess = Effect.fnUntraced(function* (
  actor: Actor,
  user: PlatformUser,
  databaseId: string,
  { departmentId, groupName }: Place,
) {
  const [present] = yield* (yield* Accesses).known(databaseId, [user.id])
  if (present?.departmentId === departmentId && present.groupName === groupName) return unchanged
  yield* grantAccess(actor, databaseId, user.email, { departmentId, groupName, extra: noExtra })
  return done
})

const isSame = (actor: Actor, { id }: PlatformUser) => actor.userId === id
const done: Outcome = "done"
const unchanged: Outcome = "unchanged"
