import { Database } from "@muster/domain/model/Database"
import { Schema } from "effect"
import { assert, describe, it } from "vitest"
import { read, refusalOf, sending, testApp } from "./testApp.ts"

const base = "/api/v1/databases"
const Page = Schema.Struct({ items: Schema.Array(Database), nextCursor: Schema.NullOr(Schema.String) })

describe("databases", () => {
  it("are added under an id of the server's, with an address, their names clean", async () => {
    const { request } = testApp()
    const response = await request(base, sending("POST", { name: "\u00a0A\u030angstro\u0308m AB " }))
    const location = response.headers.get("location") ?? ""
    const made = await read(response, 201, Database)
    assert.equal(made.name, "Ångström AB")
    assert.equal(location, `${base}/${made.id}`)
    assert.deepEqual(await read(await request(location), 200, Database), made)
  })

  it("are listed in order of name, page by page", async () => {
    const { request } = testApp()
    for (const name of ["C", "A", "B", "Å\u2028".slice(0, 1)]) await request(base, sending("POST", { name }))
    const names: Array<string> = []
    for (let cursor: string | null = ""; cursor !== null;) {
      const query = `?limit=1${cursor === "" ? "" : `&cursor=${cursor}`}`
      const response = await request(`${base}${query}`)
      const next = ((await response.clone().json()) as { nextCursor: string | null }).nextCursor
      names.push(...(await read(response, 200, Page)).items.map(({ name }) => name))
      cursor = next
    }
    assert.deepEqual(names, ["A", "B", "C", "Å"])
  })

  it("cannot be added without a proper name or with more than that", async () => {
    const { request } = testApp()
    const wrong = [
      {},
      { name: "" },
      { name: "\u00a0\t" },
      { name: "x".repeat(201) },
      { name: "a\u0000" },
      { name: "a\ud800" },
      { name: "a\u202Eb" },
      { name: "a\nb" },
      { name: "a\uFFFDb" },
      { name: null },
      { name: "One", id: "7d03839d-aab6-4f25-a19c-2f46dd59251f" },
    ]
    for (const body of wrong)
      assert.equal(await refusalOf(await request(base, sending("POST", body))), "422 request.invalid")
    for (const name of ["名前", "family \u{1F469}\u200D\u{1F467}", "x".repeat(200), "O'Brien; drop table"])
      assert.equal((await request(base, sending("POST", { name }))).status, 201, name)
  })

  it("that are not there are not found", async () => {
    const { request } = testApp()
    for (const id of ["0f8fad5b-d9cb-469f-a165-70867728950e", "none", "%00", "%E0%A4%A"])
      assert.equal(await refusalOf(await request(`${base}/${id}`)), "404 database.not_found")
  })
})
