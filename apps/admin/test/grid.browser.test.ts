import type { BrowserContextOptions, Page } from "playwright-core"
import { expect, it } from "vitest"
import { administrator } from "./muster.ts"
import { signIn } from "./signIn.ts"
import { musterInBrowser } from "./musterInBrowser.ts"
import { button, choose, file, goTo, header, overhang, shoot, violations } from "./walk.ts"

const { address, open: openPage } = musterInBrowser()
const open = (options: BrowserContextOptions = {}, path = "/platform/users/add-multiple") =>
  openPage(path, options)

/** Pastes a text where the focus is, as the browser does when somebody presses Ctrl+V. */
const paste = (page: Page, text: string) =>
  page.evaluate((text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData("text/plain", text)
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true })
    ;(document.activeElement ?? document.body).dispatchEvent(event)
  }, text)

const copied = (page: Page, act: "copy" | "cut") =>
  page.evaluate((act) => {
    const clipboardData = new DataTransfer()
    const event = new ClipboardEvent(act, { clipboardData, bubbles: true, cancelable: true })
    ;(document.activeElement ?? document.body).dispatchEvent(event)
    return clipboardData.getData("text/plain")
  }, act)

/** The cells of a row of the grid, by the number that it is shown with. */
const cells = (page: Page, row: number) =>
  page.locator(`.grid-body [aria-rowindex="${row}"] [role=gridcell]`).allInnerTexts()

/** Waits until the first cells of a row are these. */
const rowIs = async (page: Page, row: number, ...texts: ReadonlyArray<string>) => {
  await expect.poll(async () => (await cells(page, row)).slice(0, texts.length)).toEqual(texts)
}

const status = (page: Page, text: string | RegExp) =>
  page.locator(".grid-tools [role=status]", { hasText: text }).waitFor()

/** The drafts kept in the browser: how many rows each has, and in how many blocks they are. */
const drafts = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ rows: ReadonlyArray<number>; blocks: number }>((resolve, reject) => {
        const asked = indexedDB.open("muster.drafts")
        asked.onerror = () => reject(asked.error)
        asked.onsuccess = () => {
          const stores = asked.result.transaction(["heads", "blocks"])
          const heads = stores.objectStore("heads").getAll()
          const blocks = stores.objectStore("blocks").count()
          stores.oncomplete = () =>
            resolve({ rows: heads.result.map(({ rows }) => rows), blocks: blocks.result })
        }
      }),
  )
const isKept = (page: Page, rows: number) =>
  expect.poll(() => drafts(page)).toEqual({ rows: [rows], blocks: 1 })
const nothingKept = { rows: [], blocks: 0 }

const typeRows = async (page: Page) => {
  await page.getByRole("radio", { name: "Type rows" }).check()
  await page.getByRole("grid").waitFor()
}

it("a table is pasted from a spreadsheet, corrected and imported", async () => {
  const page = await open()
  await page.getByRole("radio", { name: "Paste a table" }).check()
  await page.getByLabel(/Copy the cells/).waitFor()
  expect(await violations(page)).toEqual([])
  await shoot(page, "grid-paste-before")
  const table = [
    "Namn\tE-post\tSkostorlek",
    "Ek, Ann\tann@paste.example\t38",
    "Bo Berg\tno-address\t41",
    "Cy Dahl\tcy@paste.example\t42",
    "Ann Ek\tANN@paste.example\t39",
  ]
  await paste(page, table.join("\r\n"))
  await page.getByText("4 rows pasted").first().waitFor()
  await page.getByText("“Namn” is read as Full name, split into first and last").waitFor()
  await page.getByText("Not used: Skostorlek").waitFor()
  await rowIs(page, 2, "ann@paste.example", "Ann", "Ek")
  await status(page, "4 rows, 3 to correct")
  expect(await violations(page)).toEqual([])

  await button(page, "Next problem").click()
  await page.locator(".grid-message").getByText('"no-address" has no @.').waitFor()
  await shoot(page, "grid-pasted")
  await page.keyboard.type("bo@paste.example")
  await page.keyboard.press("Enter")
  await status(page, "4 rows, 2 to correct")
  await page.keyboard.press("F8")
  await page.locator(".grid-message").getByText(/row 2/).waitFor()
  await page.keyboard.press("Control+Delete")
  await status(page, /^3 rows$/)

  await button(page, "Validate rows").click()
  await button(page, "Create 3 users").waitFor()
  await page
    .getByText(/^Table .*\.csv$/)
    .first()
    .waitFor()
  await page.context().close()
})

it("rows are typed, filled down, copied, searched and taken back with the keyboard alone", async () => {
  const page = await open()
  const { keyboard } = page
  await goTo(page, page.getByRole("radio", { name: "Upload a file" }))
  await keyboard.press("ArrowRight")
  await keyboard.press("ArrowRight")
  await page.getByRole("grid").waitFor()
  await goTo(page, page.locator('[role=gridcell][tabindex="0"]'))
  for (const text of ["one@keys.example", "Una", "Ek"]) {
    await keyboard.type(text)
    await keyboard.press(text === "Ek" ? "Enter" : "Tab")
  }
  await rowIs(page, 2, "one@keys.example", "Una", "Ek")
  for (const at of [2, 3]) {
    await keyboard.type(`no${at}@keys.example`)
    await keyboard.press("Enter")
  }
  await rowIs(page, 4, "no3@keys.example", "", "")
  await status(page, "3 rows, 2 to correct")

  // Fill down: the names of the first row into the two below.
  await keyboard.press("Control+Home")
  await keyboard.press("ArrowRight")
  await keyboard.press("Shift+ArrowRight")
  await keyboard.press("Shift+ArrowDown")
  await keyboard.press("Shift+ArrowDown")
  await keyboard.press("Control+D")
  await rowIs(page, 4, "no3@keys.example", "Una", "Ek")
  await status(page, /^3 rows$/)
  expect(await copied(page, "copy")).toBe("Una\tEk\r\nUna\tEk\r\nUna\tEk")

  await keyboard.press("Delete")
  await rowIs(page, 3, "no2@keys.example", "", "")
  await keyboard.press("Control+Z")
  await rowIs(page, 3, "no2@keys.example", "Una", "Ek")
  await keyboard.press("Control+Z")
  await rowIs(page, 3, "no2@keys.example", "", "")
  await keyboard.press("Control+Y")
  await rowIs(page, 3, "no2@keys.example", "Una", "Ek")

  await keyboard.press("Control+F")
  await keyboard.type("no")
  await page.getByText("In 2 cells").waitFor()
  expect(await violations(page)).toEqual([])
  await goTo(page, page.getByLabel("Replace with"))
  await keyboard.type("yes")
  await goTo(page, button(page, "Replace all"))
  await keyboard.press("Enter")
  await rowIs(page, 4, "yes3@keys.example", "Una", "Ek")
  await shoot(page, "grid-find")
  await keyboard.press("Escape")

  // Back in the grid: F2 writes in what is there, Escape leaves it as it was, Enter keeps.
  await keyboard.press("Control+End")
  await keyboard.press("Home")
  await keyboard.press("F2")
  await keyboard.press("End")
  await keyboard.type("!")
  await keyboard.press("Escape")
  await rowIs(page, 4, "yes3@keys.example", "Una", "Ek")
  expect(await copied(page, "cut")).toBe("yes3@keys.example")
  await keyboard.press("ArrowDown")
  await paste(page, "moved@keys.example\tMo\tVed")
  await rowIs(page, 5, "moved@keys.example", "Mo", "Ved")
  await rowIs(page, 4, "", "Una", "Ek")
  await keyboard.press("ArrowUp")
  await keyboard.press("Control+Delete")
  await rowIs(page, 4, "moved@keys.example", "Mo", "Ved")

  await keyboard.press("Escape")
  await goTo(page, button(page, "Validate rows"))
  await keyboard.press("Enter")
  await button(page, "Create 3 users").waitFor()
  await page.context().close()
})

it("only rows with one kind of problem are shown, and those put right stay until another is chosen", async () => {
  const page = await open()
  await typeRows(page)
  await page.locator(".grid-body [role=gridcell]").first().click()
  const rows = Array.from({ length: 300 }, (_, at) =>
    [at % 100 === 7 ? "no-address" : `p${at}@filter.example`, at % 60 === 1 ? "" : "Per", `Son ${at}`].join(
      "\t",
    ),
  )
  await paste(page, rows.join("\n"))
  await status(page, "300 rows, 8 to correct")
  expect(await page.locator(".grid-body [role=row]").count()).toBeLessThan(60)
  expect(await page.getByRole("grid").getAttribute("aria-rowcount")).toBe("302")
  await page.getByText("300 rows are written; at most 249 are allowed.").waitFor()

  await page.getByLabel("Rows to show").selectOption({ label: "Not a valid e-mail (3)" })
  await expect.poll(() => page.locator(".grid-body [role=row]").count()).toBe(3)
  expect((await page.locator(".grid-body .grid-number").allInnerTexts()).map(parseFloat)).toEqual([
    9, 109, 209,
  ])
  await page.locator('[role=gridcell][tabindex="0"]').press("Enter")
  await page.keyboard.press("Control+A")
  await page.keyboard.type("right@filter.example")
  await page.keyboard.press("Enter")
  await status(page, "300 rows, 7 to correct")
  expect(await page.locator(".grid-body [role=row]").count()).toBe(3)
  await page.getByLabel("Rows to show").selectOption({ label: "All rows" })
  await expect.poll(() => page.locator(".grid-body [role=row]").count()).toBeGreaterThan(10)
  await page.context().close()
})

it("departments and groups of a database are known while they are typed, and offered", async () => {
  const page = await open({}, "/")
  await button(page, /sample/i).click()
  await page.getByRole("row", { name: /sue@staff.example/ }).waitFor()
  await page.goto(`${address()}/databases`)
  await page.getByRole("main").getByRole("link", { name: "Northvik Municipality" }).click()
  await page.getByRole("link", { name: "Import users" }).click()
  await typeRows(page)
  await page.locator(".grid-body [role=gridcell]").first().click()
  await paste(page, "sue@staff.example\t101\tReader")
  await status(page, "1 row, 1 to correct")
  await button(page, "Next problem").click()
  await button(page, /00101/).click()
  await status(page, /^1 row$/)
  await rowIs(page, 2, "sue@staff.example", "00101", "Reader")
  await page.context().close()
})

it("it works on a telephone, in Swedish and in the dark, and is accessible there", async () => {
  const page = await open({
    locale: "sv-SE",
    viewport: { width: 390, height: 844 },
    colorScheme: "dark",
    hasTouch: true,
    isMobile: true,
  })
  await page.getByRole("radio", { name: "Klistra in" }).check()
  await page.getByLabel(/^Kopiera cellerna/).waitFor()
  await paste(page, "E-post\tFörnamn\tEfternamn\nå@fel.example\tÅsa\tÖ\ninte\tBo\tEk")
  await page.getByText("2 rader inklistrade").first().waitFor()
  await status(page, "2 rader, 2 att rätta")
  expect(await violations(page)).toEqual([])
  expect(await overhang(page)).toBeLessThanOrEqual(0)
  const cell = page.locator('.grid-body [aria-rowindex="3"] [data-column="0"]')
  await cell.tap()
  await page.locator(".grid-message").getByText('"inte" saknar @.').waitFor()
  await shoot(page, "grid-sv-narrow-dark")
  await cell.tap()
  await page.getByLabel("E-post, rad 3").fill("bo@fel.example")
  await page.keyboard.press("Enter")
  await status(page, "2 rader, 1 att rätta")
  await button(page, "Kontrollera raderna").click()
  await page.getByRole("heading", { name: /1 av 2 rader/ }).waitFor()
  await page.context().close()
})

it("the rows of an import are corrected in the grid, all at once, with what the server found", async () => {
  const page = await open({ viewport: { width: 1440, height: 900 } })
  await choose(
    page,
    file(
      "wrong.csv",
      `${header},Shoe size`,
      "wrong0@,Per,Son 0,41",
      "wrong1@grid.example,,Son 1,42",
      "wrong2@grid.example,Per,Son 2,43",
      "sue@staff.example,Sue,Staff,44",
    ),
  )
  await button(page, "Validate file").click()
  await page.getByRole("heading", { name: "2 of 4 rows must be corrected" }).waitFor()
  await button(page, "Correct in a grid").click()
  await status(page, "4 rows, 2 to correct")
  expect(await violations(page)).toEqual([])
  expect(await cells(page, 5)).toEqual(["sue@staff.example", "Sue", "Staff", "44"])
  await shoot(page, "grid-existing")

  // What only the server knows is told as well, until the cell is another.
  await page.locator('.grid-body [aria-rowindex="5"] [data-column="0"]').click()
  await page.locator(".grid-message").getByText("sue@staff.example").waitFor()
  await page.keyboard.press("Control+Home")
  await page.keyboard.type("wrong0@grid.example")
  await page.keyboard.press("Enter")
  await page.keyboard.press("F8")
  await page.keyboard.type("Pär")
  await page.keyboard.press("Enter")
  await status(page, /^4 rows$/)
  await page.locator('.grid-body [aria-rowindex="4"] [data-column="0"]').click()
  await page.keyboard.press("Control+Delete")
  await status(page, /^3 rows$/)
  expect(await page.locator(".grid-body .grid-number").allInnerTexts()).toContainEqual(
    expect.stringMatching(/^5/),
  )
  await button(page, "Leave the grid").click()
  await page.getByRole("dialog").getByText("3 changed rows would go back to what they were.").waitFor()
  await button(page, "Go back").click()
  await button(page, "Save 3 changed rows").click()
  await button(page, "Create 2 users").waitFor()
  await page
    .getByText("1 left out")
    .or(page.getByRole("button", { name: /1 left out/i }))
    .first()
    .waitFor()
  await page.context().close()
})

it("a table pasted over the rows of an import is put into the columns that its header names", async () => {
  const page = await open()
  const wrong = ["wrong0@,Per,Son 0,41", "wrong1@,Per,Son 1,42"]
  await choose(page, file("named.csv", `${header},Shoe size`, ...wrong))
  await button(page, "Validate file").click()
  await button(page, "Correct in a grid").click()
  await status(page, "2 rows, 2 to correct")
  await page.locator('.grid-body [aria-rowindex="2"] [data-column="1"]').click()
  await paste(
    page,
    "Shoe size\tE-post\tHat\n38\tr0@named.example\ta\n39\tr1@named.example\tb\n40\tr2@n.example\tc",
  )
  await page.getByText("2 rows pasted").first().waitFor()
  await page.getByText("Not used: Hat").waitFor()
  await page.getByText(/^There was no room for 1 row more/).waitFor()
  expect(await cells(page, 2)).toEqual(["r0@named.example", "Per", "Son 0", "38"])
  expect(await cells(page, 3)).toEqual(["r1@named.example", "Per", "Son 1", "39"])
  await status(page, /^2 rows$/)
  expect(await page.locator(".grid-body .grid-cell.chosen").count()).toBe(8)
  expect(await page.locator(".grid-body .grid-cell.active").count()).toBe(1)
  expect(await violations(page)).toEqual([])
  await shoot(page, "grid-existing-pasted")
  await button(page, "Save 2 changed rows").click()
  await button(page, "Create 2 users").waitFor()
  await page.context().close()
})

it("many rows are pasted, filled and taken back while somebody goes on, and all comes in its order", async () => {
  const page = await open()
  await typeRows(page)
  await page.locator(".grid-body [role=gridcell]").first().click()
  const many = (word: string) =>
    Array.from({ length: 20_000 }, (_, at) => `${word}${at}@many.example\tPer\tSon ${at}`).join("\n")
  const text = many("a")
  await paste(page, text)
  await page.keyboard.press("ArrowRight")
  await page.keyboard.press("Control+Home")
  await page.keyboard.type("typed@many.example")
  await page.keyboard.press("Enter")
  await status(page, "20,000 rows")
  await rowIs(page, 2, "typed@many.example", "Per", "Son 0")
  await rowIs(page, 3, "a1@many.example", "Per", "Son 1")
  await page.keyboard.press("Control+Z")
  await rowIs(page, 2, "a0@many.example", "Per", "Son 0")
  await page.keyboard.press("Control+Z")
  await status(page, /^0 rows$/)
  await page.keyboard.press("Control+Y")
  await status(page, "20,000 rows")
  await page.keyboard.press("Control+End")
  await rowIs(page, 20_001, "a19999@many.example", "Per", "Son 19999")
  await page.context().close()
})

it("a table begun is there again after the page was loaded anew, until it is discarded or somebody signs out", async () => {
  const page = await open({ storageState: { cookies: [], origins: [] } })
  const begin = async () => {
    await page.goto(`${address()}/platform/users/add-multiple`)
    await page.getByRole("heading", { level: 1 }).waitFor()
  }
  await begin()
  await signIn(page, administrator.email, administrator.password)
  await typeRows(page)
  await page.locator(".grid-body [role=gridcell]").first().click()
  await paste(page, "kept0@grid.example\tKim\tEk\nkept1@grid.example\tLo\tAl\nkept2@grid.example\tMo\tOs")
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("Control+Delete")
  await page.getByText(/^Kept in this browser/).waitFor()
  await isKept(page, 2)
  await page.reload()
  await page.getByText(/^You began a table on .*: 2 rows$/).waitFor()
  expect(await violations(page)).toEqual([])
  await shoot(page, "grid-offer")
  await button(page, "Go on with it").click()
  await rowIs(page, 2, "kept0@grid.example", "Kim", "Ek")
  await rowIs(page, 3, "kept2@grid.example", "Mo", "Os")
  await page.locator('.grid-body [aria-rowindex="3"] [data-column="1"]').click()
  await page.keyboard.type("Ulf")
  await page.keyboard.press("Enter")
  await page.getByText(/^Kept in this browser/).waitFor()
  await page.reload()
  await button(page, "Go on with it").click()
  await rowIs(page, 3, "kept2@grid.example", "Ulf", "Os")

  await page.reload()
  await button(page, "Discard it").click()
  await page.getByText(/^You began a table/).waitFor({ state: "hidden" })
  await typeRows(page)
  await page.locator(".grid-body [role=gridcell]").first().click()
  await page.keyboard.type("left@grid.example")
  await page.keyboard.press("Enter")
  await page.getByText(/^Kept in this browser/).waitFor()
  await button(page, "Sign out").click()
  await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor()
  expect(await drafts(page)).toEqual(nothingKept)
  await signIn(page, administrator.email, administrator.password)
  await typeRows(page)
  await page.locator(".grid-body [role=gridcell]").first().click()
  await paste(page, "sent@grid.example\tSven\tTö")
  await page.getByText(/^Kept in this browser/).waitFor()
  await button(page, "Validate rows").click()
  await button(page, "Create 1 user").waitFor()
  expect(await drafts(page)).toEqual(nothingKept)
  await page.context().close()
})

it("corrections of an import that were not saved are there again after the page was loaded anew", async () => {
  const page = await open()
  await choose(page, file("kept.csv", header, "wrong@,Per,Son", "right@grid.example,Per,Son"))
  await button(page, "Validate file").click()
  await button(page, "Correct in a grid").click()
  await page.locator('.grid-body [aria-rowindex="2"] [data-column="0"]').click()
  await page.keyboard.type("better@grid.example")
  await page.keyboard.press("Enter")
  await page.keyboard.press("Control+Delete")
  await button(page, "Save 2 changed rows").waitFor()
  await page.getByText(/^Kept in this browser/).waitFor()
  await isKept(page, 2)
  await page.reload()
  await page.getByText(/^2 changes of .* that were not saved are here again$/).waitFor()
  expect(await violations(page)).toEqual([])
  await rowIs(page, 2, "better@grid.example", "Per", "Son")
  await status(page, /^1 row$/)
  await button(page, "Discard them").click()
  await rowIs(page, 2, "wrong@", "Per", "Son")
  await status(page, "2 rows, 1 to correct")
  await page.locator(".grid-body [role=gridcell]").first().press("Control+Y")
  await button(page, "Save 2 changed rows").click()
  await button(page, "Create 1 user").waitFor()
  expect(await drafts(page)).toEqual(nothingKept)
  await page.context().close()
})

for (const colorScheme of ["light", "dark"] as const)
  for (const width of [1440, 390])
    it(`the grid is accessible in ${colorScheme}, ${width} pixels wide`, async () => {
      const page = await open({ colorScheme, viewport: { width, height: 900 } })
      await typeRows(page)
      await page.locator(".grid-body [role=gridcell]").first().click()
      await paste(page, "a@look.example\tAnn\tEk\nwrong\tBo\t\nb@look.example\tCy\tOs\t\tcall me")
      await status(page, "3 rows, 1 to correct")
      await button(page, "Next problem").click()
      expect(await violations(page)).toEqual([])
      expect(await overhang(page)).toBeLessThanOrEqual(0)
      await shoot(page, `grid-${colorScheme}-${width}`)
      await page.context().close()
    })
