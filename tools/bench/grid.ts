import { parseArgs } from "node:util"
import { openBrowser } from "../../apps/admin/test/browser.ts"
import { authorization, startMuster } from "../../apps/admin/test/muster.ts"
import { setUp } from "../../apps/admin/test/signIn.ts"
import { measurePage, pageTableHead } from "./measurePage.ts"
import { personAt } from "./personAt.ts"

/** How long the browser is busy at a time while somebody moves and writes in a grid with many rows. */
const { values } = parseArgs({ options: { rows: { type: "string", default: "100000" } } })
const rows = Number(values.rows)

const muster = await startMuster({ MUSTER_MAX_ROWS: String(rows) })
const browser = await openBrowser()
const context = await browser.newContext({
  viewport: { width: 1440, height: 900 },
  bypassCSP: true,
  storageState: await setUp(browser, muster.setUpLink),
})
const page = await context.newPage()
page.setDefaultTimeout(180_000)
await page.goto(`${muster.address}/platform/users/add-multiple`)
await page.getByRole("radio", { name: "Type rows" }).check()
await page.locator("[role=gridcell]").first().click()

const text = Array.from({ length: rows }, (_, at) => {
  const { email, firstName, lastName, phone } = personAt(at)
  return [at % 50 === 0 ? email.replace("@", " at ") : email, firstName, lastName, "", phone].join("\t")
}).join("\n")

const measure = measurePage(browser, page)
console.log(pageTableHead(`${rows.toLocaleString("en")} rows`))
await page.evaluate(`globalThis.paste = (() => {
  const clipboardData = new DataTransfer()
  clipboardData.setData("text/plain", ${JSON.stringify(text)})
  const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true })
  return () => document.activeElement.dispatchEvent(event)
})()`)
const gone = (word: string) =>
  page.waitForFunction(
    `!document.querySelector(".grid-tools [role=status]").textContent.includes("${word} …")`,
    null,
    { timeout: 180_000 },
  )
const frame = () => page.evaluate("new Promise(requestAnimationFrame)")
const height = rows * 34

await measure("paste", async () => {
  await page.evaluate("globalThis.paste()")
  await gone("working")
})
await measure("checking all rows, and keeping them", async () => {
  await gone("checking")
  await page.waitForTimeout(3000)
})
await page.mouse.move(900, 650)
const wheel = async (times: number, by: number) => {
  for (let at = 0; at < times; at++) {
    await page.mouse.wheel(0, by)
    await frame()
  }
}
await measure("wheel, row by row", () => wheel(120, 100))
await measure("wheel, through all rows", () => wheel(120, Math.ceil(height / 120)))
await measure("scroll bar, here and there", async () => {
  for (let at = 0; at < 60; at++) {
    await page.evaluate(
      `document.querySelector(".grid").scrollTop = ${Math.round((((at * 37) % 60) / 60) * height)}`,
    )
    await frame()
  }
})
await page.locator('[role=gridcell][tabindex="0"]').focus()
await measure("Page Down, held", async () => {
  for (let at = 0; at < 60; at++) {
    await page.keyboard.press("PageDown")
    await frame()
  }
})
await measure("typing into 20 cells", async () => {
  for (let at = 0; at < 20; at++) {
    await page.keyboard.type(`typed${at}@bench.example`)
    await page.keyboard.press("Enter")
  }
})
await measure("next problem, 30 times", async () => {
  for (let at = 0; at < 30; at++) {
    await page.keyboard.press("F8")
    await frame()
  }
})
await measure("undo, 10 times", async () => {
  for (let at = 0; at < 10; at++) {
    await page.keyboard.press("Control+Z")
    await frame()
  }
})

const sent = await fetch(`${muster.address}/api/v1/platform/imports?fileName=people.csv`, {
  method: "POST",
  body: `email,firstName,lastName,username,phone\n${text.replaceAll("\t", ",")}`,
  headers: { "Content-Type": "text/csv", ...authorization },
})
const { id } = (await sent.json()) as { readonly id: string }
await page.goto(`${muster.address}/platform/imports/${id}`)
const open = page.getByRole("button", { name: "Correct in a grid" })
await open.waitFor()
await measure("opening the rows of an import", async () => {
  await open.click()
  await page.getByRole("grid").waitFor()
  await gone("checking")
})
await measure("filling a column down", async () => {
  await page.locator('.grid-body [aria-rowindex="2"] [data-column="2"]').click()
  await page.keyboard.press("Control+Shift+ArrowDown")
  await page.keyboard.press("Control+D")
  await page.getByRole("button", { name: /^Save .* changed rows$/ }).waitFor()
  await gone("working")
})
await measure("saving them", async () => {
  await page.getByRole("button", { name: /^Save .* changed rows$/ }).click()
  await page.getByRole("grid").waitFor({ state: "detached", timeout: 1_200_000 })
})
await browser.close()
await muster.stop()
