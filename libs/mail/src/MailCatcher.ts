import type { Mail } from "@muster/domain/model/Mail"
import { Mailer } from "@muster/domain/ports/Mailer"
import { Effect, Layer } from "effect"

/** A mail that was not sent but kept, and when, in milliseconds since 1970. */
export interface CaughtMail extends Mail {
  readonly at: number
}

const kept = 200

/** Where there is no mail server: keeps the last mails in memory, for whoever tries Muster out. */
export class MailCatcher {
  readonly #mails: Array<CaughtMail> = []

  /** Newest first. */
  get mails(): ReadonlyArray<CaughtMail> {
    return this.#mails
  }

  readonly layer = Layer.succeed(Mailer, {
    send: (mail) =>
      Effect.sync(() => {
        this.#mails.unshift({ ...mail, at: Date.now() })
        this.#mails.length = Math.min(this.#mails.length, kept)
      }),
  })
}
