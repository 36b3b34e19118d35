import type { BrowserContextOptions } from "playwright-core"
import { expect, it } from "vitest"
import { musterInBrowser } from "./musterInBrowser.ts"
import { button, choose, chooseByKeyboard, file, goTo, overhang, shoot, violations } from "./walk.ts"

const { address, open: openPage } = musterInBrowser()
const open = (options: BrowserContextOptions = {}) => openPage("/platform/users/add-multiple", options)

const staff = (word: string) =>
  file(
    "staff.csv",
    "Persnr;Namn;Kontakt;Ort",
    `1;Ek, ${word};${word}.ek@walk.example;Arvika`,
    `2;Ann van der ${word};${word}.ann@walk.example;Lund`,
  )

it("columns that were guessed are confirmed by keyboard, and known the next time", async () => {
  const page = await open()
  await chooseByKeyboard(page, staff("Robin"))
  await page.getByRole("heading", { name: "Check the columns" }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("match-title")
  expect(await page.getByLabel("What Kontakt is read as").inputValue()).toBe("email")
  expect(await page.getByLabel("What Namn is read as").inputValue()).toBe("fullName")
  await page.getByText("Ann · van der Robin").waitFor()
  expect(await violations(page)).toEqual([])
  await shoot(page, "columns")
  await goTo(page, page.getByLabel("What Kontakt is read as"))
  await page.keyboard.press("Home")
  await page.getByText("Still missing: E-mail").waitFor()
  await page.getByLabel("What Kontakt is read as").selectOption("email")
  await goTo(page, page.getByLabel("What Persnr is read as"))
  await page.getByLabel("What Persnr is read as").selectOption("externalId")
  await goTo(page, button(page, "Validate with these columns"))
  await page.keyboard.press("Enter")
  await button(page, "Create 2 users").waitFor()
  await page.getByText("Columns chosen not to be used: Ort.").waitFor()

  await page.goto(`${address()}/platform/users/add-multiple`)
  await choose(page, staff("Wren"))
  await button(page, "Validate file").click()
  await button(page, "Create 2 users").waitFor()
  await page.context().close()
})

it("columns can be chosen by hand, in Swedish, on a telephone, in the dark", async () => {
  const page = await open({
    locale: "sv-SE",
    viewport: { width: 390, height: 844 },
    colorScheme: "dark",
  })
  await choose(page, file("folk.csv", "email,firstName,lastName,Roll", "a@walk.example,Åsa,Ek,Chef"))
  await button(page, "Kontrollera fil").click()
  await page.getByRole("alert").getByText("Roll").waitFor()
  await button(page, "Välj kolumnerna…").click()
  await page.getByRole("heading", { name: "Kontrollera kolumnerna" }).waitFor()
  expect(await violations(page)).toEqual([])
  expect(await overhang(page)).toBeLessThanOrEqual(0)
  await shoot(page, "columns-sv-narrow")
  await button(page, "Kontrollera med dessa kolumner").click()
  await button(page, "Skapa 1 användare").waitFor()
  await page.context().close()
})

it("how a file is read is told with its reasons, and chosen otherwise by keyboard", async () => {
  const page = await open()
  await choose(page, file("report.csv", "Our people", "email,firstName;lastName", "a@walk.example,Ada;Ek"))
  await button(page, "Validate file").click()
  await page.getByText("Read as: comma, UTF-8, header in row 2").waitFor()
  await page.getByText("Others fit nearly as well: please check").waitFor()
  expect(await violations(page)).toEqual([])
  await goTo(page, page.getByLabel("Separator"))
  await page.keyboard.press("ArrowDown")
  await page.getByText("Read as: semicolon, UTF-8, header in row 2").waitFor()
  await page.getByLabel("What lastName is read as").waitFor()
  await page.getByText("As chosen").first().waitFor()
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("SELECT")
  await shoot(page, "read-as")
  await goTo(page, button(page, "Find out again"))
  await page.keyboard.press("Enter")
  await page.getByText("Read as: comma, UTF-8, header in row 2").waitFor()
  await page.context().close()
})

it("a choice that does not fit can be taken back, in Swedish, on a telephone, in the dark", async () => {
  const page = await open({
    locale: "sv-SE",
    viewport: { width: 390, height: 844 },
    colorScheme: "dark",
  })
  await choose(page, file("folk.csv", "email;firstName;lastName", "c@walk.example;Åsa;Ek"))
  await button(page, "Välj kolumnerna…").click()
  await page.getByText("Läst som: semikolon, UTF-8, rubriker på rad 1").click()
  await page.getByLabel("Rubriker på rad").fill("9")
  await page.getByLabel("Rubriker på rad").press("Enter")
  await page.getByRole("alert").waitFor()
  expect(await violations(page)).toEqual([])
  expect(await overhang(page)).toBeLessThanOrEqual(0)
  await shoot(page, "read-as-sv-narrow")
  await button(page, "Ta reda på igen").click()
  await page.getByText("Läst som: semikolon, UTF-8, rubriker på rad 1").waitFor()
  await page.getByRole("alert").waitFor({ state: "detached" })
  await button(page, "Kontrollera med dessa kolumner").click()
  await button(page, "Skapa 1 användare").waitFor()
  await page.context().close()
})

it("a file that is refused is read in another way by keyboard, and imported", async () => {
  const page = await open()
  const text = "email,firstName,lastName\r\nd@walk.example,Dag,Ek"
  await chooseByKeyboard(page, { ...file("unmarked.csv"), buffer: Buffer.from(text, "utf16le") })
  await page.getByRole("alert").getByText("unmarked.csv could not be read").waitFor()
  await page.getByText("The file may be right and only read wrong").waitFor()
  expect(await violations(page)).toEqual([])
  await shoot(page, "refused-read-as")
  await goTo(page, page.getByLabel("A quote within quotes"))
  await page.keyboard.press("ArrowDown")
  await button(page, "Find out again").waitFor()
  await page.getByRole("alert").waitFor()
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("SELECT")
  await goTo(page, page.getByLabel("Encoding"))
  await page.keyboard.press("ArrowDown")
  await page.getByRole("heading", { name: "Check the columns" }).waitFor()
  await page.getByRole("alert").waitFor({ state: "detached" })
  await goTo(page, button(page, "Validate with these columns"))
  await page.keyboard.press("Enter")
  await button(page, "Create 1 user").waitFor()
  await page.context().close()
})

it("a stray quote is told to be text, in Swedish, on a telephone, in the dark", async () => {
  const page = await open({
    locale: "sv-SE",
    viewport: { width: 390, height: 844 },
    colorScheme: "dark",
  })
  await choose(
    page,
    file("lista.csv", "E-post;Förnamn;Efternamn", 'e@walk.example;"Eva;Ek', "f@walk.example;Fia;Al"),
  )
  await button(page, "Kontrollera fil").click()
  await page.getByRole("alert").getByText("lista.csv kunde inte läsas").waitFor()
  await page.getByText("Filen kan vara rätt och bara läst fel").waitFor()
  expect(await violations(page)).toEqual([])
  expect(await overhang(page)).toBeLessThanOrEqual(0)
  await shoot(page, "refused-read-as-sv-narrow")
  await page.getByLabel("Citattecken runt celler").selectOption("none")
  await page.getByRole("heading", { name: "Kontrollera kolumnerna" }).waitFor()
  await page.getByText('"Eva').waitFor()
  await button(page, "Kontrollera med dessa kolumner").click()
  await button(page, "Skapa 2 användare").waitFor()
  await page.context().close()
})
