import { totp } from "@muster/conformance/totp"
import postgres from "postgres"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshStore, startMuster, type Muster } from "./startMuster.ts"

let muster: Muster
let url: string
const [first, second] = ["nine green bottles", "ten green bottles, hanging"]
const sue = { email: "sue@staff.example", firstName: "Sue", lastName: "Staff" }

/** Asks as the browser with the cookie would. */
const call = async (method: string, path: string, cookie = "", body?: unknown) => {
  const response = await fetch(`${muster.address}/api/v1/${path}`, {
    method,
    headers: { cookie, "User-Agent": "Tester", ...(body ? { "Content-Type": "application/json" } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const text = await response.text()
  return {
    status: response.status,
    cookie: response.headers.getSetCookie()[0]?.split(";")[0] ?? "",
    json: (text === "" ? {} : JSON.parse(text)) as Record<string, unknown>,
  }
}
const signIn = (password: string, code?: string) =>
  call("POST", "session", "", { identifier: sue.email, password, ...(code === undefined ? {} : { code }) })
const isIn = async (cookie: string) => (await call("GET", "session", cookie)).status === 200
const sessionsOf = async (cookie: string) =>
  (await call("GET", "account", cookie)).json["sessions"] as ReadonlyArray<{
    readonly id: string
    readonly current: boolean
    readonly userAgent: string
  }>

beforeAll(async () => {
  url = await freshStore()
  muster = await startMuster({ DATABASE_URL: url })
  const token = new URL(await muster.setUpLink()).hash.slice(1)
  await call("POST", "set-up", "", { ...sue, token, password: first })
})
afterAll(() => muster.stop())

describe("one's own sessions", () => {
  it("are listed, ended one by one, and all at once", async () => {
    const [here, there] = [await signIn(first), await signIn(first)]
    const sessions = await sessionsOf(here.cookie)
    expect(sessions.filter(({ current }) => current)).toHaveLength(1)
    expect(sessions[0]).toMatchObject({ userAgent: "Tester" })
    const [other] = (await sessionsOf(there.cookie)).filter(({ current }) => current)
    expect((await call("DELETE", `account/sessions/${other?.id}`, here.cookie)).status).toBe(204)
    expect([await isIn(here.cookie), await isIn(there.cookie)]).toEqual([true, false])
    expect((await call("DELETE", `account/sessions/${other?.id}`, here.cookie)).json).toMatchObject({
      code: "session.not_found",
    })
    expect((await call("DELETE", "account/sessions", here.cookie)).status).toBe(204)
    expect(await isIn(here.cookie)).toBe(false)
  })

  it("end when nobody uses them for an hour, and stay while somebody does", async () => {
    const sql = postgres(url, { max: 1 })
    const { cookie } = await signIn(first)
    await sql`update sessions set updated_at = now() - interval '59 minutes'`
    expect(await isIn(cookie)).toBe(true)
    const [seen] = await sql`select bool_and(updated_at > now() - interval '1 minute') as now from sessions`
    expect(seen?.["now"]).toBe(true)
    await sql`update sessions set updated_at = now() - interval '61 minutes'`
    expect(await isIn(cookie)).toBe(false)
    await sql.end()
  })
})

describe("one's own password", () => {
  it("is changed by whoever knows it, and ends every other session", async () => {
    const [here, there] = [await signIn(first), await signIn(first)]
    const change = (password: string, newPassword: string) =>
      call("POST", "account/password", here.cookie, { password, newPassword })
    expect((await change("not the password", second)).json).toMatchObject({
      code: "password.wrong",
      status: 422,
    })
    expect((await change(first, "passwordpassword")).json).toMatchObject({ code: "password.common" })
    expect((await change(first, second)).status).toBe(204)
    expect([await isIn(here.cookie), await isIn(there.cookie)]).toEqual([true, false])
    expect((await signIn(first)).json).toMatchObject({ code: "sign_in.wrong" })
    expect((await signIn(second)).status).toBe(201)
  })
})

/** The code that an authenticator app shows (RFC 6238 with SHA-1, six digits, thirty seconds). */
const codeAt = (uri: string, millis?: number) => totp(new URL(uri).searchParams.get("secret") ?? "", millis)

describe("a second factor", () => {
  it("is asked for once it is confirmed, until it is turned off", async () => {
    const { cookie } = await signIn(second)
    const enrol = (password: string) => call("POST", "account/second-factor", cookie, { password })
    expect((await enrol("not the password")).json).toMatchObject({ code: "password.wrong" })
    const { uri, recoveryCodes } = (await enrol(second)).json as {
      uri: string
      recoveryCodes: ReadonlyArray<string>
    }
    expect(uri).toMatch(/^otpauth:\/\/totp\/Muster/)
    expect(recoveryCodes).toHaveLength(10)
    expect((await signIn(second)).status).toBe(201)

    const confirm = (code: string) => call("POST", "account/second-factor/confirm", cookie, { code })
    const old = codeAt(uri, Date.now() - 600_000)
    expect((await confirm(old)).json).toMatchObject({ code: "code.wrong" })
    const confirmed = await confirm(codeAt(uri))
    expect(confirmed.status).toBe(204)
    expect((await call("GET", "account", confirmed.cookie)).json).toMatchObject({ secondFactor: true })

    expect((await signIn(second)).json).toMatchObject({ code: "sign_in.code_needed", status: 401 })
    expect((await signIn(second)).cookie).toBe("")
    expect((await signIn("not the password", codeAt(uri))).json).toMatchObject({ code: "sign_in.wrong" })
    expect((await signIn(second, old)).json).toMatchObject({ code: "sign_in.code_wrong" })
    const entered = await signIn(second, codeAt(uri))
    expect([entered.status, await isIn(entered.cookie)]).toEqual([201, true])

    const [recovery = ""] = recoveryCodes
    expect((await signIn(second, recovery)).status).toBe(201)
    expect((await signIn(second, recovery)).json).toMatchObject({ code: "sign_in.code_wrong" })

    const off = (password: string) => call("POST", "account/second-factor/off", entered.cookie, { password })
    expect((await off("not the password")).json).toMatchObject({ code: "password.wrong" })
    expect((await off(second)).status).toBe(204)
    expect((await signIn(second)).status).toBe(201)
  })
})

it("the audit tells of sessions, passwords and second factors", async () => {
  const { cookie } = await signIn(second)
  const told = async (event: string) =>
    ((await call("GET", `audit?event=${event}`, cookie)).json["items"] as ReadonlyArray<unknown>).length
  for (const event of ["session.began", "session.ended", "password.chosen"])
    expect(await told(event)).toBeGreaterThan(0)
  expect([await told("second_factor.on"), await told("second_factor.off")]).toEqual([1, 1])
  expect((await call("GET", "audit/verification", cookie)).json).toMatchObject({ faults: [] })
})
