import { randomInt } from "node:crypto"
import { afterAll, beforeAll, expect, it } from "vitest"
import { startIdentityProvider, type Identity } from "@muster/conformance/startIdentityProvider"
import { administrator } from "./muster.ts"
import { musterInBrowser } from "./musterInBrowser.ts"
import { button, violations } from "./walk.ts"

let provider: Awaited<ReturnType<typeof startIdentityProvider>>
const settings: Record<string, string> = {}
beforeAll(async () => {
  const port = String(randomInt(20_000, 30_000))
  // The provider is at 127.0.0.1: another site to the browser.
  const address = `http://localhost:${port}`
  provider = await startIdentityProvider(`${address}/sign-in/return`)
  Object.assign(settings, {
    HOST: "localhost",
    PORT: port,
    MUSTER_URL: address,
    MUSTER_OIDC_ISSUER: provider.issuer,
    MUSTER_OIDC_CLIENT_ID: provider.clientId,
    MUSTER_OIDC_CLIENT_SECRET: provider.clientSecret,
    MUSTER_OIDC_NAME: "Acme accounts",
  })
})
afterAll(() => provider?.stop())
const { open } = musterInBrowser(settings)

/** The page on which somebody signs in with the provider, who has not been there in this browser. */
const signInAs = async (identity: Identity) => {
  provider.signInAs(identity)
  const page = await open("/", { storageState: { cookies: [], origins: [] } })
  await button(page, "Sign in with Acme accounts").click()
  return page
}

it("signs in with a provider of identities, on another site and back, or says why not", async () => {
  const stranger = await signInAs({ sub: "2", email: "nobody@staff.example", email_verified: true })
  await stranger.getByText("no active user here has the e-mail").waitFor()
  expect(await violations(stranger)).toEqual([])
  const page = await signInAs({ sub: "1", email: administrator.email, email_verified: true })
  await button(page, "Sign out").waitFor()
  await page.reload()
  await button(page, "Sign out").waitFor()
  expect(new URL(page.url()).search).toBe("")
})
