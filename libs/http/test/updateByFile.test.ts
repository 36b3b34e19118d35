import { assert, describe, it } from "vitest"
import { RowPage } from "../src/ImportAnswer.ts"
import { csv, makeDatabase, people, read, readImport, refusalOf, sending, testApp } from "./testApp.ts"

const base = "/api/v1/platform/imports"
const edited = "email,lastName\nperson1@muster.example,Edited\nperson2@muster.example,\n"

/** An app with two people. */
const prepared = async () => {
  const { request } = testApp()
  const { id } = await readImport(await request(base, csv(people(1, 2))), 201)
  await request(`${base}/${id}/run`, { method: "POST" })
  return request
}

describe("a file that changes people", () => {
  it("tells what becomes what before it runs, and does just that", async () => {
    const request = await prepared()
    const one = await readImport(await request(`${base}?mode=update`, csv(edited)), 201)
    assert.deepEqual([one.state, one.mode], ["ready", "update"])
    assert.deepEqual(one.plan, { created: 0, updated: 1, unchanged: 1, removed: 0 })
    const rows = await read(await request(`${base}/${one.id}/rows?outcome=updated`), 200, RowPage)
    assert.deepEqual(
      rows.items.map(({ row, changes }) => [row, changes.fields.map(({ column, after }) => [column, after])]),
      [[2, [["lastName", "Edited"]]]],
    )
    const { counts } = await readImport(await request(`${base}/${one.id}/run`, { method: "POST" }), 202)
    assert.deepInclude(counts, { rows: 2, created: 0, updated: 1, unchanged: 1 })
    const again = await readImport(await request(`${base}?mode=update`, csv(edited)), 201)
    assert.deepEqual(again.plan, { created: 0, updated: 0, unchanged: 2, removed: 0 })
  })

  it("may be chosen in a form, before the file and after it", async () => {
    const request = await prepared()
    const parts = [
      ["mode", "both"],
      ["file", new File([edited], "people.csv")],
    ] as const
    for (const order of [parts, parts.toReversed()]) {
      const body = new FormData()
      for (const [name, value] of order) body.append(name, value)
      const one = await readImport(await request(base, { method: "POST", body }), 201)
      assert.deepEqual([one.mode, one.plan.updated], ["both", 1])
    }
  })

  it("may be chosen anew", async () => {
    const request = await prepared()
    const text = people(1, 3).replace("person1@muster.example,", "person1@muster.example,Other")
    const { id, counts } = await readImport(await request(base, csv(text)), 201)
    assert.deepInclude(counts, { valid: 1, conflict: 1 })
    const change = (body: unknown) => request(`${base}/${id}`, sending("PATCH", body))
    const both = await readImport(await change({ mode: "both" }))
    assert.deepEqual(both.plan, { created: 1, updated: 1, unchanged: 0, removed: 0 })
    const update = await readImport(await change({ mode: "update" }))
    assert.deepEqual([update.counts.conflict, update.plan.updated], [1, 1])
    assert.equal(await refusalOf(await change({ mode: "replace" })), "422 request.invalid")
    assert.equal(await refusalOf(await change({})), "422 request.invalid")
  })

  it("finds no access to change where somebody has none", async () => {
    const request = await prepared()
    const access = `/api/v1/databases/${await makeDatabase(request)}/imports`
    const text = "email,departmentId,groupName\nperson1@muster.example,00101,Reader\n"
    const { id, state } = await readImport(await request(`${access}?mode=update`, csv(text)), 201)
    assert.equal(state, "refused")
    const { items } = await read(await request(`${access}/${id}/rows`), 200, RowPage)
    assert.deepEqual(
      items[0]?.issues.map(({ code }) => code),
      ["access.not_there"],
    )
  })
})
