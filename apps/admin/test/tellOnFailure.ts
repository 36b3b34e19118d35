import type { Page } from "playwright-core"
import { onTestFailed } from "vitest"

/** When the test that opened this page fails, says what the page showed, and what went wrong on the way there. */
export const tellOnFailure = (page: Page) => {
  const trouble: Array<string> = []
  page.on("response", (answer) => {
    if (answer.status() >= 400) trouble.push(`${answer.status()} ${answer.url()}`)
  })
  page.on("requestfailed", (request) => trouble.push(`${request.failure()?.errorText} ${request.url()}`))
  page.on("pageerror", (error) => trouble.push(String(error)))
  onTestFailed(async () => {
    const shown = await page.innerText("body", { timeout: 1_000 }).catch(() => "(nothing)")
    console.error([`The page ${page.url()} showed:`, shown, "Before that:", ...trouble].join("\n"))
  })
}
