import { randomInt } from "node:crypto"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { startIdentityProvider, type Identity } from "@muster/conformance/startIdentityProvider"
import { openBrowser } from "./browser.ts"
import { administrator, startMuster } from "./muster.ts"
import { setUp } from "./signIn.ts"
import { button, violations } from "./walk.ts"

let muster: Awaited<ReturnType<typeof startMuster>>
let provider: Awaited<ReturnType<typeof startIdentityProvider>>
let browser: Browser
beforeAll(async () => {
  const port = String(randomInt(20_000, 30_000))
  // The provider is at 127.0.0.1: another site to the browser.
  const address = `http://localhost:${port}`
  provider = await startIdentityProvider(`${address}/sign-in/return`)
  muster = await startMuster({
    HOST: "localhost",
    PORT: port,
    MUSTER_URL: address,
    MUSTER_OIDC_ISSUER: provider.issuer,
    MUSTER_OIDC_CLIENT_ID: provider.clientId,
    MUSTER_OIDC_CLIENT_SECRET: provider.clientSecret,
    MUSTER_OIDC_NAME: "Acme accounts",
  })
  browser = await openBrowser()
  await setUp(browser, muster.setUpLink)
})
afterAll(async () => {
  await browser?.close()
  await muster?.stop()
  await provider?.stop()
})

/** The page on which somebody signs in with the provider, who has not been there in this browser. */
const signInAs = async (identity: Identity) => {
  provider.signInAs(identity)
  const page = await (await browser.newContext({ locale: "en-GB", bypassCSP: true })).newPage()
  await page.goto(muster.address)
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
