import { Department } from "@muster/domain/model/Department"
import { assert, describe, it } from "vitest"
import { csv, makeDatabase, readImport, refusalOf, sending, testApp } from "./testApp.ts"

const scene = async () => {
  const { request } = testApp()
  const base = `/api/v1/databases/${await makeDatabase(request)}`
  const send = (kind: string, text: string, mode = "create") =>
    request(`${base}/imports?kind=${kind}&mode=${mode}`, csv(text))
  const run = async (kind: string, text: string, mode = "create") => {
    const { id } = await readImport(await send(kind, text, mode), 201)
    await request(`${base}/imports/${id}/run`, { method: "POST" })
    await (await request(`${base}/imports/${id}/events`)).text()
    return readImport(await request(`${base}/imports/${id}`))
  }
  const download = async (kind: string) => (await request(`${base}/${kind}/download`)).text()
  return { request, base, send, run, download }
}

describe("a database's structure", () => {
  it("is downloaded, brought back unchanged, and changed by the cell that was edited", async () => {
    const { request, base, run, download } = await scene()
    await request(
      `${base}/departments`,
      sending("POST", { departmentId: "=2", name: 'Ädel; "x"', parentId: "00101" }),
    )
    await request(
      `${base}/permission-groups`,
      sending("POST", {
        groupName: "Writer",
        description: "Writes",
        permissions: ["plan.read", "plan.write"],
      }),
    )
    for (const kind of ["departments", "permission-groups"]) {
      const same = await run(kind, await download(kind), "both")
      assert.equal(same.kind, kind)
      assert.equal(same.state, "completed")
      assert.equal(same.counts.unchanged, same.counts.rows)
      assert.isAbove(same.counts.rows, 1)
    }
    const edited = (await download("departments")).replace("Ädel", "Edel")
    const changed = await run("departments", edited, "both")
    assert.deepInclude(changed.counts, { updated: 1, unchanged: changed.counts.rows - 1 })
    const { items } = (await (await request(`${base}/departments`)).json()) as {
      items: ReadonlyArray<Department>
    }
    assert.deepInclude(items, { departmentId: "=2", name: 'Edel; "x"', parentId: "00101", closed: false })
  })

  it("has example files of its own, whose row is left out, and is told from other files", async () => {
    const { request, base, send, run } = await scene()
    for (const kind of ["departments", "permission-groups"]) {
      const template = await request(`${base}/imports/template?kind=${kind}`)
      assert.include(template.headers.get("content-disposition"), `${kind}.csv`)
      const left = await run(kind, await template.text())
      assert.deepInclude(left.counts, { rows: 1, skipped: 1 })
    }
    const people = "email,departmentId,groupName\na@b.example,00101,Reader\n"
    assert.equal(await refusalOf(await send("departments", people)), "422 file.wrong_template")
    assert.equal(await refusalOf(await send("users", people)), "422 request.invalid")
    const platform = await request("/api/v1/platform/imports?kind=departments", csv(people))
    assert.equal(await refusalOf(platform), "422 request.invalid")
  })

  it("takes more rows than people at once, and is not undone", async () => {
    const { request, base, send, run } = await scene()
    const lines = (count: number) => Array.from({ length: count }, (_, at) => `D${at},Department ${at},`)
    const text = (count: number) => ["departmentId,name,parentId", ...lines(count)].join("\n")
    const many = await run("departments", text(2500))
    assert.deepInclude(many.counts, { rows: 2500, created: 2500 })
    const undo = await request(`${base}/imports/${many.id}/undo`, { method: "POST" })
    assert.equal(await refusalOf(undo), "409 undo.of_structure")
    assert.equal(await refusalOf(await send("departments", text(10_001))), "422 file.too_many_rows")
  })
})
