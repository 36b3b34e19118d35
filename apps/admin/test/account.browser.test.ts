import type { BrowserContextOptions, Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { administrator } from "./muster.ts"
import { musterInBrowser } from "./musterInBrowser.ts"
import { signIn } from "./signIn.ts"
import { totp } from "@muster/conformance/totp"
import { button, overhang, violations } from "./walk.ts"

const { address, newPage } = musterInBrowser()
/** How the administrator is signed in, once that is otherwise than at the beginning. */
let signedIn: BrowserContextOptions = {}

/** A page, and what the browser itself complained of (its content security policy among it). */
const open = async (path: string, options: BrowserContextOptions = {}) => {
  const page = await newPage({ bypassCSP: false, ...signedIn, ...options })
  const complaints: Array<string> = []
  page.on("console", (line) => line.type() === "error" && complaints.push(line.text()))
  await page.goto(address() + path)
  return { page, complaints }
}
const panelOf = (page: Page, heading: string) =>
  page.locator(".panel", { has: page.getByRole("heading", { name: heading }) })

describe("somebody's own account", () => {
  it("takes a second factor, asks for its code at sign-in, and does without again", async () => {
    const { page, complaints } = await open("/account")
    const panel = panelOf(page, "Second factor")
    await panel.getByLabel("Present password").fill(administrator.password)
    await panel.getByRole("button", { name: "Set up" }).click()
    await page.getByRole("img", { name: /QR code/ }).waitFor()
    const secret = (await page.locator(".enrolment code.token").textContent()) ?? ""
    await panel.getByRole("textbox", { name: "Code" }).fill(totp(secret))
    await panel.getByRole("button", { name: "Turn on" }).click()
    await panel.getByRole("button", { name: "Turn off" }).waitFor()
    expect(complaints).toEqual([])

    const { page: other } = await open("/", { storageState: { cookies: [], origins: [] } })
    await signIn(other, administrator.email, administrator.password)
    await other.getByRole("textbox", { name: "Code" }).fill("000000")
    await button(other, "Sign in").click()
    await other.getByText("Wrong code").waitFor()
    await other.getByRole("textbox", { name: "Code" }).fill(totp(secret))
    await button(other, "Sign in").click()
    await button(other, "Sign out").waitFor()

    await page.reload()
    await panelOf(page, "Where you are signed in")
      .getByRole("row")
      .getByRole("button", { name: "Sign out" })
      .click()
    await other.reload()
    await other.getByLabel("E-mail or username").waitFor()
    await panel.getByLabel("Present password").fill(administrator.password)
    await panel.getByRole("button", { name: "Turn off" }).click()
    await panel.getByRole("button", { name: "Set up" }).waitFor()
    signedIn = { storageState: await page.context().storageState() }
  })

  it("shows no fault to people who cannot see well, and fits a telephone", async () => {
    for (const path of ["/account", "/platform/audit", "/platform/caught-mails"]) {
      const { page } = await open(path, { bypassCSP: true })
      await page.getByRole("heading", { level: 1 }).waitFor()
      await page.waitForLoadState("networkidle")
      expect(await violations(page)).toEqual([])
      await page.setViewportSize({ width: 390, height: 844 })
      expect(await overhang(page)).toBe(0)
      await page.context().close()
    }
  })
})

it("the audit tells who did what, is narrowed, and says that it is whole", async () => {
  const { page } = await open("/platform/audit")
  await page
    .getByRole("row", { name: /Sue Staff|You/ })
    .first()
    .waitFor()
  await page.getByLabel("What").selectOption({ label: "Second factor turned on" })
  await page.getByRole("row", { name: /You.*Second factor turned on/ }).waitFor()
  await button(page, "Verify the audit").click()
  await page.getByText(/All \d+ lines are as they were written/).waitFor()
})
