import { Access } from "@muster/domain/model/Access"
import { Schema } from "effect"
import { assert, describe, it } from "vitest"
import { makeDatabase, problemOf, read, refusalOf, sending, testApp, type Request } from "./testApp.ts"

const absent = "0f8fad5b-d9cb-469f-a165-70867728950e"
const anna = { email: "anna@muster.example", firstName: "Anna", lastName: "Ek" }

/** A database with Finance (00101), Sales (00102), Reader, Editor and Chief; and a user. */
const scene = async (request: Request) => {
  const id = await makeDatabase(request)
  const base = `/api/v1/databases/${id}`
  await request(`${base}/departments`, sending("POST", { departmentId: "00102", name: "Sales" }))
  for (const [groupName, permissions] of [
    ["Editor", ["report.read", "report.write"]],
    ["Chief", ["database.administer"]],
  ] as const)
    await request(`${base}/permission-groups`, sending("POST", { groupName, permissions }))
  const added = await request("/api/v1/platform/users", sending("POST", anna))
  const { id: userId } = (await added.json()) as { id: string }
  return { users: `${base}/users`, userId, own: `${base}/users/${userId}`, id }
}
const place = { departmentId: "00101", groupName: "Reader" }
const give = { email: "ANNA@muster.example", ...place }
const extra = { departments: [{ departmentId: "00102", groupName: "Editor" }], permissions: ["report.print"] }

describe("access by hand", () => {
  it("is given, read, changed and taken away", async () => {
    const { request } = testApp()
    const { users, own, userId, id } = await scene(request)
    const made = await read(await request(users, sending("POST", give)), 201, Access)
    const nothing = { departments: [], permissions: [] }
    assert.deepEqual(made, {
      ...place,
      userId,
      email: anna.email,
      firstName: anna.firstName,
      lastName: anna.lastName,
      status: "active",
      extra: nothing,
      version: 1,
    })
    const etag = (await request(own)).headers.get("etag") ?? ""
    const changed = await read(
      await request(own, sending("PATCH", { extra }, { "if-match": etag })),
      200,
      Access,
    )
    assert.deepEqual(changed, { ...made, extra, version: 2 })
    const late = await request(own, sending("PATCH", { groupName: "Editor" }, { "if-match": etag }))
    assert.equal(await refusalOf(late), "412 access.changed_meanwhile")
    const { items } = (await (await request(`/api/v1/platform/users/${userId}/accesses`)).json()) as {
      items: unknown
    }
    assert.deepEqual(items, [{ ...changed, databaseId: id }])
    assert.equal((await request(own, { method: "DELETE" })).status, 204)
    for (const method of ["GET", "DELETE"])
      assert.equal(await refusalOf(await request(own, { method })), "404 access.not_found")
    const history = (await (await request(`/api/v1/platform/users/${userId}/history`)).json()) as {
      items: ReadonlyArray<{ event: string }>
    }
    assert.deepEqual(
      history.items.map(({ event }) => event),
      ["access.removed", "access.changed", "access.granted", "user.created"],
    )
  })

  it("keeps the rules of an import's rows, with their suggestions", async () => {
    const { request } = testApp()
    const { users, own } = await scene(request)
    const refused = async (body: object) =>
      refusalOf(await request(users, sending("POST", { ...give, ...body })))
    assert.equal(await refused({ email: "bo@muster.example" }), "422 user.not_in_platform")
    assert.equal(await refused({ groupName: "Boss" }), "422 group.unknown")
    assert.equal(
      await refused({ extra: { ...extra, departments: [{ ...place, departmentId: "9" }] } }),
      "422 department.unknown",
    )
    const twice = { ...extra, departments: [...extra.departments, ...extra.departments] }
    assert.equal(await refused({ extra: twice }), "422 request.invalid")
    const near = await problemOf(await request(users, sending("POST", { ...give, departmentId: "101" })))
    assert.deepEqual(near.issues?.[0]?.candidates, ["00101"])
    await request(users, sending("POST", give))
    assert.equal(await refused({}), "422 access.already_granted")
    assert.equal(await refused({ groupName: "Editor" }), "422 access.differs")
    assert.equal(
      await refusalOf(await request(own, sending("PATCH", { departmentId: "9" }))),
      "422 department.unknown",
    )
  })

  it("makes and unmakes administrators only by those who may", async () => {
    const { request } = testApp()
    const { users, own } = await scene(request)
    const added = await request(
      "/api/v1/platform/users",
      sending("POST", { ...anna, email: "ute@muster.example" }),
    )
    const { id: ute } = (await added.json()) as { id: string }
    await request(`/api/v1/platform/users/${ute}`, sending("PATCH", { platformRole: "userAdministrator" }))
    const asUte = { cookie: `user=${ute}` }
    const chief = { ...give, groupName: "Chief" }
    assert.equal(
      await refusalOf(await request(users, sending("POST", chief, asUte))),
      "422 group.not_grantable",
    )
    const single = { ...give, extra: { departments: [], permissions: ["database.administer"] } }
    assert.equal(
      await refusalOf(await request(users, sending("POST", single, asUte))),
      "403 access.not_grantable",
    )
    assert.equal((await request(users, sending("POST", chief))).status, 201)
    const demote = sending("PATCH", { groupName: "Reader" }, asUte)
    assert.equal(await refusalOf(await request(own, demote)), "403 access.not_grantable")
    const removed = await request(own, { method: "DELETE", headers: asUte })
    assert.equal(await refusalOf(removed), "403 access.not_grantable")
    assert.equal((await request(own, sending("PATCH", { groupName: "Reader" }))).status, 200)
    assert.equal((await request(own, { method: "DELETE", headers: asUte })).status, 204)
  })
})

const Permissions = Schema.Struct({
  status: Schema.String,
  permissions: Schema.Array(
    Schema.Struct({ name: Schema.String, extra: Schema.Boolean, because: Schema.Array(Schema.Unknown) }),
  ),
})

describe("what a user may do", () => {
  it("is told with its reasons, and not again to whoever knows it", async () => {
    const { request } = testApp()
    const { users, own, userId } = await scene(request)
    await request(users, sending("POST", { ...give, groupName: "Editor", extra }))
    const response = await request(`${own}/permissions`)
    const etag = response.headers.get("etag") ?? ""
    const finance = { departmentId: "00101", groupName: "Editor" }
    assert.deepEqual((await read(response, 200, Permissions)).permissions, [
      { name: "report.print", extra: true, because: [] },
      { name: "report.read", extra: false, because: [finance, ...extra.departments] },
      { name: "report.write", extra: false, because: [finance, ...extra.departments] },
    ])
    const known = { headers: { "if-none-match": `"other", W/${etag}` } }
    const again = await request(`${own}/permissions`, known)
    assert.equal(again.status, 304)
    assert.equal(await again.text(), "")
    await request(own, sending("PATCH", { extra: { departments: [], permissions: [] } }))
    assert.equal((await request(`${own}/permissions`, known)).status, 200)
    await request(`/api/v1/platform/users/${userId}/deactivate`, { method: "POST" })
    const inactive = await read(await request(`${own}/permissions`), 200, Permissions)
    assert.deepEqual([inactive.status, inactive.permissions], ["inactive", []])
    assert.equal(await refusalOf(await request(`${users}/${absent}/permissions`)), "404 access.not_found")
  })
})
