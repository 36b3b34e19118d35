import { parseArgs } from "node:util"
import { openBrowser } from "../../apps/admin/test/browser.ts"
import { startMuster } from "../../apps/admin/test/muster.ts"
import { setUp } from "../../apps/admin/test/signIn.ts"
import { framesOf, mainTasks } from "./frames.ts"
import { personAt } from "./personAt.ts"

/** How long the browser is busy at a time while somebody moves and writes in a grid with many rows. */
const { values } = parseArgs({ options: { rows: { type: "string", default: "100000" } } })
const rows = Number(values.rows)

const muster = await startMuster()
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

console.log(
  `| ${rows.toLocaleString("en")} rows | took | longest frame | p99 frame | longest task | p99 task | tasks over 50 ms |`,
)
console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
/** Does something under tracing, and notes what the page's main thread and its frames took. */
const measure = async (name: string, act: () => Promise<unknown>) => {
  await page.evaluate(watchFrames)
  await browser.startTracing(page, {
    categories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"],
  })
  const began = performance.now()
  await act()
  const took = performance.now() - began
  const trace = await browser.stopTracing()
  const frames = framesOf(await page.evaluate<ReadonlyArray<number>>("globalThis.framesSeen"))
  const tasks = framesOf(mainTasks(trace.toString("utf8")))
  const cells = [
    name,
    `${Math.round(took)} ms`,
    ...[frames.longest, frames.p99, tasks.longest, tasks.p99].map((ms) => `${ms.toFixed(1)} ms`),
    String(tasks.over),
  ]
  console.log(`| ${cells.join(" | ")} |`)
}
/** Runs in the page: notes when each frame is drawn. */
const watchFrames = `(() => {
  globalThis.framesSeen = []
  globalThis.watching = (globalThis.watching ?? 0) + 1
  const mine = globalThis.watching
  let last = performance.now()
  const frame = (now) => {
    if (mine !== globalThis.watching) return
    globalThis.framesSeen.push(now - last)
    last = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
})()`
const pasteHere = `globalThis.pasteHere = (text) => {
  const clipboardData = new DataTransfer()
  clipboardData.setData("text/plain", text)
  const target = document.activeElement ?? document.body
  target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))
}`
await page.evaluate(pasteHere)
await page.evaluate(`globalThis.textToPaste = ${JSON.stringify(text)}`)
const checkedAll = () =>
  page.waitForFunction(
    "!/checking/.test(document.querySelector('.grid-tools [role=status]').textContent)",
    null,
    {
      timeout: 180_000,
    },
  )
const frame = () => page.evaluate("new Promise(requestAnimationFrame)")
const height = rows * 34

await measure("paste", async () => {
  await page.evaluate("globalThis.pasteHere(globalThis.textToPaste)")
  await frame()
})
await measure("checking all rows, and keeping them", async () => {
  await checkedAll()
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
await browser.close()
await muster.stop()
