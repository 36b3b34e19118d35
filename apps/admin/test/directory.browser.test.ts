import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openBrowser } from "./browser.ts"
import { authorization, startMuster } from "./muster.ts"
import { setUp } from "./signIn.ts"
import { button, goTo, overhang, shoot, violations } from "./walk.ts"

let muster: Awaited<ReturnType<typeof startMuster>>
let browser: Browser
let signedIn: Awaited<ReturnType<typeof setUp>>
let database: string
beforeAll(async () => {
  muster = await startMuster()
  browser = await openBrowser()
  signedIn = await setUp(browser, muster.setUpLink)
  await ask("POST", "platform/sample")
  database = (await ask<{ items: [{ id: string }] }>("GET", "databases")).items[0].id
})
afterAll(async () => {
  await browser?.close()
  await muster?.stop()
})

const ask = async <A>(method: string, path: string, body?: unknown): Promise<A> => {
  const response = await fetch(`${muster.address}/api/v1/${path}`, {
    method,
    headers: { ...authorization, "Content-Type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return (text === "" ? null : JSON.parse(text)) as A
}
const open = async (path: string, locale = "en-GB") => {
  const context = await browser.newContext({ locale, bypassCSP: true, storageState: signedIn })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(muster.address + path)
  return page
}
const addUser = (email: string) =>
  ask<{ id: string; version: number }>("POST", "platform/users", {
    email,
    firstName: "Ann",
    lastName: "Ek",
  })

describe("a user's page", () => {
  it("adds, corrects, promotes, deactivates and tells what was done", async () => {
    const page = await open("/platform/users/add")
    await page.getByLabel("E-mail").fill("bo@people.example")
    await page.getByLabel("First name").fill("Bo")
    await page.getByLabel("Last name").fill("Ek")
    await button(page, "Add one user").click()
    await page.getByRole("heading", { level: 1, name: "Bo Ek" }).waitFor()
    await page.getByLabel("Last name").fill(" ")
    await button(page, "Save").click()
    await page.getByText("Last name is missing.").waitFor()
    await page.getByLabel("Last name").fill("Alm")
    await button(page, "Save").click()
    await page.getByRole("heading", { level: 1, name: "Bo Alm" }).waitFor()
    await page.getByText("Last name: Ek → Alm").waitFor()
    await page.getByLabel("Platform role").selectOption("User provisioner")
    await page.getByText("role: User provisioner").waitFor()
    await button(page, "Deactivate").click()
    await page.getByRole("dialog").getByRole("button", { name: "Deactivate" }).click()
    await page.getByText("status: Deactivated").waitFor()
    await button(page, "Activate").waitFor()
    await page.getByRole("link", { name: "Users" }).first().click()
    await page.getByRole("link", { name: "Bo Alm" }).waitFor()
  })

  it("overwrites nothing that somebody else saved meanwhile", async () => {
    const { id } = await addUser("cia@people.example")
    const page = await open(`/platform/users/${id}`)
    await page.getByLabel("Phone", { exact: true }).fill("+46 70 000 00 00")
    await ask("PATCH", `platform/users/${id}`, { lastName: "Other" })
    await button(page, "Save").click()
    await page.getByText("Somebody else has changed this").waitFor()
    expect(await ask("GET", `platform/users/${id}`)).toMatchObject({ lastName: "Other", phone: null })
    await expect.poll(() => page.getByLabel("Last name").inputValue()).toBe("Other")
    await button(page, "Save").click()
    await page.getByText("Phone: nothing → +46 70 000 00 00").waitFor()
    expect(await ask("GET", `platform/users/${id}`)).toMatchObject({
      lastName: "Other",
      phone: "+46 70 000 00 00",
    })
  })
})

describe("several users", () => {
  it("are chosen and changed together, by mouse and by keyboard, and whoever acts stays", async () => {
    for (const word of ["gil", "gus", "gry"]) await addUser(`${word}@people.example`)
    const page = await open("/?search=people.example")
    await page.getByRole("checkbox", { name: "Choose gil@people.example" }).check()
    await page.getByRole("checkbox", { name: "Choose gus@people.example" }).check()
    await page.getByText("Chosen: 2 users").waitFor()
    expect(await violations(page)).toEqual([])
    await shoot(page, "users-chosen")
    await button(page, "Deactivate").click()
    await page.getByRole("dialog").getByRole("button", { name: "Deactivate" }).click()
    await page.getByText("2 users changed").waitFor()
    const rows = page.getByRole("row").filter({ hasText: /gil@|gus@/ })
    await expect.poll(() => rows.getByText("Deactivated").count()).toBe(2)

    await page.goto(`${muster.address}/`)
    await goTo(page, button(page, /Choose the \d+ users shown/))
    await page.keyboard.press("Enter")
    await goTo(page, button(page, "Deactivate"))
    await page.keyboard.press("Enter")
    await page.getByRole("dialog").waitFor()
    await page.keyboard.press("Enter")
    await page.getByText(/1 user left: That is you/).waitFor()
    expect(await violations(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await overhang(page)).toBeLessThanOrEqual(0)
    await shoot(page, "users-acted-narrow")
    const gry = await ask<{ items: ReadonlyArray<object> }>("GET", "platform/users?search=gry@")
    expect(gry.items).toMatchObject([{ status: "inactive" }])
    await goTo(page, button(page, /Choose the \d+ users shown/))
    await page.keyboard.press("Enter")
    await button(page, /^Activate/).click()
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^Activate/ })
      .click()
    await page.getByText(/users changed/).waitFor()
    await page.context().close()
  })
})

describe("access by hand", () => {
  it("is given to a user suggested while typing, widened, explained and taken away by keyboard", async () => {
    const { id } = await addUser("dan@people.example")
    const page = await open(`/databases/${database}/users/add`)
    await page.getByLabel("E-mail").fill("dan@")
    await page.locator('datalist option[value="dan@people.example"]').waitFor({ state: "attached" })
    await page.getByLabel("E-mail").fill("dan@people.example")
    await page.getByLabel("Primary department").selectOption({ index: 1 })
    await page.getByLabel("Permission group").selectOption({ index: 1 })
    await page.getByRole("button", { name: "Give access" }).press("Enter")
    await page.getByRole("heading", { level: 1, name: "dan@people.example" }).waitFor()
    await page.getByRole("button", { name: "Add a department" }).press("Enter")
    await page.getByLabel("Department", { exact: true }).selectOption({ index: 1 })
    await page.getByLabel("Permission", { exact: true }).fill("report.print")
    await page.getByLabel("Permission", { exact: true }).press("Enter")
    await page.getByRole("button", { name: "Save" }).press("Enter")
    await page.getByRole("row", { name: "report.print" }).getByText("Given by hand").waitFor()
    expect(await ask("GET", `databases/${database}/users/${id}`)).toMatchObject({
      version: 2,
      extra: { departments: [{}], permissions: ["report.print"] },
    })
    await page.getByRole("button", { name: "Take access away" }).press("Enter")
    await page.getByRole("dialog").getByRole("button", { name: "Take access away" }).press("Enter")
    await page.getByRole("heading", { level: 1, name: "Users" }).waitFor()
    expect(await ask("GET", `databases/${database}/users/${id}`)).toMatchObject({ code: "access.not_found" })
  })
})

describe("a new database", () => {
  it("is made, given departments and groups, and these are moved, renamed and removed", async () => {
    const page = await open("/databases")
    await button(page, "New database").click()
    const dialog = page.getByRole("dialog")
    await dialog.getByLabel("Name").fill("Öarna")
    await dialog.getByRole("button", { name: "New database" }).click()
    await page.getByRole("heading", { level: 1, name: "Departments" }).waitFor()
    for (const [id, name] of [
      ["1", "Head office"],
      ["2", "Harbour"],
    ] as const) {
      await button(page, "Add a department").click()
      await dialog.getByLabel("Department id").fill(id)
      await dialog.getByLabel("Name").fill(name)
      await dialog.getByRole("button", { name: "Save" }).click()
      await page.getByRole("row", { name }).waitFor()
    }
    await page.getByRole("button", { name: "Change: Harbour" }).click()
    expect(await dialog.getByLabel("Stands below").locator("option").count()).toBe(2)
    await dialog.getByLabel("Stands below").selectOption({ index: 1 })
    expect(await violations(page)).toEqual([])
    await dialog.getByRole("button", { name: "Save" }).press("Enter")
    await page.getByText("Level 2: Harbour").waitFor()
    await page.getByRole("button", { name: "Remove: Head office" }).click()
    await page.getByText("Move them first").waitFor()
    await page.getByRole("button", { name: "Remove: Harbour" }).click()
    await page.getByText("1 department", { exact: true }).waitFor()

    await page.getByRole("link", { name: "Permission groups" }).click()
    await button(page, "Add a permission group").click()
    await dialog.getByLabel("Permission group").fill("Reader")
    await dialog.getByLabel("Permission", { exact: true }).fill("report.read")
    await dialog.getByRole("button", { name: "Add", exact: true }).click()
    await dialog.getByRole("button", { name: "Save" }).click()
    await page.getByRole("button", { name: "Change: Reader" }).click()
    await dialog.getByLabel("Permission group").fill("Viewer")
    await dialog.getByRole("button", { name: "Save" }).click()
    await page.getByRole("row", { name: "Viewer" }).getByText("report.read").waitFor()
  })
})

it("shows no fault to people who cannot see well, and fits a telephone, in both languages", async () => {
  const { id } = await addUser("eva@people.example")
  const [department] = (
    await ask<{ items: ReadonlyArray<{ departmentId: string }> }>("GET", `databases/${database}/departments`)
  ).items
  const [group] = (
    await ask<{ items: ReadonlyArray<{ groupName: string }> }>(
      "GET",
      `databases/${database}/permission-groups`,
    )
  ).items
  await ask("POST", `databases/${database}/users`, {
    email: "eva@people.example",
    ...department,
    ...group,
    ...{ name: undefined, parentId: undefined, description: undefined, permissions: undefined },
    extra: {
      departments: [{ departmentId: department?.departmentId, groupName: group?.groupName }],
      permissions: ["report.print"],
    },
  })
  for (const locale of ["en-GB", "sv-SE"])
    for (const path of [
      "/platform/users/add",
      `/platform/users/${id}`,
      `/databases/${database}/users/add`,
      `/databases/${database}/users/${id}`,
    ]) {
      const page = await open(path, locale)
      await page.getByRole("heading", { level: 1 }).waitFor()
      await page.waitForLoadState("networkidle")
      expect(await violations(page)).toEqual([])
      await page.emulateMedia({ colorScheme: "dark" })
      await page.setViewportSize({ width: 390, height: 844 })
      expect(await overhang(page)).toBeLessThanOrEqual(0)
      expect(await violations(page)).toEqual([])
      const name = `${path.replace(/[0-9a-f-]{36}/g, "x").replaceAll("/", "_")}-${locale}`
      await shoot(page, `${name}-narrow`)
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.emulateMedia({ colorScheme: "light" })
      await shoot(page, name)
      await page.context().close()
    }
})
