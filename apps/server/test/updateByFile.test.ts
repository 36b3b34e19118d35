import { afterAll, beforeAll, expect, it } from "vitest"
import { client, peopleFile, type RowAnswer } from "./client.ts"
import { authorization, freshStore, startMuster, type Muster } from "./startMuster.ts"

const count = 10_000

let muster: Muster
let api: ReturnType<typeof client>
beforeAll(async () => {
  muster = await startMuster({ DATABASE_URL: await freshStore(), MUSTER_MAX_ROWS: "20000" })
  api = client(muster.address)
})
afterAll(() => muster.stop())

const updated = (id: string) =>
  api.json<{ items: ReadonlyArray<RowAnswer> }>(`platform/imports/${id}/rows?outcome=updated`)

it("10,000 people downloaded and brought back change nothing, and with one cell edited just that", async () => {
  const made = await api.upload("platform", peopleFile(count))
  expect(await api.run("platform", made.id)).toMatchObject({ state: "completed", counts: { created: count } })
  const download = await fetch(`${muster.address}/api/v1/platform/users/download`, { headers: authorization })
  const file = await download.text()
  expect(file.trimEnd().split("\r\n")).toHaveLength(count + 1)

  const same = await api.upload("platform", file, "&mode=update")
  expect(same).toMatchObject({ state: "ready", plan: { created: 0, updated: 0, unchanged: count } })
  expect(await api.run("platform", same.id)).toMatchObject({
    state: "completed",
    counts: { rows: count, created: 0, updated: 0, unchanged: count, failed: 0 },
  })

  const edited = file.replace("Son 7777", "Edited")
  const other = await api.upload("platform", edited, "&mode=update")
  expect(other).toMatchObject({ state: "ready", plan: { created: 0, updated: 1, unchanged: count - 1 } })
  const { items } = await updated(other.id)
  expect(items.map(({ changes }) => changes.fields)).toEqual([
    [{ column: "lastName", before: "Son 7777", after: "Edited" }],
  ])
  expect(await api.run("platform", other.id)).toMatchObject({
    counts: { rows: count, updated: 1, unchanged: count - 1 },
  })
}, 120_000)
