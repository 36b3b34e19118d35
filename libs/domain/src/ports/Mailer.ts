import { Context, Schema, type Effect } from "effect"
import type { Mail } from "../model/Mail.ts"

/** Hands mail over to a mail server. */
export class Mailer extends Context.Service<
  Mailer,
  {
    readonly send: (mail: Mail) => Effect.Effect<void, MailBounced | MailDelayed>
  }
>()("@muster/domain/ports/Mailer") {}

/** The server will never take this mail (RFC 5321: a reply of 5yz). */
export class MailBounced extends Schema.TaggedError<MailBounced>()("MailBounced", { code: Schema.Int }) {
  override get message() {
    return `The mail server refuses the mail (${this.code}).`
  }
}

/** The server is away or asks for another try. */
export class MailDelayed extends Schema.TaggedError<MailDelayed>()("MailDelayed", {}) {
  override get message() {
    return "The mail server cannot take the mail at the moment."
  }
}
