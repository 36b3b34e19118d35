import { randomInt } from "node:crypto"
import postgres from "postgres"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { startIdentityProvider, type Identity } from "@muster/conformance/startIdentityProvider"
import { authorization, freshStore, startMuster, type Muster } from "./startMuster.ts"

let muster: Muster
let url: string
let provider: Awaited<ReturnType<typeof startIdentityProvider>>
beforeAll(async () => {
  url = await freshStore()
  const port = randomInt(20_000, 30_000)
  const address = `http://127.0.0.1:${port}`
  provider = await startIdentityProvider(`${address}/sign-in/return`)
  muster = await startMuster({
    DATABASE_URL: url,
    PORT: String(port),
    MUSTER_URL: address,
    MUSTER_OIDC_ISSUER: provider.issuer,
    MUSTER_OIDC_CLIENT_ID: provider.clientId,
    MUSTER_OIDC_CLIENT_SECRET: provider.clientSecret,
    MUSTER_OIDC_NAME: "Acme accounts",
  })
})
afterAll(async () => {
  await muster?.stop()
  await provider?.stop()
})

/** Sends a request with the cookies that this browser has from the same origin, and keeps those it gets. */
const newBrowser = () => {
  const jar = new Map<string, Map<string, string>>()
  return async (address: string, init: RequestInit = {}) => {
    const { origin } = new URL(address)
    const cookies = jar.get(origin) ?? new Map<string, string>()
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ")
    const response = await fetch(address, { ...init, redirect: "manual", headers: { cookie } })
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    jar.set(origin, cookies)
    return response
  }
}
type Browser = ReturnType<typeof newBrowser>

/** Leaves for the provider, and comes back to the last address before Muster's own. */
const comeBack = async (browser: Browser) => {
  const begun = await browser(`${muster.address}/api/v1/session/provider`, { method: "POST" })
  let at = ((await begun.json()) as { url: string }).url
  while (!at.startsWith(muster.address)) {
    const { headers } = await browser(at)
    at = new URL(headers.get("location") ?? "", at).href
  }
  return at
}
/** Where somebody ends up who signs in with the provider, and as whom. */
const signInAs = async (identity: Identity | null) => {
  provider.signInAs(identity)
  const browser = newBrowser()
  const returned = await browser(await comeBack(browser))
  const session = await browser(`${muster.address}/api/v1/session`)
  const { user } = (await session.json()) as { user?: { email: string } }
  return { location: returned.headers.get("location"), email: user?.email ?? null, browser }
}
const addUser = async (email: string) => {
  const response = await fetch(`${muster.address}/api/v1/platform/users`, {
    method: "POST",
    headers: { ...authorization, "Content-Type": "application/json" },
    body: JSON.stringify({ email, firstName: "Ann", lastName: "Ek" }),
  })
  return ((await response.json()) as { id: string }).id
}
const known = (sub: string, email: string): Identity => ({ sub, email, email_verified: true })

describe("a provider of identities", () => {
  it("is named to whoever signs in", async () => {
    const response = await fetch(`${muster.address}/api/v1/session/provider`)
    expect(await response.json()).toEqual({ name: "Acme accounts" })
  })

  it("signs in the user with the e-mail that it has verified, whatever its case", async () => {
    await addUser("Ann@Staff.example")
    const { location, email } = await signInAs(known("1", "ANN@staff.EXAMPLE"))
    expect([location, email]).toEqual(["/", "Ann@Staff.example"])
  })

  it("knows them from then on by its own id for them, not by an address that may be somebody else's", async () => {
    expect((await signInAs(known("1", "other@staff.example"))).email).toBe("Ann@Staff.example")
    expect((await signInAs(known("2", "ann@staff.example"))).location).toBe("/?signIn=unknown")
  })

  it("signs in nobody without a user, with an address it has not verified, or when they cancel", async () => {
    await addUser("bo@staff.example")
    const unverified = { sub: "3", email: "bo@staff.example", email_verified: false }
    const outcomes = [
      await signInAs(unverified),
      await signInAs(known("4", "nobody@staff.example")),
      await signInAs(null),
    ]
    expect(outcomes.map(({ location, email }) => [location, email])).toEqual([
      ["/?signIn=unknown", null],
      ["/?signIn=unknown", null],
      ["/?signIn=cancelled", null],
    ])
  })

  it("signs in no user who is deactivated, and ends sessions with them", async () => {
    const id = await addUser("cia@staff.example")
    const { browser, email } = await signInAs(known("5", "cia@staff.example"))
    expect(email).toBe("cia@staff.example")
    const deactivate = `${muster.address}/api/v1/platform/users/${id}/deactivate`
    await fetch(deactivate, { method: "POST", headers: authorization })
    expect((await browser(`${muster.address}/api/v1/session`)).status).toBe(401)
    expect((await signInAs(known("5", "cia@staff.example"))).location).toBe("/?signIn=unknown")
  })

  it("signs in no browser but the one that left, and that one once", async () => {
    provider.signInAs(known("1", "ann@staff.example"))
    const left = newBrowser()
    const address = await comeBack(left)
    expect((await newBrowser()(address)).headers.get("location")).toBe("/?signIn=failed")
    expect((await left(address)).headers.get("location")).toBe("/")
    expect((await left(address)).headers.get("location")).toBe("/?signIn=failed")
  })

  it("takes no answer that was not asked for", async () => {
    for (const query of ["", "?code=x", "?code=x&state=y", "?error=access_denied", "?state=y&state=z&more=1"])
      expect((await newBrowser()(`${muster.address}/sign-in/return${query}`)).headers.get("location")).toBe(
        "/?signIn=failed",
      )
  })

  it("leaves nothing in the store by which it could be asked again", async () => {
    const sql = postgres(url, { max: 1 })
    const kept = await sql`select * from sign_ins where provider_id = 'oidc'`
    expect(kept.length).toBe(2)
    for (const { access_token, refresh_token, id_token } of kept)
      expect([access_token, refresh_token, id_token]).toEqual([null, null, null])
    const events = await sql`select event from audit_lines where event like 'sign_in.%'`
    expect(events.map(({ event }) => event as string)).toEqual(["sign_in.linked", "sign_in.linked"])
    await sql.end()
  })

  it("that is away is said to be, and is there again when it is", async () => {
    const port = randomInt(20_000, 30_000)
    const away = await startMuster({
      DATABASE_URL: url,
      MUSTER_URL: muster.address,
      MUSTER_OIDC_ISSUER: `http://127.0.0.1:${port}`,
      MUSTER_OIDC_CLIENT_ID: provider.clientId,
      MUSTER_OIDC_CLIENT_SECRET: provider.clientSecret,
    })
    const leave = () => fetch(`${away.address}/api/v1/session/provider`, { method: "POST" })
    const refused = await leave()
    expect(refused.status).toBe(503)
    expect(refused.headers.get("retry-after")).toBe("5")
    expect(await refused.json()).toMatchObject({ code: "sign_in.provider_unavailable" })
    const late = await startIdentityProvider(`${muster.address}/sign-in/return`, port)
    expect((await leave()).status).toBe(200)
    await late.stop()
    await away.stop()
  })
})
