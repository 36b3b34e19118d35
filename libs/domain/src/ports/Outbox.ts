import { Context, type Effect, type Option } from "effect"
import type { MailPurpose, MailState } from "../model/Mail.ts"
import type { Standing } from "../model/Standing.ts"
import type { PlatformUser } from "../model/PlatformUser.ts"
import type { PlatformUserNotFound } from "./PlatformUsers.ts"
import type { LinkNotValid } from "./SignInLinks.ts"
import type { CurrentActor } from "../rights/CurrentActor.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/**
 * Mails that wait to be sent, each with a link that works once, and the links. A mail is there from the moment
 * it is asked for; its link is made when it is sent, so that no store holds one that could be used.
 */
export class Outbox extends Context.Service<
  Outbox,
  {
    /** Asks for a mail to an active user, in place of one of the same purpose that still waits. */
    readonly put: (
      userId: string,
      purpose: MailPurpose,
    ) => Effect.Effect<void, PlatformUserNotFound | StoreUnavailable, CurrentActor>
    /**
     * Asks for an invitation to each active user that a step 1 import created and who has never signed in; once
     * for each import and user. Answers how many were asked for now.
     */
    readonly inviteCreated: (importId: string) => Effect.Effect<number, StoreUnavailable, CurrentActor>
    /** How many of those an import created stand where. */
    readonly standing: (importId: string) => Effect.Effect<Standing, StoreUnavailable>
    /**
     * Takes the mail waiting longest whose time has come, with a new link in place of every earlier one of its
     * user and purpose. Nobody else takes it before the lease ends.
     */
    readonly take: (order: {
      readonly tokenHash: string
      readonly leaseSeconds: number
    }) => Effect.Effect<Option.Option<DueMail>, StoreUnavailable>
    /** The mail was handed over, or never will be. */
    readonly settle: (
      id: string,
      state: Exclude<MailState, "waiting">,
    ) => Effect.Effect<void, StoreUnavailable>
    /** Lets the mail wait before another try, longer each time. */
    readonly postpone: (id: string) => Effect.Effect<void, StoreUnavailable>
    /** Whose link it is. */
    readonly holder: (tokenHash: string) => Effect.Effect<PlatformUser, LinkNotValid | StoreUnavailable>
    /** Uses a link: the user has this password from now on, and no session begun before. */
    readonly choosePassword: (
      tokenHash: string,
      passwordHash: string,
    ) => Effect.Effect<PlatformUser, LinkNotValid | StoreUnavailable>
  }
>()("@muster/domain/ports/Outbox") {}

export interface DueMail {
  readonly id: string
  readonly purpose: MailPurpose
  readonly user: PlatformUser
}
