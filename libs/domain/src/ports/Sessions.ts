import { Context, Schema, type Effect } from "effect"
import type { UserSession } from "../model/UserSession.ts"
import type { CurrentActor } from "../rights/CurrentActor.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/** Sessions of users who have signed in; whoever begins one knows its secret, and nothing here tells it. */
export class Sessions extends Context.Service<
  Sessions,
  {
    /** A user's sessions, newest first. */
    readonly list: (userId: string) => Effect.Effect<ReadonlyArray<UserSession>, StoreUnavailable>
    /** Keeps in mind, to the minute, that the session is in use; false when it was idle for too long. */
    readonly touch: (id: string, idleMinutes: number) => Effect.Effect<boolean, StoreUnavailable>
    readonly end: (
      userId: string,
      id: string,
    ) => Effect.Effect<void, SessionNotFound | StoreUnavailable, CurrentActor>
    /** Ends all of a user's sessions; answers how many. */
    readonly endAll: (userId: string) => Effect.Effect<number, StoreUnavailable, CurrentActor>
    /** The user's password from now on. Ends every session except the one named, and every API key. */
    readonly changePassword: (
      userId: string,
      passwordHash: string,
      except: string,
    ) => Effect.Effect<void, StoreUnavailable, CurrentActor>
  }
>()("@muster/domain/ports/Sessions") {}

export class SessionNotFound extends Schema.TaggedError<SessionNotFound>()("SessionNotFound", {
  id: Schema.String,
}) {
  override get message() {
    return "There is no such session."
  }
}
