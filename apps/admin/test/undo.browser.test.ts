import { expect, it } from "vitest"
import { authorization } from "./muster.ts"
import { musterInBrowser } from "./musterInBrowser.ts"
import { button, goTo, header, overhang, people, shoot, violations } from "./walk.ts"

const { address, open } = musterInBrowser()

const api = async (method: string, path: string, body?: string | object) => {
  const isFile = typeof body === "string"
  const response = await fetch(`${address()}/api/v1/platform/${path}`, {
    method,
    headers: { ...authorization, "Content-Type": isFile ? "text/csv" : "application/json" },
    ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
  })
  return (await response.json()) as { id: string; state: string; items: ReadonlyArray<{ id: string }> }
}

/** An import that created five people, one of whom was edited by hand since. */
const imported = async (word: string) => {
  const { id } = await api("POST", "imports?fileName=staff.csv", [header, ...people(5, word)].join("\n"))
  await api("POST", `imports/${id}/run`)
  // The run is answered before it is over.
  await expect
    .poll(async () => (await api("GET", `imports/${id}`)).state, { timeout: 30_000 })
    .toBe("completed")
  const [user] = (await api("GET", `users?search=${word}3`)).items
  await api("PATCH", `users/${user?.id}`, { phone: "+46 31 000 00 00" })
  return id
}

it("an import is undone by keyboard, after a preview that names who stays and why", async () => {
  const id = await imported("finch")
  const page = await open(`/platform/imports/${id}`)
  await goTo(page, button(page, "Undo this import…"))
  expect(await violations(page)).toEqual([])
  await shoot(page, "undo-offered")
  await page.keyboard.press("Enter")
  await page.getByRole("heading", { level: 1, name: "Undo staff.csv" }).waitFor()
  await page.getByRole("heading", { name: "4 users can be removed" }).waitFor()
  await page.getByText("finch3@walk.example has been changed since the import").waitFor()
  expect(await violations(page)).toEqual([])
  await shoot(page, "undo-preview")
  await goTo(page, button(page, /To remove/))
  await page.keyboard.press("Enter")
  await goTo(page, page.getByRole("button", { name: "Leave out row 2" }))
  await page.keyboard.press("Enter")
  await goTo(page, button(page, "Remove 3 users"))
  await page.keyboard.press("Enter")
  await page.getByRole("dialog").getByText("removed for good").waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press("Enter")
  await page.getByRole("heading", { name: "3 users removed" }).waitFor()
  await page.getByText("finch3@walk.example has been changed since the import").waitFor()
  expect(await violations(page)).toEqual([])
  await shoot(page, "undo-result")
  await page.getByRole("link", { name: "See the import that this undoes" }).click()
  await page.getByRole("link", { name: "This import has been undone" }).waitFor()
  expect((await api("GET", "users?search=finch")).items).toHaveLength(2)
  await page.context().close()
})

it("undoing reads right in Swedish, on a telephone, in the dark", async () => {
  const id = await imported("swift")
  const page = await open(`/platform/imports/${id}`, {
    locale: "sv-SE",
    viewport: { width: 390, height: 844 },
    colorScheme: "dark",
  })
  await button(page, "Ångra importen…").click()
  await page.getByRole("heading", { name: "4 användare kan tas bort" }).waitFor()
  expect(await overhang(page)).toBeLessThanOrEqual(0)
  expect(await violations(page)).toEqual([])
  await shoot(page, "undo-preview-sv-narrow")
  await button(page, "Ta bort 4 användare").click()
  await page.getByRole("dialog").getByRole("button", { name: "Ta bort 4 användare" }).click()
  await page.getByRole("heading", { name: "4 användare borttagna" }).waitFor()
  expect(await overhang(page)).toBeLessThanOrEqual(0)
  expect(await violations(page)).toEqual([])
  await shoot(page, "undo-result-sv-narrow")
  await page.context().close()
})
