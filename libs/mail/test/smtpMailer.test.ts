import { Mailer } from "@muster/domain/ports/Mailer"
import { Effect, Redacted } from "effect"
import { SMTPServer } from "smtp-server"
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest"
import { smtpMailer } from "../src/smtpMailer.ts"

let received: Array<string> = []
let refusal: number | null = null
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo: (_, __, done) =>
    refusal === null ? done() : done(Object.assign(new Error("No."), { responseCode: refusal })),
  onData: (stream, _, done) => {
    let text = ""
    stream.on("data", (piece: Buffer) => (text += piece.toString()))
    stream.on("end", () => {
      received.push(text)
      done()
    })
  },
})
let port = 0
beforeAll(
  () =>
    new Promise<void>((resolve) => {
      const listening = server.listen(0, "127.0.0.1", () => {
        const address = listening.address()
        port = typeof address === "object" && address !== null ? address.port : 0
        resolve()
      })
    }),
)
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))
beforeEach(() => {
  received = []
  refusal = null
})

const mail = {
  id: "0f8fad5b-d9cb-469f-a165-70867728950e",
  to: "åsa@xn--smrgsbord-82a8p.example",
  subject: "Välkommen",
  text: "Hej Åsa!\n",
}
const send = (at: number, to = "asa@company.example") =>
  Effect.flatMap(Mailer, (mailer) => mailer.send({ ...mail, to })).pipe(
    Effect.provide(
      smtpMailer({ url: Redacted.make(`smtp://127.0.0.1:${at}`), from: "muster@company.example" }),
    ),
  )

it("sends a mail under its own id, its text whole", async () => {
  await Effect.runPromise(send(port))
  expect(received).toHaveLength(1)
  expect(received[0]).toContain(`Message-ID: <${mail.id}@company.example>`)
  expect(received[0]).toContain("To: asa@company.example")
  expect(received[0]).toContain("Subject: =?UTF-8?Q?V=C3=A4lkommen?=")
  expect(received[0]).toContain("Hej =C3=85sa!")
})

it("sends to one address, whatever stands in it", async () => {
  await Effect.runPromise(send(port, "asa@company.example, bea@company.example")).catch(() => undefined)
  expect(received.join("")).not.toMatch(/^To:.*bea@company\.example.*$/m)
})

it.each([
  [550, "MailBounced"],
  [451, "MailDelayed"],
])("takes a reply of %i for what it is: %s", async (code, tag) => {
  refusal = code
  expect((await Effect.runPromise(Effect.flip(send(port))))._tag).toBe(tag)
})

it("can try again later where no server is", async () => {
  expect((await Effect.runPromise(Effect.flip(send(1))))._tag).toBe("MailDelayed")
})
