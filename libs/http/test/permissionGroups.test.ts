import { PermissionGroup } from "@muster/domain/model/PermissionGroup"
import { Schema } from "effect"
import { assert, describe, it } from "vitest"
import { makeDatabase, read, refusalOf, sending, testApp } from "./testApp.ts"

const Page = Schema.Struct({ items: Schema.Array(PermissionGroup), nextCursor: Schema.NullOr(Schema.String) })
const absent = "0f8fad5b-d9cb-469f-a165-70867728950e"

const prepared = async () => {
  const { request } = testApp()
  const base = `/api/v1/databases/${await makeDatabase(request)}/permission-groups`
  return { request, base, add: (body: unknown) => request(base, sending("POST", body)) }
}

describe("permission groups", () => {
  it("are added and listed in order of name", async () => {
    const { request, base, add } = await prepared()
    const made = { groupName: "Editor", description: "May change", permissions: ["read", "write"] }
    assert.deepEqual(await read(await add(made), 201, PermissionGroup), made)
    const page = await read(await request(base), 200, Page)
    assert.deepEqual(page.items, [made, { groupName: "Reader", description: "", permissions: [] }])
  })

  it("are not added twice or to no database", async () => {
    const { request, add } = await prepared()
    assert.equal(await refusalOf(await add({ groupName: "Reader" })), "409 group.taken")
    const nowhere = `/api/v1/databases/${absent}/permission-groups`
    assert.equal(
      await refusalOf(await request(nowhere, sending("POST", { groupName: "A" }))),
      "404 database.not_found",
    )
    assert.equal(await refusalOf(await request(nowhere)), "404 database.not_found")
  })

  it("are refused where something is not as it must be", async () => {
    const { add } = await prepared()
    const wrong = [
      { groupName: "" },
      { groupName: "A", permissions: "read" },
      { groupName: "A", permissions: ["read", " "] },
      { groupName: "A", permissions: Array.from({ length: 1001 }, () => "read") },
      { groupName: "A", description: "\u0007" },
      { groupName: "A", databaseId: absent },
    ]
    for (const body of wrong) assert.equal(await refusalOf(await add(body)), "422 request.invalid")
  })

  it("are removed by name", async () => {
    const { request, base } = await prepared()
    const remove = () => request(`${base}/Reader`, { method: "DELETE" })
    assert.equal((await remove()).status, 204)
    assert.equal(await refusalOf(await remove()), "404 group.not_found")
  })
})
