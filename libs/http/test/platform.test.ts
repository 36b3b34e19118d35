import { assert, describe, it } from "vitest"
import { refusalOf, sending, testApp } from "./testApp.ts"

const post = { method: "POST" }

const itemsAt = async (request: ReturnType<typeof testApp>["request"], path: string) =>
  ((await (await request(path)).json()) as { items: ReadonlyArray<{ id: string }> }).items

describe("the sample platform", () => {
  it("fills an empty platform with databases, departments and groups; again changes nothing", async () => {
    const { request } = testApp()
    const made = await request("/api/v1/platform/sample", post)
    assert.equal(made.status, 201)
    const { items } = (await made.json()) as { items: ReadonlyArray<{ id: string }> }
    assert.lengthOf(items, 2)
    for (const { id } of items) {
      assert.isNotEmpty(await itemsAt(request, `/api/v1/databases/${id}/departments`))
      assert.isNotEmpty(await itemsAt(request, `/api/v1/databases/${id}/permission-groups`))
    }
    assert.equal((await request("/api/v1/platform/sample", post)).status, 201)
    assert.sameDeepMembers([...(await itemsAt(request, "/api/v1/databases"))], [...items])
  })

  it("is not mixed with databases of the platform's own", async () => {
    const { request } = testApp()
    await request("/api/v1/databases", sending("POST", { name: "Ours" }))
    assert.equal(await refusalOf(await request("/api/v1/platform/sample", post)), "409 platform.not_empty")
    assert.lengthOf(await itemsAt(request, "/api/v1/databases"), 1)
  })
})

describe("the limits", () => {
  it("are those that uploads are held to", async () => {
    const { request } = testApp({ limits: { maxRows: 7, maxBytes: 4096, undoDays: 30 } })
    assert.deepEqual(await (await request("/api/v1/limits")).json(), {
      maxRows: 7,
      maxBytes: 4096,
      undoDays: 30,
    })
  })
})

describe("the process", () => {
  it("says that it is alive, in which version, and that it is ready", async () => {
    const { request } = testApp({ version: "1.2.3" })
    assert.deepEqual(await (await request("/health")).json(), { status: "alive", version: "1.2.3" })
    assert.deepEqual(await (await request("/ready")).json(), { status: "ready" })
  })
})

describe("a database's users", () => {
  it("are none where nobody has access, and not found where there is no database", async () => {
    const { request } = testApp()
    const made = await request("/api/v1/databases", sending("POST", { name: "Ours" }))
    const { id } = (await made.json()) as { id: string }
    assert.deepEqual(await (await request(`/api/v1/databases/${id}/users`)).json(), {
      items: [],
      nextCursor: null,
    })
    const absent = "/api/v1/databases/0f8fad5b-d9cb-469f-a165-70867728950e/users"
    assert.equal(await refusalOf(await request(absent)), "404 database.not_found")
  })
})
