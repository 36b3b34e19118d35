import { assert, describe, it } from "vitest"
import { csv, makeDatabase, people, readImport, refusalOf, testApp, type Request } from "./testApp.ts"

const base = "/api/v1/platform/imports"
const bom = "\uFEFF"

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer()).toString("utf8")

describe("the example file", () => {
  it("is CSV with a byte order mark, CRLF and one example row", async () => {
    const { request } = testApp()
    const response = await request(`${base}/template`)
    assert.equal(response.status, 200)
    assert.equal(response.headers.get("content-type"), "text/csv; charset=utf-8")
    assert.equal(
      response.headers.get("content-disposition"),
      `attachment; filename="platform-users.csv"; filename*=UTF-8''platform-users.csv`,
    )
    assert.equal(
      await bytesOf(response),
      `${bom}email,firstName,lastName,username,phone,mobilePhone,languageCode,externalId\r\n` +
        "anna.example@example.invalid,Anna,Example,anna.example,'+46 31 123 45 67,'+46 70 123 45 67,sv-SE,HR-000123\r\n",
    )
  })

  it("has semicolons where they are asked for, and a database's own department and group", async () => {
    const { request } = testApp()
    const id = await makeDatabase(request)
    const response = await request(`/api/v1/databases/${id}/imports/template?format=csv&delimiter=semicolon`)
    assert.equal(
      await bytesOf(response),
      `${bom}email;departmentId;groupName\r\nanna.example@example.invalid;00101;Reader\r\n`,
    )
  })

  it("filled in and uploaded gives an import whose example row is left out", async () => {
    const { request } = testApp()
    const text = await bytesOf(await request(`${base}/template`))
    const one = await readImport(await request(base, csv(`${text}eva@muster.example,Eva,Ek,,,,,\r\n`)), 201)
    assert.deepEqual([one.state, one.counts.skipped, one.counts.valid], ["ready", 1, 1])
  })

  it("is not to be had in another format, nor with an unknown delimiter", async () => {
    const { request } = testApp()
    assert.equal(await refusalOf(await request(`${base}/template?format=pdf`)), "422 request.invalid")
    assert.equal(await refusalOf(await request(`${base}/template?delimiter=,`)), "422 request.invalid")
  })
})

const withMistakes = async (request: Request, fileName: string, delimiter = ",") => {
  const text = `${people(1)}x,=cmd,"Ek, Eva"\n`.replaceAll(",", delimiter)
  const response = await request(`${base}?fileName=${encodeURIComponent(fileName)}`, csv(text))
  return (await readImport(response, 201)).id
}

describe("the report", () => {
  it("has the file's own columns and delimiter first, then what was found", async () => {
    const { request } = testApp()
    const text = "email;firstName;lastName\nperson1@muster.example;First1;Last1\nx;=cmd;Ek\n"
    const response = await request(`${base}?fileName=people.csv`, csv(text))
    const { id } = await readImport(response, 201)
    const report = await request(`${base}/${id}/report`)
    assert.equal(report.headers.get("cache-control"), "no-store")
    assert.equal(report.headers.get("x-content-type-options"), "nosniff")
    assert.equal(
      report.headers.get("content-disposition"),
      `attachment; filename="people-errors.csv"; filename*=UTF-8''people-errors.csv`,
    )
    assert.equal(
      await bytesOf(report),
      `${bom}email;firstName;lastName;_row;_status;_code;_column;_message;_suggestion\r\n` +
        `x;'=cmd;Ek;3;invalid;email.invalid;email;"""x"" has no @.";` +
        `"Write it as name@company.com, one address, without name or brackets."\r\n`,
    )
  })

  it("of all rows is asked for by rows=all, and comes in the language asked for", async () => {
    const { request } = testApp()
    const id = await withMistakes(request, "people.csv", ";")
    const report = await request(`${base}/${id}/report?rows=all&language=sv`)
    assert.include(report.headers.get("content-disposition") ?? "", `filename="people-report.csv"`)
    const lines = (await bytesOf(report)).split("\r\n")
    assert.equal(lines[1], "person1@muster.example;First1;Last1;2;valid;;;;")
    assert.include(lines[2] ?? "", "Skriv den som")
  })

  it("corrected and uploaded as it is creates exactly the missing people", async () => {
    const { request } = testApp()
    const first = await withMistakes(request, "people.csv")
    await request(`${base}/${first}`, {
      method: "PATCH",
      headers: { "content-type": "application/json" },
      body: '{"invalidRows":"skip"}',
    })
    await request(`${base}/${first}/run`, { method: "POST" })
    const report = await bytesOf(await request(`${base}/${first}/report`))
    const again = await readImport(
      await request(base, csv(report.replace("\r\nx,", "\r\neva@muster.example,"))),
      201,
    )
    const run = await readImport(await request(`${base}/${again.id}/run`, { method: "POST" }), 202)
    assert.deepEqual([run.counts.rows, run.counts.created], [1, 1])
    const users = (await (await request("/api/v1/platform/users?search=eva")).json()) as {
      items: ReadonlyArray<{ firstName: string; lastName: string }>
    }
    assert.deepEqual([users.items[0]?.firstName, users.items[0]?.lastName], ["=cmd", "Ek, Eva"])
  })

  it("is named after the file, whatever the file is called", async () => {
    const { request } = testApp()
    const id = await withMistakes(request, 'Åsas "lista"\r\n; år 2026.csv')
    const disposition = (await request(`${base}/${id}/report`)).headers.get("content-disposition")
    assert.equal(
      disposition,
      `attachment; filename="Asas _lista_; ar 2026-errors.csv"; ` +
        `filename*=UTF-8''%C3%85sas%20%22lista%22%3B%20%C3%A5r%202026-errors.csv`,
    )
  })

  it("streams more rows than are looked up at once", async () => {
    const { request } = testApp({ limits: { maxRows: 5000, maxBytes: 1024 * 1024, undoDays: 30 } })
    const numbers = Array.from({ length: 2500 }, (_, n) => n)
    const { id } = await readImport(await request(base, csv(people(...numbers))), 201)
    const response = await request(`${base}/${id}/report?rows=all`)
    const pieces: Array<Uint8Array> = []
    for await (const piece of response.body ?? []) pieces.push(piece)
    assert.isAbove(pieces.length, 2)
    assert.equal(Buffer.concat(pieces).toString().split("\r\n").length, 2502)
  })

  it("is not to be had in another format or with unknown parameters", async () => {
    const { request } = testApp()
    const id = await withMistakes(request, "people.csv")
    const refusal = async (query: string) => refusalOf(await request(`${base}/${id}/report${query}`))
    assert.equal(await refusal("?format=ods"), "422 request.invalid")
    assert.equal(await refusal("?rows=none"), "422 request.invalid")
    assert.equal(await refusal("?row=all"), "422 request.invalid")
  })
})
