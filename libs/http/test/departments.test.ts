import { Department } from "@muster/domain/model/Department"
import { Schema } from "effect"
import { assert, describe, it } from "vitest"
import { csv, makeDatabase, people, read, readImport, refusalOf, sending, testApp } from "./testApp.ts"

const Page = Schema.Struct({ items: Schema.Array(Department), nextCursor: Schema.NullOr(Schema.String) })
const absent = "0f8fad5b-d9cb-469f-a165-70867728950e"

const prepared = async () => {
  const { request } = testApp()
  const id = await makeDatabase(request)
  const base = `/api/v1/databases/${id}/departments`
  const add = (body: unknown) => request(base, sending("POST", body))
  return { request, id, base, add }
}

describe("departments", () => {
  it("are added below their parents and listed in order of their ids", async () => {
    const { request, base, add } = await prepared()
    const asked = { departmentId: "00100", name: "Hälsa", parentId: "00101" }
    const made = { ...asked, closed: false }
    assert.deepEqual(await read(await add(asked), 201, Department), made)
    const page = await read(await request(base), 200, Page)
    assert.deepEqual(page.items, [
      made,
      { departmentId: "00101", name: "Finance", parentId: null, closed: false },
    ])
    const first = (await (await request(`${base}?limit=1`)).json()) as { nextCursor: string }
    const second = await read(await request(`${base}?limit=1&cursor=${first.nextCursor}`), 200, Page)
    assert.deepEqual(second, { items: [page.items[1] as Department], nextCursor: null })
  })

  it("are not added twice, below nobody's, or to no database", async () => {
    const { request, add } = await prepared()
    assert.equal(
      await refusalOf(await add({ departmentId: " 00101", name: "Again" })),
      "409 department.taken",
    )
    const orphan = { departmentId: "2", name: "Two", parentId: "99" }
    assert.equal(await refusalOf(await add(orphan)), "422 department.parent_unknown")
    const nowhere = `/api/v1/databases/${absent}/departments`
    const body = { departmentId: "1", name: "One" }
    assert.equal(await refusalOf(await request(nowhere, sending("POST", body))), "404 database.not_found")
    assert.equal(await refusalOf(await request(nowhere)), "404 database.not_found")
  })

  it("are refused with ids or names that hide something", async () => {
    const { add } = await prepared()
    const wrong = [
      { departmentId: "", name: "One" },
      { departmentId: "a\u200Db", name: "One" },
      { departmentId: "x".repeat(101), name: "One" },
      { departmentId: 7, name: "One" },
      { departmentId: "7" },
      { departmentId: "7", name: "One", id: absent },
      { departmentId: "7", name: "One", parentId: "\u0000" },
    ]
    for (const body of wrong) assert.equal(await refusalOf(await add(body)), "422 request.invalid")
  })

  it("are removed by id, whatever is in it", async () => {
    const { request, base, add } = await prepared()
    for (const departmentId of ["a/b", "100%", "å ä", "?x=1#y", "%2F", "..", ":row"]) {
      await add({ departmentId, name: "Odd" })
      const path = `${base}/${encodeURIComponent(departmentId).replaceAll(".", "%2E")}`
      if (departmentId === "..") continue
      const gone = await request(path, { method: "DELETE" })
      assert.deepEqual([gone.status, await gone.text()], [204, ""], departmentId)
      assert.equal(await refusalOf(await request(path, { method: "DELETE" })), "404 department.not_found")
    }
  })

  it("are not removed while departments or people are placed in them", async () => {
    const { request, id, base, add } = await prepared()
    const remove = (departmentId: string) => request(`${base}/${departmentId}`, { method: "DELETE" })
    await add({ departmentId: "1", name: "Below", parentId: "00101" })
    assert.equal(await refusalOf(await remove("00101")), "409 department.in_use")
    const step1 = await readImport(await request("/api/v1/platform/imports", csv(people(1))), 201)
    await request(`/api/v1/platform/imports/${step1.id}/run`, { method: "POST" })
    const access = "email,departmentId,groupName\nperson1@muster.example,1,Reader\n"
    const step2 = await readImport(await request(`/api/v1/databases/${id}/imports`, csv(access)), 201)
    await request(`/api/v1/databases/${id}/imports/${step2.id}/run`, { method: "POST" })
    assert.equal(await refusalOf(await remove("1")), "409 department.in_use")
    const group = `/api/v1/databases/${id}/permission-groups/Reader`
    assert.equal(await refusalOf(await request(group, { method: "DELETE" })), "409 group.in_use")
  })
})
