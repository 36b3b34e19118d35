import { assert, describe, it } from "vitest"
import { readImport, refusalOf, testApp } from "./testApp.ts"
import { workbook } from "./workbook.ts"

const base = "/api/v1/platform/imports"
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
const people = workbook([
  ["E-mail", "First name", "Last name"],
  ["ann@sheet.example", "Ann", "Sheet"],
  ["bo@sheet.example", "Bo", "=1+1"],
  ["cia(at)sheet.example", "Cia", "Sheet"],
])
const send = (body: string | Uint8Array<ArrayBuffer>, type: string) => ({
  method: "POST",
  body,
  headers: { "content-type": type },
})

describe("a workbook", () => {
  it("is read as a table and taken through the same steps as a text", async () => {
    const { request } = testApp()
    const one = await readImport(
      await request(`${base}?fileName=people.xlsx&invalidRows=skip`, send(people, xlsx)),
      201,
    )
    assert.deepInclude(one, { state: "ready", fileName: "people.xlsx" })
    assert.deepInclude(one.counts, { rows: 3, valid: 2, invalid: 1 })
    const done = await readImport(await request(`${base}/${one.id}/run`, { method: "POST" }), 202)
    assert.deepInclude(done.counts, { created: 2, failed: 1 })
    const report = await (await request(`${base}/${one.id}/report`)).text()
    assert.include(report, "cia(at)sheet.example")
  })

  it("is told by its content, whatever it is called, also in a form", async () => {
    const { request } = testApp()
    const form = new FormData()
    form.set("file", new File([people], "people.csv", { type: "text/csv" }))
    const one = await readImport(await request(base, { method: "POST", body: form }), 201)
    assert.equal(one.counts.rows, 3)
    const text = "email,firstName,lastName\nann@sheet.example,Ann,Sheet\n"
    assert.equal((await readImport(await request(base, send(text, xlsx)), 201)).counts.rows, 1)
  })

  it("that is cut off, or is none, is refused by code and nothing is kept", async () => {
    const { request } = testApp()
    const cut = people.slice(0, people.length - 40)
    assert.match(await refusalOf(await request(base, send(cut, xlsx))), /^422 file\./)
    const list = (await (await request(base)).json()) as { items: ReadonlyArray<unknown> }
    assert.lengthOf(list.items, 0)
  })
})
