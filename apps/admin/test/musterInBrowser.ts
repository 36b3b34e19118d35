import type { Browser, BrowserContextOptions, Page } from "playwright-core"
import { afterAll, beforeAll } from "vitest"
import { openBrowser } from "./browser.ts"
import { startMuster } from "./muster.ts"
import { setUp } from "./signIn.ts"
import { tellOnFailure } from "./tellOnFailure.ts"

/**
 * A Muster of the tests of one file, with these settings besides, with its first administrator signed in, and a browser
 * that shows it.
 */
export const musterInBrowser = (settings: Readonly<Record<string, string>> = {}) => {
  let muster: Awaited<ReturnType<typeof startMuster>>
  let browser: Browser
  let signedIn: Awaited<ReturnType<typeof setUp>>
  beforeAll(async () => {
    muster = await startMuster(settings)
    browser = await openBrowser()
    signedIn = await setUp(browser, muster.setUpLink)
  })
  afterAll(async () => {
    await browser?.close()
    await muster?.stop()
  })
  /** A page that shows nothing yet, in a browser of its own in which the administrator is signed in. */
  const newPage = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({
      locale: "en-GB",
      bypassCSP: true,
      storageState: signedIn,
      ...options,
    })
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    tellOnFailure(page)
    return page
  }
  return {
    address: () => muster.address,
    newPage,
    /** A page as the administrator sees it, in a browser of its own with these options besides. */
    open: async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
      const page = await newPage(options)
      await page.goto(muster.address + path)
      return page
    },
  }
}
