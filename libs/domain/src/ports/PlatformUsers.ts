import { Context, Schema, type Effect } from "effect"
import type { BoundUser } from "../model/BoundUser.ts"
import type { Origin } from "../model/Origin.ts"
import type { Page, PageRequest } from "../model/Page.ts"
import type { NewPlatformUser, PlatformRole, PlatformUser, UserStatus } from "../model/PlatformUser.ts"
import type { CurrentActor } from "../rights/CurrentActor.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/** Everybody the platform knows. Canonical keys of e-mail and username are unique, deleted users included. */
export class PlatformUsers extends Context.Service<
  PlatformUsers,
  {
    readonly find: (id: string) => Effect.Effect<PlatformUser, PlatformUserNotFound | StoreUnavailable>
    /** What created a user: a row of a file, or (null) somebody by hand. */
    readonly origin: (id: string) => Effect.Effect<Origin | null, PlatformUserNotFound | StoreUnavailable>
    /** In order of the e-mail's canonical key. */
    readonly list: (query: UserQuery) => Effect.Effect<Page<PlatformUser>, StoreUnavailable>
    /** Whoever has one of the keys. */
    readonly known: (keys: PersonKeys) => Effect.Effect<ReadonlyArray<KnownPerson>, StoreUnavailable>
    /** Those with these ids, each with what binds them to the platform. */
    readonly bound: (ids: ReadonlyArray<string>) => Effect.Effect<ReadonlyArray<BoundUser>, StoreUnavailable>
    /** Active, with role `none`. The same id again answers the user that is there. */
    readonly create: (
      id: string,
      user: NewPlatformUser,
    ) => Effect.Effect<PlatformUser, PersonTaken | StoreUnavailable, CurrentActor>
    /**
     * Changes a user whose role is `reach` or less; one above it is as good as absent. The last active super
     * administrator stays what they are. Who gets another e-mail loses the links sent to the old one.
     */
    readonly change: (
      id: string,
      change: UserChange,
      reach: PlatformRole,
    ) => Effect.Effect<
      PlatformUser,
      PlatformUserNotFound | LastSuperAdministrator | PersonTaken | UserChangedMeanwhile | StoreUnavailable,
      CurrentActor
    >
  }
>()("@muster/domain/ports/PlatformUsers") {}

/** What of a user changes, and which version of them it is meant for; absent: whichever there is. */
export interface UserChange {
  readonly status?: UserStatus
  readonly platformRole?: PlatformRole
  readonly person?: NewPlatformUser
  readonly version?: number
}

/** `search` is folded text that must be found in the user's (`isFound`). Nulls ask for everybody. */
export interface UserQuery extends PageRequest {
  readonly search: string | null
  readonly status: UserStatus | null
  readonly role: PlatformRole | null
  /** An id asks for those with access there, `none` for those without any. */
  readonly database: string | null
  /** Those who were invited and have no way to sign in yet. */
  readonly standing: "invited" | null
  /** Those whom this import created. */
  readonly importId: string | null
}

export interface PersonKeys {
  readonly emailKeys: ReadonlyArray<string>
  readonly usernameKeys: ReadonlyArray<string>
}

export interface KnownPerson extends PlatformUser {
  readonly emailKey: string
  readonly usernameKey: string
}

export class PlatformUserNotFound extends Schema.TaggedError<PlatformUserNotFound>()("PlatformUserNotFound", {
  id: Schema.String,
}) {
  override get message() {
    return "There is no such platform user."
  }
}

/** The user is not the version any more that the change was meant for. */
export class UserChangedMeanwhile extends Schema.TaggedError<UserChangedMeanwhile>()(
  "UserChangedMeanwhile",
  {},
) {
  override get message() {
    return "The user was changed meanwhile."
  }
}

/** Without this user nobody could administer the platform. */
export class LastSuperAdministrator extends Schema.TaggedError<LastSuperAdministrator>()(
  "LastSuperAdministrator",
  {},
) {
  override get message() {
    return "The last super administrator cannot be removed or demoted."
  }
}

/** Somebody took the e-mail or the username between the check and the write. */
export class PersonTaken extends Schema.TaggedError<PersonTaken>()("PersonTaken", {}) {
  override get message() {
    return "The e-mail or the username has just been taken."
  }
}
