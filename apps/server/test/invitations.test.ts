import { SMTPServer } from "smtp-server"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { client, peopleFile } from "./client.ts"
import { authorization, freshStore, startMuster } from "./startMuster.ts"

/** What the mail server took: whom it was for and what it said, by Message-ID. */
const taken: Array<{ readonly id: string; readonly to: string; readonly text: string }> = []
/** Each mail is refused the first time it comes. */
const refused = new Set<string>()
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData: (stream, session, done) => {
    let text = ""
    stream.on("data", (piece: Buffer) => (text += piece.toString()))
    stream.on("end", () => {
      const id = /^Message-ID: <(.+?)>/m.exec(text)?.[1] ?? ""
      if (!refused.has(id)) {
        refused.add(id)
        return done(Object.assign(new Error("Later."), { responseCode: 451 }))
      }
      taken.push({
        id,
        to: session.envelope.rcptTo[0]?.address ?? "",
        text,
      })
      done()
    })
  },
})
let smtp = ""
beforeAll(
  () =>
    new Promise<void>((resolve) => {
      const listening = server.listen(0, "127.0.0.1", () => {
        const address = listening.address()
        if (typeof address === "object" && address !== null) smtp = `smtp://127.0.0.1:${address.port}`
        resolve()
      })
    }),
)
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))

describe("249 invitations", () => {
  it("each come once, through a mail server that fails half the time and a server killed twice", async () => {
    const settings = { DATABASE_URL: await freshStore(), SMTP_URL: smtp }
    let muster = await startMuster(settings)
    const { id } = await client(muster.address).upload("platform", peopleFile(249))
    await client(muster.address).run("platform", id)
    const invited = await client(muster.address).post(`platform/imports/${id}/invite`)
    expect(invited.status).toBe(202)
    for (const enough of [40, 120]) {
      await expect.poll(() => taken.length, { timeout: 60_000 }).toBeGreaterThan(enough)
      await muster.stop("SIGKILL")
      muster = await startMuster(settings)
    }
    const standing = () => client(muster.address).json(`platform/imports/${id}/invitations`)
    await expect
      .poll(standing, { timeout: 150_000, interval: 500 })
      .toMatchObject({ created: 249, delivered: 249, waiting: 0 })
    await client(muster.address).post(`platform/imports/${id}/invite`)
    expect(await standing()).toMatchObject({ delivered: 249, waiting: 0 })

    // A mail that was handed over as the server was killed comes again under the same id.
    expect(new Set(taken.map((mail) => mail.id)).size).toBe(249)
    expect(new Set(taken.map((mail) => mail.to)).size).toBe(249)
    expect(taken.length).toBeLessThanOrEqual(251)

    const last = taken.at(-1)
    const token = /choose-password#([\w-]{43})/.exec(last?.text.replace(/=\r?\n/g, "") ?? "")?.[1]
    const choose = (password: string) =>
      fetch(`${muster.address}/api/v1/password`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ token, password }),
      })
    expect((await choose("too short")).status).toBe(422)
    const chosen = await choose("nine green bottles")
    expect(chosen.status).toBe(201)
    expect(chosen.headers.getSetCookie()[0]).toMatch(/^muster=/)
    expect((await choose("nine green bottles")).status).toBe(410)
    expect(await standing()).toMatchObject({ delivered: 248, accepted: 1 })
    await muster.stop()
  }, 240_000)
})

describe("a password link", () => {
  it("is answered alike for users and for strangers, and shown to administrators where no mail is sent", async () => {
    const muster = await startMuster({ DATABASE_URL: await freshStore() })
    const { id } = await client(muster.address).upload("platform", peopleFile(1))
    await client(muster.address).run("platform", id)
    for (const identifier of ["person0@company.example", "stranger@company.example"]) {
      const response = await client(muster.address).post("password-link", { identifier })
      expect(response.status).toBe(204)
    }
    const caught = await fetch(`${muster.address}/api/v1/caught-mails`, { headers: authorization })
    expect(caught.status).toBe(403)
    const log = await muster.stop()
    expect(log.lines.join("\n")).not.toContain("person0@")
  })
})
