import { existsSync } from "node:fs"
import sparticuz from "@sparticuz/chromium"
import { chromium, type Browser } from "playwright-core"

const installed = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
]

/** A real Chromium: the one that npm installed on Linux x64, elsewhere one that is installed; none is an error. */
export const openBrowser = async (): Promise<Browser> => {
  if (process.platform === "linux" && process.arch === "x64")
    return chromium.launch({
      executablePath: await sparticuz.executablePath(),
      // In a single process the browser ends with its first context.
      args: sparticuz.args.filter((arg) => arg !== "--single-process"),
      headless: true,
    })
  const executablePath = installed.find((path) => existsSync(path))
  if (executablePath === undefined) throw new Error("Install Chrome or Chromium to run the browser tests.")
  return chromium.launch({ executablePath, headless: true })
}
