import { mkdir } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import type { Page } from "playwright-core"
import { openBrowser } from "../test/browser.ts"
import { administrator, authorization, startMuster } from "../test/muster.ts"
import { setUp } from "../test/signIn.ts"
import { accessSheet, faultySheet, goodSheet } from "./sampleSheets.ts"

/**
 * `npm run screenshots` walks both steps on a throw-away Muster and renews the pictures that README shows;
 * `npm run screenshots -- folder` keeps every screen in every look there.
 */
const everything = process.argv[2]
const folder = everything ?? fileURLToPath(new URL("../screenshots", import.meta.url))
const inReadme = [
  "to-correct-wide-light",
  "result-wide-light",
  "users-wide-dark",
  "to-correct-narrow-dark",
  "grid-wide-light",
]

const wide = { width: 1440, height: everything === undefined ? 760 : 900 }
const mostBytes = 200_000
const looks = [
  { name: "wide-light", ...wide, colorScheme: "light" },
  { name: "wide-dark", ...wide, colorScheme: "dark" },
  { name: "narrow-light", width: 390, height: 844, colorScheme: "light" },
  { name: "narrow-dark", width: 390, height: 844, colorScheme: "dark" },
] as const

const muster = await startMuster()
const browser = await openBrowser()
const storageState = await setUp(browser, muster.setUpLink)
const api = `${muster.address}/api/v1`
const send = async (path: string, body: string, type: string) => {
  const response = await fetch(`${api}/${path}`, {
    method: "POST",
    headers: { ...authorization, "Content-Type": type },
    body,
  })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as { readonly id: string }
}
const upload = (scope: string, name: string, sheet: string) =>
  send(`${scope}/imports?fileName=${name}`, sheet, "text/csv")

/** Follows an import until it rests. */
const rest = async (scope: string, id: string) => {
  for (;;) {
    const { state } = (await (
      await fetch(`${api}/${scope}/imports/${id}`, { headers: authorization })
    ).json()) as { state: string }
    if (state !== "validating" && state !== "running") return
  }
}
const run = async (scope: string, id: string) => {
  await rest(scope, id)
  await send(`${scope}/imports/${id}/run`, "{}", "application/json")
  await rest(scope, id)
}

interface Scene {
  readonly name: string
  readonly path: string
  readonly act?: (page: Page) => Promise<unknown>
}

const take = async (scenes: ReadonlyArray<Scene>) => {
  for (const { name: look, width, height, colorScheme } of looks) {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme,
      locale: "en-GB",
      storageState,
    })
    const page = await context.newPage()
    for (const { name, path, act } of scenes) {
      if (everything === undefined && !inReadme.includes(`${name}-${look}`)) continue
      await page.goto(muster.address + path)
      await page.getByRole("heading", { level: 1 }).waitFor()
      await page.waitForLoadState("networkidle")
      await act?.(page)
      const picture = await page.screenshot({ path: `${folder}/${name}-${look}.png`, animations: "disabled" })
      if (everything === undefined && picture.length > mostBytes)
        throw new Error(
          `${name}-${look}.png has ${picture.length} bytes; README's pictures stay below ${mostBytes}.`,
        )
    }
    await context.close()
  }
}

const chooseFile = (sheet: string) => (page: Page) =>
  page
    .locator("input[type=file]")
    .setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(sheet) })

const nextProblem = (page: Page) => page.getByRole("button", { name: "Next problem" }).click()

await mkdir(folder, { recursive: true })
await take([{ name: "first-start", path: "/" }])

await send("platform/sample", "{}", "application/json")
const { items } = (await (await fetch(`${api}/databases`, { headers: authorization })).json()) as {
  items: ReadonlyArray<{ id: string }>
}
const database = `databases/${items[0]?.id}`
await take([{ name: "no-users", path: "/platform/users" }])

const good = await upload("platform", "people.csv", goodSheet(249))
await run("platform", good.id)
const ready = await upload("platform", "new-people.csv", goodSheet(40, 249))
const faulty = await upload("platform", "autumn-intake.csv", faultySheet(300))
const refused = await upload(database, "access.csv", accessSheet(12))
const given = await upload(database, "access.csv", accessSheet(3).replaceAll(",101,", ",00101,"))
await run(database, given.id)
const part = await upload("platform", "again.csv", goodSheet(12, 243))
await run("platform", part.id)
for (const [scope, one] of [
  ["platform", ready],
  ["platform", faulty],
  [database, refused],
] as const)
  await rest(scope, one.id)

await send(`platform/imports/${part.id}/invite`, "{}", "application/json")
await take([
  { name: "users", path: "/platform/users" },
  {
    name: "menu",
    path: "/platform/users",
    act: (page) => page.locator("button[aria-haspopup]").first().click(),
  },
  { name: "add-multiple", path: "/platform/users/add-multiple" },
  { name: "file-chosen", path: "/platform/users/add-multiple", act: chooseFile(goodSheet(3)) },
  { name: "grid", path: `/platform/imports/${faulty.id}?grid=1`, act: nextProblem },
  {
    name: "file-refused",
    path: "/platform/users/add-multiple",
    act: async (page) => {
      await chooseFile(goodSheet(250))(page)
      await page.getByRole("button", { name: "Validate file" }).click()
      await page.getByRole("alert").waitFor()
    },
  },
  { name: "to-correct", path: `/platform/imports/${faulty.id}` },
  {
    name: "replace-in-all",
    path: `/${database}/imports/${refused.id}`,
    act: (page) => page.getByRole("button", { name: /Unknown department/ }).click(),
  },
  {
    name: "row-editor",
    path: `/platform/imports/${faulty.id}`,
    act: (page) => page.getByRole("button", { name: /^Edit/ }).first().click(),
  },
  { name: "account", path: "/account" },
  {
    name: "second-factor",
    path: "/account",
    act: async (page) => {
      const panel = page.locator("form", { hasText: "Second factor" })
      await panel.getByLabel("Present password").fill(administrator.password)
      await panel.getByRole("button", { name: "Set up" }).click()
      await page.getByRole("img", { name: /QR code/ }).waitFor()
    },
  },
  {
    name: "audit",
    path: "/platform/audit",
    act: async (page) => {
      await page.getByRole("button", { name: "Verify the audit" }).click()
      await page.getByRole("alert").waitFor()
    },
  },
  {
    name: "caught-mails",
    path: "/platform/caught-mails",
    act: (page) => page.locator("summary").first().click(),
  },
  { name: "ready", path: `/platform/imports/${ready.id}` },
  {
    name: "before-run",
    path: `/platform/imports/${ready.id}`,
    act: (page) => page.getByRole("button", { name: /^Create 40/ }).click(),
  },
  { name: "result", path: `/platform/imports/${part.id}` },
  { name: "give-access", path: `/platform/imports/${good.id}/give-access` },
  { name: "history", path: "/platform/imports" },
  { name: "databases", path: "/databases" },
  { name: "database-users", path: `/${database}/users` },
  { name: "import-users", path: `/${database}/users/import` },
  { name: "access-refused", path: `/${database}/imports/${refused.id}` },
  { name: "access-given", path: `/${database}/imports/${given.id}` },
  { name: "departments", path: `/${database}/departments` },
  { name: "api-keys", path: "/api-keys" },
  { name: "permission-groups", path: `/${database}/permission-groups` },
  { name: "not-found", path: "/nowhere" },
  { name: "import-not-found", path: "/platform/imports/01900000-0000-7000-8000-000000000000" },
])
await browser.close()
await muster.stop()
