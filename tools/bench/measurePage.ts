import type { Browser, Page } from "playwright-core"
import { framesOf, mainTasks, mostBy } from "./frames.ts"

/**
 * Answers what does something under tracing and prints, as a line of a table, how long it took and how long the frames
 * and the tasks of the page's main thread took meanwhile, in ms.
 */
export const measurePage =
  (browser: Browser, page: Page) => async (name: string, act: () => Promise<unknown>) => {
    await page.evaluate(watchFrames)
    await browser.startTracing(page, {
      categories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"],
    })
    const began = performance.now()
    await act()
    const all = performance.now() - began
    const trace = await browser.stopTracing()
    const frames = framesOf(await page.evaluate<ReadonlyArray<number>>("globalThis.framesSeen"))
    const tasks = mainTasks(trace.toString("utf8"))
    const [longest, busiest] = [mostBy(tasks, "took"), mostBy(tasks, "worked")]
    const cells = [
      name,
      `${Math.round(all)} ms`,
      ...[frames.longest, frames.p99, longest.took, longest.worked, busiest.worked].map(
        (ms) => `${ms.toFixed(1)} ms`,
      ),
    ]
    console.log(`| ${cells.join(" | ")} |`)
  }

/** Above the lines, with what they are about. */
export const pageTableHead = (about: string): string =>
  `| ${about} | took | longest frame | p99 frame | longest task | of it at work | most at work |\n` +
  "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"

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
