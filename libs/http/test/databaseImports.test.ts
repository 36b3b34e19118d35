import { assert, describe, it } from "vitest"
import { RowPage } from "../src/ImportAnswer.ts"
import { csv, makeDatabase, people, read, readImport, refusalOf, sending, testApp } from "./testApp.ts"

const absent = "0f8fad5b-d9cb-469f-a165-70867728950e"

/** An app with two people and a database to give them access to. */
const prepared = async () => {
  const { request } = testApp()
  const made = await readImport(await request("/api/v1/platform/imports", csv(people(1, 2))), 201)
  await request(`/api/v1/platform/imports/${made.id}/run`, { method: "POST" })
  const databaseId = await makeDatabase(request)
  return { request, databaseId, base: `/api/v1/databases/${databaseId}/imports` }
}

const header = "email,departmentId,groupName\n"
const good = `${header}person1@muster.example,00101,Reader\nperson2@muster.example,00101,Reader\n`

describe("a step 2 import", () => {
  it("gives access to all of its people, and again changes nothing", async () => {
    const { request, base, databaseId } = await prepared()
    for (const expected of ["created", "unchanged"] as const) {
      const response = await request(base, csv(good))
      assert.match(response.headers.get("location") ?? "", new RegExp(`^${base}/`))
      const { id, state, databaseId: belongsTo } = await readImport(response, 201)
      assert.deepEqual([state, belongsTo], ["ready", databaseId])
      const run = await readImport(await request(`${base}/${id}/run`, { method: "POST" }), 202)
      assert.deepEqual([run.state, run.counts[expected]], ["completed", 2])
    }
    const users = (await (await request(`/api/v1/databases/${databaseId}/users`)).json()) as {
      items: ReadonlyArray<{ email: string }>
    }
    assert.deepEqual(
      users.items.map(({ email }) => email),
      ["person1@muster.example", "person2@muster.example"],
    )
  })

  it("with one wrong row is refused as a whole, with suggestions, and grants nothing when run", async () => {
    const { request, base, databaseId } = await prepared()
    const text = `${good}nobody@muster.example,00102,Readr\n`
    const { id, state } = await readImport(await request(base, csv(text)), 201)
    assert.equal(state, "refused")
    const page = await read(await request(`${base}/${id}/rows?status=invalid`), 200, RowPage)
    assert.sameMembers(page.items[0]?.issues.map(({ code }) => code) ?? [], [
      "user.not_in_platform",
      "department.unknown",
      "group.unknown",
    ])
    const group = page.items[0]?.issues.find(({ code }) => code === "group.unknown")
    assert.deepEqual(group?.candidates, ["Reader"])
    assert.equal(
      await refusalOf(await request(`${base}/${id}/run`, { method: "POST" })),
      "409 import.not_ready",
    )
    const users = (await (await request(`/api/v1/databases/${databaseId}/users`)).json()) as { items: [] }
    assert.isEmpty(users.items)
  })

  it("cannot leave invalid rows out", async () => {
    const { request, base } = await prepared()
    assert.equal(await refusalOf(await request(`${base}?invalidRows=skip`, csv(good))), "422 request.invalid")
    const form = new FormData()
    form.append("file", new File([good], "access.csv"))
    form.append("invalidRows", "skip")
    assert.equal(await refusalOf(await request(base, { method: "POST", body: form })), "422 request.invalid")
    assert.isEmpty(((await (await request(base)).json()) as { items: [] }).items)
    const { id } = await readImport(await request(base, csv(good)), 201)
    const change = await request(`${base}/${id}`, sending("PATCH", { invalidRows: "skip" }))
    assert.equal(await refusalOf(change), "409 import.not_correctable")
  })

  it("for a database that is not there is not found and keeps nothing", async () => {
    const { request } = await prepared()
    for (const id of [absent, "no-uuid"]) {
      const base = `/api/v1/databases/${id}/imports`
      assert.equal(await refusalOf(await request(base, csv(good))), "404 database.not_found")
      assert.equal(await refusalOf(await request(base)), "404 database.not_found")
      assert.equal(await refusalOf(await request(`${base}/template`)), "404 database.not_found")
    }
  })

  it("is found in its own database only, and not among the platform's", async () => {
    const { request, base } = await prepared()
    const other = await makeDatabase(request, "Another customer")
    const { id } = await readImport(await request(base, csv(good)), 201)
    const answers = await Promise.all(
      [`/api/v1/databases/${other}/imports/${id}`, `/api/v1/databases/${other}/imports/${absent}`].map(
        async (path) => ({ ...((await (await request(path)).json()) as object), instance: "" }),
      ),
    )
    assert.deepEqual(answers[0], answers[1])
    assert.equal(await refusalOf(await request(`/api/v1/platform/imports/${id}`)), "404 import.not_found")
    const foreign = `/api/v1/databases/${other}/imports/${id}`
    for (const act of ["run", "cancel"])
      assert.equal(
        await refusalOf(await request(`${foreign}/${act}`, { method: "POST" })),
        "404 import.not_found",
      )
    for (const part of ["rows", "report", "events"])
      assert.equal(await refusalOf(await request(`${foreign}/${part}`)), "404 import.not_found")
  })
})
