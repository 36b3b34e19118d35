import { Context, Schema, type Effect } from "effect"
import type { PlatformUser } from "../model/PlatformUser.ts"
import type { Traces } from "../model/Traces.ts"
import type { CurrentActor } from "../rights/CurrentActor.ts"
import type { PersonKeys, PlatformUserNotFound, UserChangedMeanwhile } from "./PlatformUsers.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/** What the store holds of people, and its erasing for good. */
export class PersonalData extends Context.Service<
  PersonalData,
  {
    /** How much there is of a user, in each place where it is. */
    readonly traces: (userId: string, names: HeldNames) => Effect.Effect<Traces, StoreUnavailable>
    /**
     * Makes a deleted user nobody (`anonymousPerson`): no access, no way to sign in, no API key, no mail; their
     * details go from the rows of imports, from the audit and from kept answers. `version` is the one meant.
     */
    readonly erase: (
      userId: string,
      names: HeldNames,
      version: number,
    ) => Effect.Effect<
      PlatformUser,
      PlatformUserNotFound | UserNotDeleted | UserChangedMeanwhile | StoreUnavailable,
      CurrentActor
    >
    /** Users who were deleted so many days ago or longer, those deleted first before the others. */
    readonly due: (days: number, limit: number) => Effect.Effect<ReadonlyArray<string>, StoreUnavailable>
  }
>()("@muster/domain/ports/PersonalData") {}

/** What a person is and was called: as canonical keys, and as it was written. */
export interface HeldNames extends PersonKeys {
  readonly texts: ReadonlyArray<string>
}

/** Only who is deleted can be anonymised. */
export class UserNotDeleted extends Schema.TaggedError<UserNotDeleted>()("UserNotDeleted", {}) {
  override get message() {
    return "The user is not deleted."
  }
}
