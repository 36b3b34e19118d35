import { Context, Schema, type Effect } from "effect"
import type { NewPlatformUser, PlatformUser } from "../model/PlatformUser.ts"
import type { PersonTaken } from "./PlatformUsers.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/**
 * Links that work once: each holds a token of which only the SHA-256 is kept. Using one and what it is for
 * happen together or not at all.
 */
export class SignInLinks extends Context.Service<
  SignInLinks,
  {
    /**
     * Keeps a link that makes the first super administrator, in place of an earlier one; false, and nothing
     * kept, where there is a super administrator.
     */
    readonly offerSetUp: (tokenHash: string, hours: number) => Effect.Effect<boolean, StoreUnavailable>
    /** Whether a link for set-up can be used. */
    readonly holdsSetUp: (tokenHash: string) => Effect.Effect<boolean, StoreUnavailable>
    /** Makes the first super administrator, with this password. */
    readonly setUp: (
      tokenHash: string,
      id: string,
      user: NewPlatformUser,
      passwordHash: string,
    ) => Effect.Effect<PlatformUser, LinkNotValid | PersonTaken | StoreUnavailable>
  }
>()("@muster/domain/ports/SignInLinks") {}

/** The link is unknown, was used, or has expired. */
export class LinkNotValid extends Schema.TaggedError<LinkNotValid>()("LinkNotValid", {}) {
  override get message() {
    return "The link has been used or has expired."
  }
}
