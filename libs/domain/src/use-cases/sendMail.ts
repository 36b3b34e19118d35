import { Duration, Effect, Option, Schedule } from "effect"
import { tellMail } from "../messages/tellMail.ts"
import { Mailer } from "../ports/Mailer.ts"
import { Outbox } from "../ports/Outbox.ts"

export interface MailOptions {
  /** Where browsers reach Muster: what links begin with. */
  readonly origin: string
  /** A new secret, and what is kept of it. */
  readonly newToken: () => { readonly token: string; readonly tokenHash: string }
  /** How often the outbox is looked into when it was empty. */
  readonly lookEvery: Duration.Input
}

/** For how long a mail is in the hands of one process. */
const leaseSeconds = 60

/**
 * Sends what waits in the outbox, one mail after another, for ever. One that the server does not take now waits
 * and is tried again; a process that ends in the middle leaves it to the next one, under the same id.
 */
export const sendMail = (options: MailOptions) =>
  sendNext(options).pipe(
    Effect.repeat({ while: (sent) => sent }),
    Effect.catchTag("StoreUnavailable", () => Effect.void),
    Effect.repeat(Schedule.spaced(options.lookEvery)),
  )

const sendNext = Effect.fn("sendNext")(function* ({ origin, newToken }: MailOptions) {
  const outbox = yield* Outbox
  const mailer = yield* Mailer
  const { token, tokenHash } = newToken()
  const due = yield* outbox.take({ tokenHash, leaseSeconds })
  if (Option.isNone(due)) return false
  const { id, purpose, user } = due.value
  yield* mailer.send({ id, ...tellMail(purpose, user, origin, token) }).pipe(
    Effect.andThen(outbox.settle(id, "delivered")),
    Effect.catchTag("MailBounced", () => outbox.settle(id, "bounced")),
    Effect.catchTag("MailDelayed", () => outbox.postpone(id)),
    Effect.uninterruptible,
  )
  return true
})
