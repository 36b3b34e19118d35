import { assert, describe, it } from "vitest"
import { csv, makeDatabase, problemOf, readImport, refusalOf, sending, testApp } from "./testApp.ts"

const scene = async () => {
  const { request } = testApp()
  const id = await makeDatabase(request)
  const base = `/api/v1/databases/${id}`
  const names = { email: "ann@closing.example", firstName: "Ann", lastName: "Closing" }
  const made = await request("/api/v1/platform/users", sending("POST", names))
  const { id: userId } = (await made.json()) as { id: string }
  const change = (path: string, method: string, body: object) =>
    request(`${base}${path}`, sending(method, body))
  await change("/permission-groups", "POST", { groupName: "Writer", permissions: ["plan.write"] })
  const file = (departmentId: string) =>
    request(`${base}/imports`, csv(`email,departmentId,groupName\n${names.email},${departmentId},Writer\n`))
  return { request, id, base, userId, email: names.email, change, file }
}

describe("a department that is closed", () => {
  it("is given to nobody, stays with who has it, and is told what hangs on it before", async () => {
    const { request, base, userId, email, change, file } = await scene()
    const usage = async () => (await request(`${base}/departments/00101/usage`)).json()
    const ready = await readImport(await file("00101"), 201)
    assert.deepEqual(await usage(), { users: 0, byHand: 0, below: 0, imports: 1 })
    assert.equal((await change("/departments/00101", "PATCH", { closed: true })).status, 200)
    await request(`${base}/imports/${ready.id}/run`, { method: "POST" })
    const refused = await readImport(await request(`${base}/imports/${ready.id}`), 200)
    assert.equal(refused.state, "refused")
    const give = { email, departmentId: "00101", groupName: "Writer" }
    assert.equal(await refusalOf(await change("/users", "POST", give)), "422 department.closed")

    await change("/departments/00101", "PATCH", { closed: false })
    assert.equal((await change("/users", "POST", give)).status, 201)
    assert.deepEqual(await usage(), { users: 1, byHand: 0, below: 0, imports: 0 })
    await change("/departments/00101", "PATCH", { closed: true })
    const more = { extra: { departments: [], permissions: ["plan.read"] } }
    assert.equal((await change(`/users/${userId}`, "PATCH", more)).status, 200)
    const group = await (await request(`${base}/permission-groups/Writer/usage`)).json()
    assert.deepEqual(group, { users: 1, byHand: 0, below: 0, imports: 0 })
  })
})

describe("a database that is closed", () => {
  it("is read but not changed, and nobody may anything in it, until it is opened again", async () => {
    const { request, id, base, userId, email, change, file } = await scene()
    const give = { email, departmentId: "00101", groupName: "Writer" }
    await change("/users", "POST", give)
    const held = async () => {
      const answer = await request(`${base}/users/${userId}/permissions`)
      return ((await answer.json()) as { permissions: ReadonlyArray<unknown> }).permissions.length
    }
    assert.equal(await held(), 1)
    const closed = await request(`${base}/close`, { method: "POST" })
    assert.deepInclude(await closed.json(), { id, closed: true })
    assert.equal(await held(), 0)
    const act = {
      act: "giveAccess",
      databaseId: id,
      departmentId: "00101",
      groupName: "Writer",
      userIds: [userId],
    }
    for (const refused of [
      await change("/users", "POST", give),
      await change(`/users/${userId}`, "PATCH", { groupName: "Writer" }),
      await change("/departments", "POST", { departmentId: "2", name: "Two" }),
      await change("/permission-groups/Writer", "PATCH", { description: "Writes" }),
      await change("", "PATCH", { name: "Other" }),
      await file("00101"),
      await request("/api/v1/platform/users/actions", sending("POST", act)),
    ])
      assert.equal(await refusalOf(refused), "409 database.closed")
    for (const path of ["", "/users", "/departments", "/imports"])
      assert.equal((await request(base + path)).status, 200)
    await request(`${base}/reopen`, { method: "POST" })
    assert.equal(await held(), 1)
    assert.equal((await file("00101")).status, 201)
  })
})

describe("permissions that the product registered", () => {
  it("are the only ones given from then on; what is held already stays", async () => {
    const { request, userId, email, change } = await scene()
    const register = (...names: ReadonlyArray<string>) =>
      request("/api/v1/permissions", sending("PUT", { items: names.map((name) => ({ name })) }))
    assert.equal((await register("plan.read", "report.read")).status, 200)
    assert.deepEqual(await (await request("/api/v1/permissions")).json(), {
      items: [
        { name: "plan.read", description: "" },
        { name: "report.read", description: "" },
      ],
    })
    const group = { groupName: "Reader", permissions: ["plan.raed", "database.administer"] }
    const unknown = await problemOf(await change("/permission-groups", "POST", group))
    assert.equal(unknown.code, "permission.unknown")
    assert.include(unknown.errors?.[0]?.expected, "plan.read")
    const widened = { permissions: ["plan.write", "plan.read"] }
    assert.equal((await change("/permission-groups/Writer", "PATCH", widened)).status, 200)
    const give = { email, departmentId: "00101", groupName: "Writer" }
    const extra = (...permissions: ReadonlyArray<string>) => ({ extra: { departments: [], permissions } })
    const wrong = await change("/users", "POST", { ...give, ...extra("plan.print") })
    assert.equal(await refusalOf(wrong), "422 permission.unknown")
    assert.equal((await change("/users", "POST", { ...give, ...extra("report.read") })).status, 201)
    await register("plan.read")
    const kept = await change(`/users/${userId}`, "PATCH", extra("report.read", "plan.read"))
    assert.equal(kept.status, 200)
    assert.equal(await refusalOf(await register("twice", "twice")), "422 request.invalid")
    await register()
    assert.equal((await change(`/users/${userId}`, "PATCH", extra("anything"))).status, 200)
  })
})
