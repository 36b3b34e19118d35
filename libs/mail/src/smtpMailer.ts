import { MailBounced, MailDelayed, Mailer } from "@muster/domain/ports/Mailer"
import { Effect, Layer, Redacted } from "effect"
import { createTransport } from "nodemailer"

export interface SmtpOptions {
  /** `smtp://` or `smtps://`, with user and password if the server wants them. */
  readonly url: Redacted.Redacted<string>
  /** The address mail comes from. */
  readonly from: string
}

/** How long the server may take to be reached, to greet, and between two replies, in milliseconds. */
const patience = { connectionTimeout: 5_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/**
 * Mail by SMTP, over one connection at a time. The Message-ID is the mail's id: should one be sent again after a
 * process ended between the server's taking it and our noting it, the receiver knows it for the same.
 */
export const smtpMailer = ({ url, from }: SmtpOptions) =>
  Layer.effect(
    Mailer,
    Effect.gen(function* () {
      const transport = yield* Effect.acquireRelease(
        Effect.sync(() => createTransport({ url: Redacted.value(url), ...patience })),
        (transport) => Effect.sync(() => transport.close()),
      )
      const host =
        from
          .split("@")
          .at(-1)
          ?.replace(/[^\w.-]/g, "") ?? "muster"
      return Mailer.of({
        send: ({ id, to, subject, text }) =>
          Effect.tryPromise({
            try: () =>
              transport.sendMail({
                messageId: `<${id}@${host}>`,
                from,
                to: { name: "", address: to },
                subject,
                text,
                disableFileAccess: true,
                disableUrlAccess: true,
              }),
            catch: failureOf,
          }).pipe(Effect.asVoid),
      })
    }),
  )

/** A reply of 5yz to the envelope or the message is final (RFC 5321, 4.2.1); everything else may pass. */
const failureOf = (error: unknown): MailBounced | MailDelayed => {
  const { responseCode, code } = error as { readonly responseCode?: unknown; readonly code?: unknown }
  const final = typeof responseCode === "number" && responseCode >= 500 && responseCode < 600
  return final && (code === "EENVELOPE" || code === "EMESSAGE")
    ? new MailBounced({ code: responseCode })
    : new MailDelayed()
}
