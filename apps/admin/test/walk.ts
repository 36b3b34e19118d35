import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { Locator, Page } from "playwright-core"

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

/** What the accessibility checker finds on the page, by rule and place. */
export const violations = async (page: Page) => {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as {
        axe: { run: () => Promise<{ violations: Array<{ id: string; nodes: Array<{ html: string }> }> }> }
      }
    ).axe.run()
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  })
}

/** How many pixels the page is wider than the window; more than none, and it scrolls sideways. */
export const overhang = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

/** Keeps a picture of the page in the folder `SHOTS`, where somebody wants to look at it. */
export const shoot = async (page: Page, name: string) => {
  const folder = process.env["SHOTS"]
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

export const file = (name: string, ...lines: ReadonlyArray<string>) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(lines.join("\r\n")),
})
type SheetFile = ReturnType<typeof file>

export const header = "email,firstName,lastName"

export const people = (count: number, word: string) =>
  Array.from({ length: count }, (_, at) => `${word}${at}@walk.example,Per,Son ${at}`)

export const choose = (page: Page, chosen: SheetFile) =>
  page.locator("input[type=file]").setInputFiles(chosen)

/** A button that can be used: one that says why not is waited for until it can. */
export const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, disabled: false })

export const confirm = (page: Page) =>
  page
    .getByRole("dialog")
    .getByRole("button", { name: /^(Create|Give|Change)/ })
    .click()

/** The three-dot menu of the page itself, in either language. */
export const menuButton = (page: Page) => page.locator(".page-header button[aria-haspopup]")

/** From the users of the platform to Add multiple, by the three-dot menu. */
export const openAddMultiple = async (page: Page, name: string | RegExp = /Add multiple/) => {
  await menuButton(page).click()
  await page.getByRole("menuitem", { name }).click()
}

export const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement)

/** Presses Tab until the element has the focus; fails where that takes more than 60 times. */
export const goTo = async (page: Page, target: Locator) => {
  await target.waitFor()
  for (let presses = 0; presses < 60; presses++) {
    if (await hasFocus(target)) return
    await page.keyboard.press("Tab")
  }
  throw new Error(`Tab never comes to ${target}.`)
}

/** Chooses a file and sends it. A page that has just come takes the focus to its heading: then one begins anew. */
export const chooseByKeyboard = async (page: Page, chosen: SheetFile) => {
  for (let tries = 0; ; tries++) {
    await goTo(page, button(page, "Choose input file"))
    const chooser = page.waitForEvent("filechooser", { timeout: 2000 }).catch(() => null)
    await page.keyboard.press("Enter")
    const opened = await chooser
    if (opened !== null) {
      await opened.setFiles(chosen)
      break
    }
    if (tries === 3) throw new Error("Enter opens no file chooser.")
  }
  await goTo(page, button(page, "Validate file"))
  await page.keyboard.press("Enter")
}
