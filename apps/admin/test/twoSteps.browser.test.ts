import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { administrator } from "./muster.ts"
import { signIn } from "./signIn.ts"
import { musterInBrowser } from "./musterInBrowser.ts"
import {
  button,
  choose,
  chooseByKeyboard,
  confirm,
  file,
  goTo,
  hasFocus,
  header,
  menuButton,
  openAddMultiple,
  overhang,
  people,
  shoot,
  violations,
} from "./walk.ts"

const { address, open } = musterInBrowser()

describe("an administrator", () => {
  it("starts with a sample platform, adds people and gives them access", async () => {
    const page = await open("/")
    await button(page, /sample/i).click()
    await page.getByRole("row", { name: /sue@staff.example/ }).waitFor()
    await openAddMultiple(page)
    await choose(page, file("people.csv", header, ...people(3, "mouse"), "no-address,Per,Son"))
    await button(page, "Validate file").click()
    await page.getByRole("heading", { name: "1 of 4 rows must be corrected" }).waitFor()
    expect(await violations(page)).toEqual([])

    await page.reload()
    const cell = page.getByRole("textbox", { name: "E-mail" })
    await cell.fill("mouse3@walk.example")
    await cell.press("Enter")
    await button(page, "Create 4 users").click()
    await confirm(page)
    await page.getByRole("link", { name: "Continue: give access to a database" }).click()

    await page.getByLabel("Database", { exact: true }).selectOption({ label: "Northvik Municipality" })
    await page.getByLabel("Department", { exact: true }).selectOption("00101")
    await page.getByLabel("Permission group", { exact: true }).selectOption("Reader")
    expect(await violations(page)).toEqual([])
    await button(page, "Validate access for 4 people").click()
    await button(page, "Give 4 people access").click()
    expect(await violations(page)).toEqual([])
    await confirm(page)
    await page.locator(".count.created dd", { hasText: "4" }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })

  it("does both steps with the keyboard alone", async () => {
    const page = await open("/")
    const { keyboard } = page
    await goTo(page, menuButton(page))
    await keyboard.press("Enter")
    await page.getByRole("menuitem", { name: /Add multiple/ }).waitFor()
    await keyboard.press("Enter")
    await chooseByKeyboard(page, file("keys.csv", header, ...people(2, "keys")))
    await goTo(page, button(page, "Create 2 users"))
    await keyboard.press("Enter")
    await page.getByRole("dialog").waitFor()
    await keyboard.press("Enter")
    await page.locator(".count.created dd", { hasText: "2" }).waitFor()

    await page.goto(address())
    await goTo(page, page.getByRole("link", { name: "Northvik Municipality" }))
    await keyboard.press("Enter")
    await goTo(page, page.getByRole("link", { name: "Import users" }))
    await keyboard.press("Enter")
    const rows = ["keys0@walk.example,00101,Reader", "keys1@walk.example,101,Reader"]
    await chooseByKeyboard(page, file("access.csv", "email,departmentId,groupName", ...rows))
    await goTo(page, page.getByRole("textbox", { name: "Department id" }))
    await keyboard.press("ControlOrMeta+A")
    await keyboard.type("00102")
    await keyboard.press("Enter")
    await goTo(page, button(page, "Give 2 people access"))
    await keyboard.press("Enter")
    await page.getByRole("dialog").waitFor()
    await keyboard.press("Enter")
    await page.locator(".count.created dd", { hasText: "2" }).waitFor()
    await page.context().close()
  })

  it("changes people and their access by a file, seeing before it what becomes what", async () => {
    const page = await open("/", { viewport: { width: 390, height: 844 }, colorScheme: "dark" })
    const { keyboard } = page
    await openAddMultiple(page)
    await goTo(page, page.getByRole("radio", { name: "New people" }))
    await keyboard.press("ArrowRight")
    await choose(
      page,
      file("names.csv", "email,lastName", "keys0@walk.example,Edited", "keys1@walk.example,"),
    )
    await button(page, "Validate file").click()
    await page.getByRole("heading", { name: "1 user can be changed" }).waitFor()
    await page.getByText(/^Last name: .* → Edited$/).waitFor()
    expect(await violations(page)).toEqual([])
    expect(await overhang(page)).toBe(0)
    await page.getByRole("radio", { name: "New people" }).check()
    await page.getByRole("heading", { name: /must be corrected|nobody to create/ }).waitFor()
    await page.getByRole("radio", { name: "Both" }).check()
    await button(page, "Change 1 user").click()
    await confirm(page)
    await page.getByRole("heading", { name: "1 user changed" }).first().waitFor()
    await page.locator(".count.unchanged dd", { hasText: "1" }).waitFor()
    expect(await violations(page)).toEqual([])

    await page.goto(`${address()}/databases`)
    await page.getByRole("main").getByRole("link", { name: "Northvik Municipality" }).click()
    await page.getByRole("link", { name: "Import users" }).click()
    const rows = ["keys0@walk.example,00102,Reader", "keys1@walk.example,00102,Reader"]
    await choose(page, file("moves.csv", "email,departmentId,groupName", ...rows))
    await button(page, "Validate file").click()
    await page.getByText("1 person has other access here").waitFor()
    await page.getByRole("radio", { name: "Both" }).check()
    await page.getByRole("heading", { name: "1 person can be given other access" }).waitFor()
    await page.getByText("Department id: 00101 → 00102").waitFor()
    await page
      .getByText(/^Gains .* in 00102$/)
      .first()
      .waitFor()
    await page
      .getByText(/^Loses .* in 00101$/)
      .first()
      .waitFor()
    expect(await violations(page)).toEqual([])
    await button(page, "Change the access of 1 person").click()
    await confirm(page)
    await page.getByRole("heading", { name: "1 person given other access" }).first().waitFor()
    await page.context().close()
  })

  it("opens the menu of a page, moves in it and leaves it, by keyboard", async () => {
    const page = await open("/")
    const { keyboard } = page
    const [first, last] = [page.getByRole("menuitem").first(), page.getByRole("menuitem").last()]
    await goTo(page, menuButton(page))
    await keyboard.press("ArrowDown")
    await first.waitFor()
    expect(await hasFocus(first)).toBe(true)
    expect(await violations(page)).toEqual([])
    await keyboard.press("ArrowUp")
    expect(await hasFocus(last)).toBe(true)
    await keyboard.press("ArrowDown")
    expect(await hasFocus(first)).toBe(true)
    await keyboard.press("Escape")
    await first.waitFor({ state: "hidden" })
    expect(await hasFocus(menuButton(page))).toBe(true)
    await page.context().close()
  })

  it("corrects one value in all rows that have it, without the bar over what has the focus", async () => {
    const page = await open("/databases", { viewport: { width: 390, height: 844 } })
    await page.getByRole("main").getByRole("link", { name: "Northvik Municipality" }).click()
    await page.getByRole("link", { name: "Import users" }).click()
    const rows = [0, 1, 2, 3].map((at) => `mouse${at}@walk.example,101,Reader`)
    await choose(page, file("same.csv", "email,departmentId,groupName", ...rows))
    await button(page, "Validate file").click()
    await button(page, /Unknown department/).click()
    const bar = page.locator(".run-bar")
    for (const cell of await page.getByRole("textbox", { name: "Department id" }).all()) {
      await goTo(page, cell)
      const [over, under] = [await bar.boundingBox(), await cell.boundingBox()]
      expect((under?.y ?? 0) + (under?.height ?? 0)).toBeLessThanOrEqual(over?.y ?? 0)
    }
    expect(await violations(page)).toEqual([])
    expect(await overhang(page)).toBe(0)
    await page
      .locator(".replace")
      .getByRole("button", { name: /Use 00101/ })
      .click()
    await page.getByRole("heading", { name: "There is nobody to give access to" }).waitFor()
    await page.context().close()
  })

  it("is told why 250 rows are refused, and that nothing is kept", async () => {
    const page = await open("/")
    await openAddMultiple(page)
    await choose(page, file("many.csv", header, ...people(250, "many")))
    await button(page, "Validate file").click()
    await page.getByText("The file has 250 rows; at most 249 are allowed.").waitFor()
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })

  it("gets the rows that failed as a file that uploads as it is", async () => {
    const page = await open("/")
    await openAddMultiple(page)
    await choose(page, file("again.csv", header, ...people(1, "mouse"), ...people(1, "fresh")))
    await button(page, "Validate file").click()
    await button(page, "Create 1 user").click()
    await confirm(page)
    const download = page.waitForEvent("download")
    await page.getByRole("link", { name: "Download error file, CSV" }).click()
    const errors = readFileSync((await (await download).path()) ?? "", "utf8")
    expect(errors).toContain("mouse0@walk.example")
    expect(errors).not.toContain("fresh0@walk.example")

    const workbook = page.waitForEvent("download")
    await page.getByRole("link", { name: "Download error file, XLSX" }).click()
    const path = await (await workbook).path()
    await page.goto(address())
    await openAddMultiple(page)
    await shoot(page, "example-formats")
    await page.locator("input[type=file]").setInputFiles(path)
    await button(page, "Validate file").click()
    await page.getByRole("heading", { name: "There is nobody to create" }).waitFor()
    await page.context().close()
  })

  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [1440, 390])
      it(`finds every screen accessible, in ${colorScheme}, ${width} pixels wide`, async () => {
        const page = await open("/", { colorScheme, viewport: { width, height: 844 } })
        await page.getByRole("heading", { level: 1 }).waitFor()
        const database = await page.evaluate(async () => {
          const { items } = await (await fetch("/api/v1/databases")).json()
          return items[0].id as string
        })
        for (const path of [
          "/platform/users",
          "/platform/users/add-multiple",
          "/platform/imports",
          "/databases",
          `/databases/${database}/users`,
          `/databases/${database}/users/import`,
          `/databases/${database}/imports`,
          `/databases/${database}/departments`,
          `/databases/${database}/permission-groups`,
          "/api-keys",
          "/nowhere",
        ]) {
          await page.goto(address() + path)
          await page.getByRole("heading", { level: 1 }).waitFor()
          await page.waitForLoadState("networkidle")
          expect([path, await violations(page)]).toEqual([path, []])
          expect([path, await overhang(page)]).toEqual([path, 0])
        }
        await page.context().close()
      })

  it("signs in where nobody is, sees the page asked for, makes a key for a service, and signs out", async () => {
    const page = await open("/platform/imports", { storageState: { cookies: [], origins: [] } })
    await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor()
    expect(await violations(page)).toEqual([])
    await signIn(page, administrator.email, "not the password")
    await page.getByText("Wrong sign-in").waitFor()
    await signIn(page, administrator.email, administrator.password)
    await page.getByRole("heading", { level: 1, name: "Imports" }).waitFor()

    await page.getByRole("link", { name: "API keys" }).click()
    await page.getByLabel("What it is for").fill("Payroll")
    await button(page, "Make the key").click()
    const token = await page.locator("code.token").innerText()
    const asked = await fetch(`${address()}/api/v1/session`, {
      headers: { Authorization: `Bearer ${token}` },
    })
    expect(asked.status).toBe(200)
    await button(page, /^Revoke Payroll/).click()
    await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click()
    await page.getByText("You have no API keys").waitFor()

    await button(page, "Sign out").click()
    await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor()
    await page.reload()
    await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor()
    await page.context().close()
  })

  it("reads it in Swedish, and every sentence of the server too", async () => {
    const page = await open("/", { locale: "sv-SE" })
    await page.getByRole("heading", { level: 1, name: "Användare" }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("sv")
    await openAddMultiple(page, /Lägg till flera/)
    await choose(page, file("fel.csv", header, "no-address,Per,Son"))
    await page.getByRole("button", { name: "Kontrollera fil" }).click()
    await page.getByText('"no-address" saknar @.').waitFor()
    await page.context().close()
  })
})
