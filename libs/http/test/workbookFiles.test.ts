import { assert, describe, it } from "vitest"
import {
  csv,
  makeDatabase,
  people,
  problemOf,
  readImport,
  refusalOf,
  sending,
  testApp,
  type Request,
} from "./testApp.ts"
import { partsIn, sendingWorkbook, tableIn, workbookOf, xlsx } from "./workbook.ts"

const base = "/api/v1/platform/imports"
const header = ["email", "firstName", "lastName"]

const upload = async (request: Request, body: Buffer<ArrayBuffer>, path = base) =>
  readImport(await request(path, sendingWorkbook(body)), 201)

describe("a workbook that is uploaded", () => {
  it("is read like text, as the body itself or as the file of a form", async () => {
    const { request } = testApp()
    const body = await workbookOf(
      header,
      ["a@muster.example", "Åsa", "=cmd"],
      ["b@muster.example", "Bo", "Ek"],
    )
    const form = new FormData()
    form.append("file", new File([body], "people.xlsx"))
    const one = await readImport(await request(base, { method: "POST", body: form }), 201)
    assert.deepEqual([one.fileName, one.state, one.counts.valid], ["people.xlsx", "ready", 2])
    const raw = await upload(request, body)
    assert.deepEqual(
      [raw.fileName, raw.state, raw.counts.valid, raw.delimiter],
      ["import.xlsx", "ready", 2, ","],
    )
  })

  it("is taken through the same steps as a text", async () => {
    const { request } = testApp()
    const body = await workbookOf(
      ["E-mail", "First name", "Last name"],
      ["ann@sheet.example", "Ann", "Sheet"],
      ["cia(at)sheet.example", "Cia", "Sheet"],
    )
    const one = await upload(request, body, `${base}?invalidRows=skip`)
    assert.deepInclude(one.counts, { rows: 2, valid: 1, invalid: 1 })
    const done = await readImport(await request(`${base}/${one.id}/run`, { method: "POST" }), 202)
    assert.deepInclude(done.counts, { created: 1, failed: 1 })
    assert.include(await (await request(`${base}/${one.id}/report`)).text(), "cia(at)sheet.example")
  })

  it("that is cut off is refused and leaves nothing behind", async () => {
    const { request } = testApp()
    const body = await workbookOf(header, ["a@muster.example", "Åsa", "Ek"])
    const cut = await request(base, sendingWorkbook(body.subarray(0, body.length - 40)))
    assert.equal(await refusalOf(cut), "422 file.damaged")
    assert.deepEqual(((await (await request(base)).json()) as { items: unknown }).items, [])
  })

  it("is known by its content, whatever it is called", async () => {
    const { request } = testApp()
    const body = await workbookOf(header, ["a@muster.example", "Åsa", "Ek"])
    const asText = await request(`${base}?fileName=people.csv`, {
      ...sendingWorkbook(body),
      headers: { "content-type": "text/csv" },
    })
    assert.equal((await readImport(asText, 201)).counts.valid, 1)
    const text = Buffer.from(people(1))
    assert.equal((await upload(request, text, `${base}?fileName=people.xlsx`)).counts.valid, 1)
  })

  it("may have as many rows as a file may, and no more", async () => {
    const { request } = testApp()
    const rows = Array.from({ length: 250 }, (_, at) => [`p${at}@muster.example`, "P", "Q"])
    assert.equal((await upload(request, await workbookOf(header, ...rows.slice(1)))).counts.rows, 249)
    const problem = await problemOf(await request(base, sendingWorkbook(await workbookOf(header, ...rows))))
    assert.deepEqual([problem.status, problem.code], [422, "file.too_many_rows"])
    assert.deepEqual(problem.issues?.[0]?.details, { limit: 249, found: 250 })
  })
})

describe("the example file as a workbook", () => {
  it("has the header and the example row, and accepts what is filled in", async () => {
    const { request } = testApp()
    const response = await request(`${base}/template?format=xlsx`)
    assert.equal(response.headers.get("content-type"), xlsx)
    assert.equal(
      response.headers.get("content-disposition"),
      `attachment; filename="platform-users.xlsx"; filename*=UTF-8''platform-users.xlsx`,
    )
    const [columns = [], example = []] = await tableIn(response)
    assert.deepEqual(
      [columns[0], example[0], example[4]],
      ["email", "anna.example@example.invalid", "+46 31 123 45 67"],
    )
    const one = await upload(request, await workbookOf(columns, example, ["eva@muster.example", "Eva", "Ek"]))
    assert.deepEqual([one.state, one.counts.skipped, one.counts.valid], ["ready", 1, 1])
  })

  it("of a database lets its open departments and its groups be chosen, and lists them with their paths", async () => {
    const { request } = testApp()
    const id = await makeDatabase(request)
    const departments = `/api/v1/databases/${id}/departments`
    await request(departments, sending("POST", { departmentId: "=2", name: "Kök & bad", parentId: "00101" }))
    await request(departments, sending("POST", { departmentId: "3", name: "Shut", parentId: null }))
    await request(`${departments}/3`, sending("PATCH", { closed: true }))
    const path = `/api/v1/databases/${id}/imports`
    const template = await request(`${path}/template?format=xlsx&language=sv`)
    const parts = await partsIn(template.clone())
    assert.include(parts["xl/workbook.xml"], `<sheet name="Användare"`)
    assert.include(
      parts["xl/worksheets/sheet1.xml"],
      `sqref="B2:B1048576"><formula1>'Listor'!$A$3:$A$4</formula1>`,
    )
    assert.match(
      parts["xl/worksheets/sheet1.xml"] ?? "",
      /sqref="C2:C1048576"><formula1>'Listor'!\$E\$3:\$E\$\d+</,
    )
    const lists = parts["xl/worksheets/sheet2.xml"] ?? ""
    const texts = [...lists.matchAll(/<t [^>]*>([^<]*)</g)].map(([, text]) => text)
    assert.match(texts[0] ?? "", /^Vad .* har, per \d{4}-\d\d-\d\d \d\d:\d\d UTC$/)
    assert.includeMembers(texts, ["00101", "=2", "Kök &#38; bad"])
    assert.isTrue(texts.some((text) => /^.+ \/ Kök &#38; bad$/.test(text ?? "")))
    assert.notInclude(texts, "Shut")
    const one = await upload(request, Buffer.from(await template.arrayBuffer()), path)
    assert.deepEqual([one.columns, one.counts.skipped], [["email", "departmentId", "groupName"], 1])
    assert.deepEqual(one.issues, [])
  })
})

describe("an example file that is older than the database's departments", () => {
  it("is taken, and what has changed since is told", async () => {
    const { request } = testApp()
    const id = await makeDatabase(request)
    const departments = `/api/v1/databases/${id}/departments`
    const imports = `/api/v1/databases/${id}/imports`
    await request(departments, sending("POST", { departmentId: "2", name: "Parks", parentId: null }))
    const template = Buffer.from(await (await request(`${imports}/template?format=xlsx`)).arrayBuffer())
    await request(`${departments}/00101`, sending("PATCH", { name: "Renamed" }))
    await request(`${departments}/2`, sending("PATCH", { closed: true }))
    const { issues } = await upload(request, template, imports)
    assert.deepEqual(
      issues.map(({ code, severity, details }) => [code, severity, details["gone"], details["counts"]]),
      [["file.lists_outdated", "warning", ["2"], [1, 1, 0, 0]]],
    )
    const other = `/api/v1/databases/${await makeDatabase(request)}/imports`
    const foreign = await upload(request, template, other)
    assert.deepEqual(
      foreign.issues.map(({ code }) => code),
      ["file.lists_foreign"],
    )
  })
})

describe("the report as a workbook", () => {
  it("has what is wrong marked and told in notes, and uploads again once it is corrected", async () => {
    const { request } = testApp()
    const { id } = await readImport(
      await request(`${base}?fileName=people.csv`, csv(`${people(1)}x,=cmd,\n`)),
      201,
    )
    const response = await request(`${base}/${id}/report?format=xlsx`)
    assert.include(response.headers.get("content-disposition") ?? "", `filename="people-errors.xlsx"`)
    const { "xl/worksheets/sheet1.xml": sheet = "", "xl/comments1.xml": notes = "" } = await partsIn(
      response.clone(),
    )
    assert.notMatch(sheet, /<f[ >]/)
    assert.match(sheet, /<c r="A2" s="3" t="inlineStr">/)
    assert.match(sheet, /<c r="B2" s="1" t="inlineStr">/)
    assert.match(sheet, /<c r="C2" s="3"\/>/)
    assert.match(notes, /ref="A2".*has no @\.\nWrite it as name@company\.com/s)
    assert.match(notes, /ref="C2".*Last name is missing\.\nFill in the cell\./s)
    const [columns = [], row = []] = await tableIn(response)
    assert.deepEqual(
      [columns.slice(0, 5), row.slice(0, 5)],
      [
        [...header, "_row", "_status"],
        ["x", "=cmd", "", "3", "invalid"],
      ],
    )
    const again = await upload(
      request,
      await workbookOf(columns, ["eva@muster.example", row[1]!, "Ek", ...row.slice(3)]),
    )
    assert.deepEqual([again.state, again.counts.valid, again.issues], ["ready", 1, []])
  })

  it("tells at its status what is wrong with a row as a whole", async () => {
    const { request } = testApp()
    const { id } = await readImport(
      await request(base, csv("email,firstName,lastName\na@muster.example,A\n")),
      201,
    )
    const { "xl/comments1.xml": notes = "" } = await partsIn(
      await request(`${base}/${id}/report?format=xlsx`),
    )
    assert.match(notes, /ref="E2".*The row has 2 cells/s)
  })
})

describe("users, departments and groups as workbooks", () => {
  it("come back as they are and change nothing", async () => {
    const { request } = testApp()
    const { id } = await upload(
      request,
      await workbookOf([...header, "phone"], ["a@muster.example", "'=A", "Ek", "+46 70"]),
    )
    await request(`${base}/${id}/run`, { method: "POST" })
    const database = `/api/v1/databases/${await makeDatabase(request)}`
    for (const [download, imports] of [
      ["/api/v1/platform/users/download", `${base}?mode=update`],
      [`${database}/departments/download`, `${database}/imports?kind=departments&mode=both`],
      [`${database}/permission-groups/download`, `${database}/imports?kind=permission-groups&mode=both`],
    ]) {
      const response = await request(`${download}?format=xlsx`)
      assert.equal(response.headers.get("content-type"), xlsx)
      const one = await upload(request, Buffer.from(await response.arrayBuffer()), imports)
      assert.equal(one.state, "ready", download)
      assert.deepEqual([one.plan.unchanged, one.issues], [one.counts.rows, []], download)
      assert.isAbove(one.counts.rows, 0)
    }
  })
})
