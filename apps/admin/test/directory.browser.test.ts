import type { Page } from "playwright-core"
import { beforeAll, describe, expect, it } from "vitest"
import { authorization } from "./muster.ts"
import { musterInBrowser } from "./musterInBrowser.ts"
import { button, choose, file, goTo, overhang, shoot, violations } from "./walk.ts"

const { address, open } = musterInBrowser()
let database: string
beforeAll(async () => {
  await ask("POST", "platform/sample")
  database = (await ask<{ items: [{ id: string }] }>("GET", "databases")).items[0].id
})

const ask = async <A>(method: string, path: string, body?: unknown): Promise<A> => {
  const response = await fetch(`${address()}/api/v1/${path}`, {
    method,
    headers: { ...authorization, "Content-Type": typeof body === "string" ? "text/csv" : "application/json" },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  return (text === "" ? null : JSON.parse(text)) as A
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

  it("makes a deleted user nobody, after telling what that erases", async () => {
    const { id } = await addUser("ylva@people.example")
    await ask("POST", `platform/users/${id}/delete`)
    const page = await open(`/platform/users/${id}`)
    await goTo(page, button(page, "Anonymise…"))
    await page.keyboard.press("Enter")
    await page.getByText("Details erased from 2 lines of the audit").waitFor()
    expect(await violations(page)).toEqual([])
    await shoot(page, "user-anonymise")
    await page.keyboard.press("Enter")
    await page.getByRole("heading", { level: 1, name: "Anonymised" }).waitFor()
    await page.getByText("User anonymised").waitFor()
    expect(await page.getByRole("button", { name: "Save" }).count()).toBe(0)
    expect(await violations(page)).toEqual([])
    await shoot(page, "user-anonymised")
    await page.context().close()
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
  /** Chooses something in the menu of those chosen. */
  const act = async (page: Page, name: RegExp) => {
    await page.getByRole("button", { name: "Actions", exact: true }).click()
    await page.getByRole("menuitem", { name }).click()
  }
  const users = (search: string) =>
    ask<{ items: ReadonlyArray<object> }>("GET", `platform/users?search=${search}`)

  it("are chosen and changed together, by mouse and by keyboard, and whoever acts stays", async () => {
    for (const word of ["gil", "gus", "gry"]) await addUser(`${word}@people.example`)
    const page = await open("/platform/users?search=people.example")
    await page.getByRole("checkbox", { name: "Choose gil@people.example" }).check()
    await page.getByRole("checkbox", { name: "Choose gus@people.example" }).check()
    await page.getByText("Chosen: 2 users").waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole("button", { name: "Actions", exact: true }).click()
    await page.getByRole("menuitem").first().waitFor()
    await shoot(page, "users-chosen")
    expect(await violations(page)).toEqual([])
    await page.getByRole("menuitem", { name: /^Deactivate/ }).click()
    await page.getByRole("dialog").getByRole("button", { name: "Deactivate" }).click()
    await page.getByText("2 users changed").first().waitFor()
    const rows = page.getByRole("row").filter({ hasText: /gil@|gus@/ })
    await expect.poll(() => rows.getByText("Deactivated").count()).toBe(2)

    await page.goto(`${address()}/`)
    await goTo(page, button(page, /Choose the \d+ users shown/))
    await page.keyboard.press("Enter")
    await goTo(page, page.getByRole("button", { name: "Actions", exact: true }))
    await page.keyboard.press("Enter")
    await page.getByRole("menuitem").first().waitFor()
    for (let presses = 0; presses < 3; presses++) await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await page.getByRole("dialog").getByRole("button", { name: "Deactivate" }).waitFor()
    await page.keyboard.press("Enter")
    await page.getByText(/1 user left: That is you/).waitFor()
    expect(await violations(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await overhang(page)).toBeLessThanOrEqual(0)
    await shoot(page, "users-acted-narrow")
    expect((await users("gry@")).items).toMatchObject([{ status: "inactive" }])
    await goTo(page, button(page, /Choose the \d+ users shown/))
    await page.keyboard.press("Enter")
    await act(page, /^Activate/)
    await page.getByRole("dialog").getByRole("button", { name: "Activate" }).click()
    await page
      .getByText(/users changed/)
      .first()
      .waitFor()
    await page.context().close()
  })

  it("get the same language, an invitation, and access to a database", async () => {
    for (const word of ["hal", "hed"]) await addUser(`${word}@alike.example`)
    const page = await open("/platform/users?search=alike.example")
    await button(page, "Choose the 2 users shown").click()
    await act(page, /^Change/)
    await page.getByRole("textbox", { name: "Language code" }).fill("sv")
    await shoot(page, "users-change")
    expect(await violations(page)).toEqual([])
    // The rows are drawn anew when the list has come again, and a menu that is open in one closes.
    const listed = page.waitForResponse(
      (answer) => answer.request().method() === "GET" && /platform\/users\?/.test(answer.url()),
    )
    await page.getByRole("dialog").getByRole("button", { name: "Change" }).click()
    await page.getByText("2 users changed").first().waitFor()
    await listed
    expect((await users("alike.example")).items).toMatchObject([
      { languageCode: "sv" },
      { languageCode: "sv" },
    ])

    await page.getByRole("button", { name: "Actions for hal@alike.example" }).click()
    await page.getByRole("menuitem", { name: /^Invite/ }).click()
    await page.getByRole("dialog").getByRole("button", { name: "Invite" }).click()
    await page.getByText("1 user changed").first().waitFor()

    await button(page, "Choose the 2 users shown").click()
    await act(page, /^Give access/)
    await page.getByRole("dialog").getByRole("button", { name: "Give access" }).click()
    expect(
      await page
        .getByRole("dialog")
        .getByLabel("Database")
        .evaluate((field) => field.matches(":invalid")),
    ).toBe(true)
    await page.getByLabel("Database", { exact: true }).selectOption({ index: 1 })
    await page.getByRole("dialog").getByLabel("Department").selectOption({ index: 1 })
    await page.getByRole("dialog").getByLabel("Permission group").selectOption({ label: "Reader" })
    await shoot(page, "users-give-access")
    expect(await violations(page)).toEqual([])
    await page.getByRole("dialog").getByRole("button", { name: "Give access" }).click()
    await page.getByText("2 users changed").first().waitFor()
    const { items } = await ask<{ items: ReadonlyArray<object> }>("GET", `databases/${database}/users`)
    expect(items.length).toBeGreaterThanOrEqual(2)
    await page.context().close()
  })

  it("show the columns that the address asks for, however many they are", async () => {
    const lines = Array.from({ length: 249 }, (_, at) => `crowd${at}@crowd.example,Ann,Crowd,+46 8 ${at}`)
    const { id } = await ask<{ id: string }>(
      "POST",
      "platform/imports?fileName=crowd.csv",
      ["email,firstName,lastName,phone", ...lines].join("\n"),
    )
    await ask("POST", `platform/imports/${id}/run`)
    const page = await open("/platform/users?search=crowd.example&columns=email")
    await page.getByRole("button", { name: "Columns" }).click()
    await page.getByLabel("Phone", { exact: true }).check()
    await page.keyboard.press("Escape")
    await page.getByRole("columnheader", { name: "Phone" }).waitFor()
    expect(new URL(page.url()).searchParams.get("columns")).toBe("email,phone")
    for (let turns = 0; turns < 12; turns++) {
      await page.mouse.wheel(0, 3000)
      await page.waitForTimeout(150)
    }
    await page.getByRole("link", { name: "Ann Crowd" }).last().waitFor()
    await expect.poll(() => page.getByText("249 users", { exact: true }).count()).toBe(1)
    expect(await page.getByRole("row").count()).toBeLessThan(120)
    await shoot(page, "users-many")
    await page.getByRole("link", { name: "Ann Crowd" }).last().click()
    await page.getByRole("link", { name: /Created by the import of crowd.csv, row \d+/ }).click()
    await page.getByRole("heading", { level: 1, name: "crowd.csv" }).waitFor()
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

  it("is given to somebody new, who is added first, and found by name, department and group", async () => {
    const page = await open(`/databases/${database}/users/add`)
    await page.getByLabel("E-mail").fill("new@comer.example")
    await page.getByLabel("Primary department").selectOption("00101")
    await page.getByLabel("Permission group").selectOption("Reader")
    await page.getByRole("button", { name: "Give access" }).press("Enter")
    await page.getByText("Nobody in the platform has that e-mail").waitFor()
    await page.keyboard.type("Nea")
    await page.keyboard.press("Tab")
    await page.keyboard.type("Comer")
    await shoot(page, "access-for-somebody-new")
    expect(await violations(page)).toEqual([])
    await page.keyboard.press("Enter")
    await page.getByRole("heading", { level: 1, name: "new@comer.example" }).waitFor()

    await page.goto(`${address()}/databases/${database}/users`)
    await page.getByRole("searchbox").fill("nea com")
    await expect.poll(() => page.getByText("1 user", { exact: true }).count()).toBe(1)
    await page.getByLabel("Department").selectOption("00100")
    await page.getByLabel("Permission group").selectOption("Reader")
    await page.getByRole("link", { name: "Nea Comer" }).waitFor()
    await shoot(page, "database-users")
    expect(await violations(page)).toEqual([])
    await page.getByLabel("Permission group").selectOption("Editor")
    await page.getByText("Nobody matches").waitFor()
    await page.getByRole("button", { name: "Clear filters" }).click()
    await page.getByRole("link", { name: "Nea Comer" }).waitFor()
    await page.context().close()
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
    await dialog.getByText("1 department below it").waitFor()
    await shoot(page, "department-in-use")
    expect(await violations(page)).toEqual([])
    await page.keyboard.press("Escape")

    const row = (name: string) => page.getByRole("row").filter({ hasText: name })
    await row("Harbour").dragTo(page.getByText("here to place it at the top"))
    await expect.poll(() => page.getByText("Level 2: Harbour").count()).toBe(0)
    await row("Harbour").dragTo(row("Head office"))
    await page.getByText("Level 2: Harbour").waitFor()

    await page.getByRole("button", { name: "Close: Harbour" }).click()
    await dialog.getByRole("button", { name: "Close", exact: true }).click()
    await row("Harbour").getByText("Closed").waitFor()
    await shoot(page, "department-closed")
    expect(await violations(page)).toEqual([])
    await page.getByRole("button", { name: "Open again: Harbour" }).click()
    await page.getByRole("button", { name: "Remove: Harbour" }).click()
    await dialog.getByRole("button", { name: "Remove", exact: true }).click()
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
    await page.getByRole("button", { name: "Remove: Viewer" }).click()
    await dialog.getByRole("button", { name: "Remove", exact: true }).click()
    await page.getByText("No permission groups").waitFor()

    await page.goto(`${address()}/databases`)
    await page.getByRole("button", { name: "Actions for Öarna" }).click()
    await page.getByRole("menuitem", { name: /^Close/ }).click()
    expect(await violations(page)).toEqual([])
    await dialog.getByRole("button", { name: "Close", exact: true }).press("Enter")
    await page.getByRole("link", { name: "Öarna Closed" }).first().waitFor()
    await shoot(page, "database-closed")
    expect(await violations(page)).toEqual([])
    await page.getByRole("link", { name: "Öarna Closed" }).first().click()
    await page.getByText("Nothing can be changed here").waitFor()
    expect(await page.getByRole("link", { name: "Import users" }).count()).toBe(0)
    await page.goto(`${address()}/databases`)
    await page.getByRole("button", { name: "Actions for Öarna" }).click()
    await page.getByRole("menuitem", { name: /^Open again/ }).click()
    await expect.poll(() => page.getByRole("link", { name: "Öarna Closed" }).count()).toBe(0)
    await page.context().close()
  })
})

it("the departments of a database come from a file, and go into one that comes back unchanged", async () => {
  const { id } = await ask<{ id: string }>("POST", "databases", { name: "By file" })
  const page = await open(`/databases/${id}/departments`)
  await page.getByRole("button", { name: "More actions" }).click()
  await page.getByRole("menuitem", { name: /^Import a file/ }).click()
  await page.getByRole("heading", { level: 1, name: "Import departments" }).waitFor()
  expect(await violations(page)).toEqual([])
  await shoot(page, "departments-import")
  const header = "departmentId,name,parentId"
  await choose(page, file("tree.csv", header, "2,Harbour,1", "1,Town,", "3,Lost,9"))
  await button(page, "Validate file").click()
  await page.getByText('No department has the id "9"').waitFor()
  expect(await violations(page)).toEqual([])
  await shoot(page, "departments-refused")
  await page.getByLabel(/Parent id/).fill("2")
  await page.keyboard.press("Enter")
  await button(page, "Add 3").click()
  await page.getByRole("dialog").getByRole("button", { name: "Add 3" }).click()
  await page.getByRole("heading", { name: "3 rows added" }).waitFor()
  expect(await page.getByRole("button", { name: /Undo/ }).count()).toBe(0)
  await shoot(page, "departments-added")
  await page.getByRole("link", { name: "See what there is" }).click()
  await page.getByText("Level 3: Lost").waitFor()

  await page.getByRole("button", { name: "More actions" }).click()
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: /^Download all, XLSX/ }).click(),
  ])
  const path = await download.path()
  await page.goto(`${address()}/databases/${id}/departments/import`)
  await page.getByLabel("Both").check()
  await page.locator("input[type=file]").setInputFiles(path)
  await button(page, "Validate file").click()
  await page.getByText("There is nothing to change").waitFor()
  await page.context().close()
})

it.each(["en-GB", "sv-SE"])(
  "shows no fault to people who cannot see well, and fits a telephone, in %s",
  async (locale) => {
    const email = `eva.${locale.toLowerCase()}@people.example`
    const { id } = await addUser(email)
    const [department] = (
      await ask<{ items: ReadonlyArray<{ departmentId: string }> }>(
        "GET",
        `databases/${database}/departments`,
      )
    ).items
    const [group] = (
      await ask<{ items: ReadonlyArray<{ groupName: string }> }>(
        "GET",
        `databases/${database}/permission-groups`,
      )
    ).items
    const place = { departmentId: department?.departmentId, groupName: group?.groupName }
    const given = await ask("POST", `databases/${database}/users`, {
      email,
      ...place,
      extra: { departments: [place], permissions: ["report.print"] },
    })
    expect(given).toMatchObject({ userId: id })
    for (const path of [
      "/platform/users?columns=email,phone,externalId",
      "/platform/users/add",
      `/platform/users/${id}`,
      "/databases",
      `/databases/${database}/users`,
      `/databases/${database}/departments`,
      `/databases/${database}/departments/import`,
      `/databases/${database}/permission-groups`,
      `/databases/${database}/permission-groups/import`,
      `/databases/${database}/users/add`,
      `/databases/${database}/users/${id}`,
    ]) {
      const page = await open(path, { locale })
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
  },
)
