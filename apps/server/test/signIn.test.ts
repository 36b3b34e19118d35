import postgres from "postgres"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { authorization, freshStore, startMuster, type Muster } from "./startMuster.ts"

let muster: Muster
let url: string
beforeAll(async () => {
  url = await freshStore()
  muster = await startMuster({ DATABASE_URL: url })
})
afterAll(() => muster.stop())

const call = async (
  method: string,
  path: string,
  { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
) => {
  const response = await fetch(`${muster.address}/api/v1/${path}`, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: (text === "" ? {} : JSON.parse(text)) as Record<string, unknown>,
  }
}
const password = "nine green bottles"
const sue = { email: "Sue@Staff.example", firstName: "Sue", lastName: "Staff" }
const cookieOf = (headers: Headers) => headers.getSetCookie()[0]?.split(";")[0] ?? ""
const signIn = (identifier: string, secret = password) =>
  call("POST", "session", { body: { identifier, password: secret } })

describe("the first administrator", () => {
  it("is made by the link that the start printed, once, with a password that can be kept", async () => {
    const token = new URL(await muster.setUpLink()).hash.slice(1)
    const setUp = (secret: string, by = token) =>
      call("POST", "set-up", { body: { ...sue, token: by, password: secret } })
    expect((await setUp("too short")).json).toMatchObject({ code: "password.too_short", status: 422 })
    expect((await setUp("passwordpassword")).json).toMatchObject({ code: "password.common" })
    expect((await setUp("sue@staff.example")).json).toMatchObject({ code: "password.personal" })
    expect((await setUp(password, "wrong")).json).toMatchObject({ code: "link.not_valid", status: 410 })

    const made = await setUp(password)
    expect(made.status).toBe(201)
    expect(made.json).toMatchObject({
      user: { email: "Sue@Staff.example" },
      platformRole: "superAdministrator",
    })
    expect(made.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^muster=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/),
    ])
    expect((await setUp(password)).json).toMatchObject({ code: "link.not_valid" })
    const second = await startMuster({ DATABASE_URL: url })
    const { lines } = await second.stop()
    expect(lines.join("\n")).not.toContain("/set-up#")
  })

  it("cannot be lost", async () => {
    const { json } = await call("GET", "session", {
      headers: { cookie: cookieOf((await signIn(sue.email)).headers) },
    })
    const { id } = json["user"] as { id: string }
    const last = { code: "user.last_super_administrator", status: 409 }
    const user = `platform/users/${id}`
    expect((await call("POST", `${user}/deactivate`, { headers: authorization })).json).toMatchObject(last)
    const demotion = { body: { platformRole: "none" }, headers: authorization }
    expect((await call("PATCH", user, demotion)).json).toMatchObject(last)
  })
})

describe("a person", () => {
  it("signs in by e-mail in any case, or by username, and out again", async () => {
    for (const identifier of ["sue@STAFF.example", "SUE@staff.example"]) {
      const cookie = cookieOf((await signIn(identifier)).headers)
      expect((await call("GET", "session", { headers: { cookie } })).status).toBe(200)
      const out = await call("DELETE", "session", { headers: { cookie } })
      expect(out.headers.getSetCookie()[0]).toMatch(/^muster=; Max-Age=0/)
      expect((await call("GET", "session", { headers: { cookie } })).json).toMatchObject({
        code: "sign_in.required",
        status: 401,
      })
    }
  })

  it("who is not known is answered as one with a wrong password", async () => {
    const answers = await Promise.all([
      signIn(sue.email, "wrong"),
      signIn("nobody@staff.example"),
      signIn("nobody"),
    ])
    const told = answers.map(({ status, json: { instance: _, ...problem } }) =>
      JSON.stringify([status, problem]),
    )
    expect(new Set(told).size).toBe(1)
    expect(told[0]).toContain("sign_in.wrong")
  })

  it("cannot make a cookie of their own, or alter one", async () => {
    const cookie = cookieOf((await signIn(sue.email)).headers)
    const [value = ""] = cookie.split("=").slice(1)
    for (const forged of [`muster=${value.slice(0, 20)}`, `muster=x${value.slice(1)}`, "muster="])
      expect((await call("GET", "session", { headers: { cookie: forged } })).status).toBe(401)
  })

  it("loses the session at once when deactivated, and does not get it back", async () => {
    const sql = postgres(url, { max: 1 })
    const cookie = cookieOf((await signIn(sue.email)).headers)
    const add = { email: "sam@staff.example", firstName: "Sam", lastName: "Staff" }
    const sam = (await call("POST", "platform/users", { body: add, headers: authorization })).json as {
      id: string
    }
    await call("PATCH", `platform/users/${sam.id}`, {
      body: { platformRole: "superAdministrator" },
      headers: authorization,
    })
    const { id } = (await call("GET", "session", { headers: { cookie } })).json["user"] as { id: string }
    await call("POST", `platform/users/${id}/deactivate`, { headers: authorization })
    expect((await call("GET", "session", { headers: { cookie } })).status).toBe(401)
    expect((await signIn(sue.email)).json).toMatchObject({ code: "sign_in.wrong" })
    await call("POST", `platform/users/${id}/activate`, { headers: authorization })
    expect((await call("GET", "session", { headers: { cookie } })).status).toBe(401)
    expect((await signIn(sue.email)).status).toBe(201)
    await sql.end()
  })

  it("gets in through a hail of wrong passwords, which are slowed", async () => {
    const tries = await Promise.all(
      Array.from({ length: 1000 }, () => signIn(sue.email, "wrong password, again")),
    )
    const slowed = tries.filter(({ status }) => status === 429)
    expect(slowed.length).toBeGreaterThan(900)
    const wait = Number(slowed.at(-1)?.headers.get("retry-after"))
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(30)
    await expect
      .poll(async () => (await signIn(sue.email)).status, { timeout: 40_000, interval: 1000 })
      .toBe(201)
  })
})

describe("the store and the log", () => {
  it("have no password and no secret of a link or key in them", async () => {
    const sql = postgres(url, { max: 1 })
    const [kept] = await sql`select string_agg(s.password, ' ') as passwords from sign_ins s`
    expect(kept?.["passwords"]).toMatch(/^\$argon2id\$/)
    expect(kept?.["passwords"]).not.toContain(password)
    await sql.end()
  })
})
