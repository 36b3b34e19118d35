import { afterAll, beforeAll, expect, it } from "vitest"
import { client, peopleFile } from "./client.ts"
import { authorization, freshStore, startMuster, type Muster } from "./startMuster.ts"

let muster: Muster
let api: ReturnType<typeof client>
beforeAll(async () => {
  muster = await startMuster({ DATABASE_URL: await freshStore() })
  api = client(muster.address)
})
afterAll(() => muster.stop())

type User = Readonly<Record<"id" | "email", string>>
const users = (search = "") =>
  api.json<{ items: ReadonlyArray<User> }>(`platform/users?limit=500&search=${search}`)

it("an import of 249 people, two of them edited by hand since, is undone for 247; the two are kept and named", async () => {
  const made = await api.upload("platform", peopleFile(249))
  await api.run("platform", made.id)
  const edited = ["person17@company.example", "person230@company.example"]
  for (const email of edited) {
    const [user] = (await users(email)).items
    await fetch(`${muster.address}/api/v1/platform/users/${user?.id}`, {
      method: "PATCH",
      headers: { ...authorization, "Content-Type": "application/json" },
      body: JSON.stringify({ phone: "+46 31 000 00 00" }),
    })
  }
  const undo = await api.undo("platform", made.id)
  expect(undo).toMatchObject({ state: "ready", plan: { removed: 247 }, counts: { conflict: 2 } })
  const done = await api.run("platform", undo.id)
  expect(done).toMatchObject({ state: "completed", counts: { rows: 249, removed: 247, failed: 2 } })
  expect((await users()).items.map(({ email }) => email)).toEqual(edited)
  const kept = (await api.rows("platform", undo.id)).filter(({ status }) => status === "failed")
  expect(kept.map(({ cells, issues }) => [cells["email"], issues.map(({ code }) => code)])).toEqual(
    edited.map((email) => [email, ["undo.changed_since"]]),
  )
  expect(await api.report("platform", undo.id)).toContain(
    "person17@company.example has been changed since the import",
  )
  const again = await api.upload("platform", peopleFile(249))
  expect(again.counts).toMatchObject({ valid: 247, conflict: 2 })
})
