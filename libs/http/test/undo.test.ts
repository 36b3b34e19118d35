import { assert, describe, it } from "vitest"
import { RowPage } from "../src/ImportAnswer.ts"
import { csv, makeDatabase, people, read, readImport, refusalOf, sending, testApp } from "./testApp.ts"

const base = "/api/v1/platform/imports"

/** An app with an import that created two people. */
const prepared = async () => {
  const { request } = testApp()
  const { id } = await readImport(await request(base, csv(people(1, 2))), 201)
  await request(`${base}/${id}/run`, { method: "POST" })
  return { request, id }
}

describe("an import that has ended", () => {
  it("is undone by an import of its own, with a preview and an address, whatever is asked twice", async () => {
    const { request, id } = await prepared()
    const ask = () => request(`${base}/${id}/undo`, { method: "POST" })
    const response = await ask()
    const location = response.headers.get("location") ?? ""
    const undo = await readImport(response, 201)
    assert.deepInclude(undo, { state: "ready", undoes: id, undoneBy: null, mode: "update" })
    assert.deepEqual(undo.plan, { created: 0, updated: 0, unchanged: 0, removed: 2 })
    assert.equal((await readImport(await ask(), 201)).id, undo.id)
    const rows = await read(await request(`${location}/rows?outcome=removed`), 200, RowPage)
    assert.deepEqual(
      rows.items.map(({ cells }) => cells["email"]),
      ["person1@muster.example", "person2@muster.example"],
    )
    const { counts } = await readImport(await request(`${location}/run`, { method: "POST" }), 202)
    assert.deepInclude(counts, { rows: 2, removed: 2, failed: 0 })
    assert.equal((await readImport(await request(`${base}/${id}`))).undoneBy, undo.id)
    const users = (await (await request("/api/v1/platform/users")).json()) as { items: Array<unknown> }
    assert.deepEqual(users.items, [])
    const report = await (await request(`${location}/report?rows=all`)).text()
    assert.match(report, /person1@muster\.example,First1,Last1,2,removed,/)
  })

  it("has rows left out and none corrected while it is being undone", async () => {
    const { request, id } = await prepared()
    const undo = await readImport(await request(`${base}/${id}/undo`, { method: "POST" }), 201)
    const row = `${base}/${undo.id}/rows/2`
    const corrected = await request(row, sending("PATCH", { cells: { firstName: "X" } }))
    assert.equal(await refusalOf(corrected), "409 import.not_correctable")
    const chosen = await request(`${base}/${undo.id}`, sending("PATCH", { mode: "create" }))
    assert.equal(await refusalOf(chosen), "409 import.not_correctable")
    const kept = await readImport(await request(row, sending("PATCH", { status: "skipped" })))
    assert.deepInclude(kept.counts, { valid: 1, skipped: 1 })
  })

  it("is not undone where it did nothing, or undoes another", async () => {
    const { request, id } = await prepared()
    const again = await readImport(await request(base, csv(people(1))), 201)
    assert.equal(
      await refusalOf(await request(`${base}/${again.id}/undo`, { method: "POST" })),
      "409 undo.unfinished",
    )
    await request(`${base}/${again.id}/run`, { method: "POST" })
    assert.equal(
      await refusalOf(await request(`${base}/${again.id}/undo`, { method: "POST" })),
      "409 undo.nothing_done",
    )
    const undo = await readImport(await request(`${base}/${id}/undo`, { method: "POST" }), 201)
    await request(`${base}/${undo.id}/run`, { method: "POST" })
    assert.equal(
      await refusalOf(await request(`${base}/${undo.id}/undo`, { method: "POST" })),
      "409 undo.of_undo",
    )
    const foreign = `/api/v1/databases/${await makeDatabase(request)}/imports/${id}/undo`
    assert.equal(await refusalOf(await request(foreign, { method: "POST" })), "404 import.not_found")
  })

  it("gave access that is taken away again", async () => {
    const { request } = await prepared()
    const database = `/api/v1/databases/${await makeDatabase(request)}`
    const text = "email,departmentId,groupName\nperson1@muster.example,00101,Reader\n"
    const { id } = await readImport(await request(`${database}/imports`, csv(text)), 201)
    await request(`${database}/imports/${id}/run`, { method: "POST" })
    const undo = await readImport(await request(`${database}/imports/${id}/undo`, { method: "POST" }), 201)
    assert.equal(undo.plan.removed, 1)
    await request(`${database}/imports/${undo.id}/run`, { method: "POST" })
    const users = (await (await request(`${database}/users`)).json()) as { items: Array<unknown> }
    assert.deepEqual(users.items, [])
  })
})
