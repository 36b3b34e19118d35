import type { Browser, Page } from "playwright-core"
import { administrator } from "./muster.ts"

/** Makes the first administrator as a user would, and answers the browser's state once they are signed in. */
export const setUp = async (browser: Browser, setUpLink: string) => {
  const context = await browser.newContext({ locale: "en-GB" })
  const page = await context.newPage()
  await page.goto(setUpLink)
  await page.getByLabel("E-mail").fill(administrator.email)
  await page.getByLabel("First name").fill(administrator.firstName)
  await page.getByLabel("Last name").fill(administrator.lastName)
  await page.getByLabel("Password").fill(administrator.password)
  await page.getByRole("button", { name: "Begin" }).click()
  await page.getByRole("button", { name: "Sign out" }).waitFor()
  const state = await context.storageState()
  await context.close()
  return state
}

export const signIn = async (page: Page, identifier: string, password: string) => {
  await page.getByLabel("E-mail or username").fill(identifier)
  await page.getByLabel("Password").fill(password)
  await page.getByRole("button", { name: "Sign in" }).click()
}
