import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { authorization } from "./muster.ts"
import { musterInBrowser } from "./musterInBrowser.ts"
import { button, goTo, header, people, shoot, violations } from "./walk.ts"

const many = 200_000

const { address, open } = musterInBrowser({ MUSTER_MAX_ROWS: String(many) })

const api = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(`${address()}/api/v1/platform/${path}`, {
    ...init,
    headers: { ...authorization, "Content-Type": "text/csv" },
  })
  return (await response.json()) as { id: string; state: string; counts: Readonly<Record<string, number>> }
}

it("a run tells how long it will take, and is cancelled by keyboard: what was done is told, and the error file has the rest", async () => {
  const body = [header, ...people(many, "lark")].join("\n")
  const { id } = await api("imports?fileName=staff.csv", { method: "POST", body })
  await expect.poll(async () => (await api(`imports/${id}`)).state, { timeout: 120_000 }).toBe("ready")
  const page = await open(`/platform/imports/${id}`)
  await button(page, "Create 200,000 users").click()
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Create/ })
    .click()
  await page.getByRole("heading", { name: "Importing users" }).waitFor()
  await expect
    .poll(async () => (await api(`imports/${id}`)).counts.created, { timeout: 60_000 })
    .toBeGreaterThan(0)
  const swedish = await open(`/platform/imports/${id}`, {
    locale: "sv-SE",
    viewport: { width: 390, height: 844 },
    colorScheme: "dark",
  })
  for (const [one, left, rate] of [
    [page, "Less than a minute left", /rows a second/],
    [swedish, "Mindre än en minut kvar", /rader i sekunden/],
  ] as const) {
    await one.getByRole("status").filter({ hasText: left }).waitFor()
    await one.getByText(rate).waitFor()
  }
  await shoot(swedish, "running-sv-narrow")
  await shoot(page, "running")
  await swedish.context().close()
  await goTo(page, button(page, "Cancel import"))
  await page.keyboard.press("Enter")
  const dialog = page.getByRole("dialog", { name: "Cancel this import?" })
  await dialog.getByText("What has been done stays.").waitFor()
  await goTo(page, dialog.getByRole("button", { name: "Cancel import" }))
  await page.keyboard.press("Enter")
  await page.getByRole("heading", { name: /^The import was cancelled after [\d,]+ rows$/ }).waitFor()
  const { state, counts } = await api(`imports/${id}`)
  const created = counts.created ?? 0
  expect(state).toBe("cancelled")
  expect(counts).toMatchObject({ rows: many, valid: 0, unprocessed: many - created })
  const number = (value: number) => new Intl.NumberFormat("en-GB").format(value)
  await page.getByRole("heading", { name: `cancelled after ${number(created)} rows` }).waitFor()
  await page.getByRole("heading", { name: `${number(many - created)} rows not reached` }).waitFor()
  expect(await violations(page)).toEqual([])
  await shoot(page, "cancelled")

  const download = page.waitForEvent("download")
  await page.getByRole("link", { name: "Download error file, CSV" }).click()
  const lines = readFileSync((await (await download).path()) ?? "", "utf8")
    .trimEnd()
    .split("\r\n")
  expect(lines).toHaveLength(1 + many - created)
  expect(lines.slice(1).every((line) => line.includes(",unprocessed,"))).toBe(true)
  await page.context().close()
}, 300_000)
