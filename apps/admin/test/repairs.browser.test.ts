import { beforeAll, expect, it } from "vitest"
import { authorization } from "./muster.ts"
import { musterInBrowser } from "./musterInBrowser.ts"
import {
  button,
  choose,
  chooseByKeyboard,
  confirm,
  file,
  goTo,
  header,
  overhang,
  shoot,
  violations,
} from "./walk.ts"

const { address, open } = musterInBrowser()
beforeAll(async () => {
  const made = await fetch(`${address()}/api/v1/platform/sample`, { method: "POST", headers: authorization })
  expect(made.ok).toBe(true)
})

const damaged = (word: string) =>
  file(
    "people.csv",
    header,
    `bjorn.${word}@gmial.com,BjÃ¶rn,Ã–berg`,
    `asa.${word}@walk.example,Ã…sa,Ek`,
    `b\u043e.${word}@walk.example,Bo,Ek`,
    `pia.${word}@hotmal.se,"Berg, Pia",`,
    `ann\u200ba.${word}@walk.example,Anna\u00a0Maria,Mård`,
  )

it("damage is repaired in all rows by keyboard, and told in the row and the report", async () => {
  const page = await open("/platform/users/add-multiple")
  await chooseByKeyboard(page, damaged("keys"))
  await page.getByRole("heading", { name: "Damage that can be repaired" }).waitFor()
  expect(await violations(page)).toEqual([])
  await shoot(page, "repairs")
  await page.getByText("bо[U+043E].keys@walk.example", { exact: true }).waitFor()
  await goTo(page, button(page, "Repair all 2 rows: Misread letters"))
  await page.keyboard.press("Enter")
  await button(page, "Repair all 2 rows: Misread letters").waitFor({ state: "detached" })
  await page.waitForFunction(() => document.activeElement?.closest(".repairs") != null)
  for (const name of ["Misspelt mail domains", "Look-alike letters", "Surname, first name", "Invisible"]) {
    const repair = button(page, new RegExp(`^Repair .*: ${name}`))
    await goTo(page, repair)
    await page.keyboard.press("Enter")
    await repair.waitFor({ state: "detached" })
  }
  await button(page, "Create 5 users").waitFor()
  await page.getByRole("heading", { name: "Damage that can be repaired" }).waitFor({ state: "detached" })

  await page.getByRole("button", { name: /With remarks/ }).click()
  await page.getByText('First name was repaired: "BjÃ¶rn" became "Björn".').waitFor()
  expect(await violations(page)).toEqual([])
  await shoot(page, "repaired")
  await button(page, "Create 5 users").click()
  await confirm(page)
  await page.locator(".count.created dd", { hasText: "5" }).waitFor()
  await page.context().close()
})

it("one row alone is repaired, and put back as it was", async () => {
  const page = await open("/platform/users/add-multiple")
  await choose(page, damaged("one"))
  await button(page, "Validate file").click()
  const row = page.locator("tbody[data-row='5']")
  await row.getByRole("button", { name: "Repair to Pia", exact: true }).click()
  await page.getByRole("button", { name: /With remarks/ }).click()
  await row.getByText('First name was repaired: "Berg, Pia" became "Pia".').waitFor()
  await row.getByText('Last name was blank; a repair filled in "Berg".').waitFor()
  await row.getByRole("button", { name: "Put back Berg, Pia" }).click()
  await row.getByText("First name holds a whole name, surname first").waitFor()
  await page.context().close()
})

it("ids that a spreadsheet changed are repaired by what the database has, in Swedish, on a telephone, dark", async () => {
  const page = await open("/databases", {
    locale: "sv-SE",
    viewport: { width: 390, height: 844 },
    colorScheme: "dark",
  })
  await page.getByRole("link", { name: "Northvik Municipality" }).click()
  await page.getByRole("link", { name: "Importera användare" }).click()
  await choose(
    page,
    file(
      "access.csv",
      "email,departmentId,groupName",
      "asa.keys@walk.example,101,Reader",
      "anna.keys@walk.example,102,Rea\u00adder",
      'bo.keys@walk.example,"7,01E+11",Reader',
    ),
  )
  await button(page, "Kontrollera fil").click()
  await page.getByRole("heading", { name: "Skador som kan lagas" }).waitFor()
  expect(await violations(page)).toEqual([])
  expect(await overhang(page)).toBeLessThanOrEqual(0)
  await shoot(page, "repairs-sv-narrow-dark")
  await button(page, "Laga alla 2 rader: Tappade nollor").click()
  await button(page, "Laga 1 rad: Osynliga tecken").click()
  await page.getByText("1 av 3 rader måste rättas").first().waitFor()
  await page.getByText("siffrorna som saknas är förlorade").waitFor()
  await page.context().close()
})
