import { Schema } from "effect"

/** Why a mail with a link goes to somebody: to come in for the first time, or to choose a new password. */
export const MailPurpose = Schema.Literals(["invitation", "password"])
export type MailPurpose = typeof MailPurpose.Type

/** How far a mail has come. `bounced`: the mail server will never take it. */
export const MailState = Schema.Literals(["waiting", "delivered", "bounced"])
export type MailState = typeof MailState.Type

/** A mail as it goes out: plain text. */
export interface Mail {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
}
