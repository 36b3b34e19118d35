import { assert, describe, it } from "vitest"
import { ImportPage, RowPage } from "../src/ImportAnswer.ts"
import { csv, people, read, readImport, refusalOf, sending, testApp } from "./testApp.ts"

const base = "/api/v1/platform/imports"
const absent = "0f8fad5b-d9cb-469f-a165-70867728950e"

const uploaded = async (request: ReturnType<typeof testApp>["request"], text: string, query = "") =>
  readImport(await request(`${base}${query}`, csv(text)), 201)

describe("an upload", () => {
  it("is answered validated, with its address, and without the file's own header", async () => {
    const { request } = testApp()
    const response = await request(`${base}?fileName=people.csv`, csv(people(1, 2)))
    const address = response.headers.get("location") ?? ""
    const text = await response.clone().text()
    const one = await readImport(response, 201)
    assert.equal(one.state, "ready")
    assert.equal(one.fileName, "people.csv")
    assert.equal(one.createdBy, "installation")
    assert.deepEqual(one.columns, ["email", "firstName", "lastName"])
    assert.deepEqual([one.counts.rows, one.counts.valid], [2, 2])
    assert.equal(address, `${base}/${one.id}`)
    assert.notProperty(JSON.parse(text), "header")
    assert.deepEqual(await readImport(await request(address)), one)
  })

  it("with a row that is wrong is refused, and with invalidRows=skip ready", async () => {
    const { request } = testApp()
    assert.equal((await uploaded(request, people(1) + "x,,\n")).state, "refused")
    const lenient = await uploaded(request, people(1) + "x,,\n", "?invalidRows=skip")
    assert.deepEqual([lenient.state, lenient.invalidRows], ["ready", "skip"])
  })
})

describe("the list of imports", () => {
  it("is newest first and paged", async () => {
    const { request } = testApp()
    for (const n of [1, 2, 3]) await uploaded(request, people(n), `?fileName=${n}.csv`)
    const first = await read(await request(`${base}?limit=2`), 200, ImportPage)
    assert.deepEqual(
      first.items.map(({ fileName }) => fileName),
      ["3.csv", "2.csv"],
    )
    const cursor = ((await (await request(`${base}?limit=2`)).json()) as { nextCursor: string }).nextCursor
    assert.match(cursor, /^[A-Za-z0-9_-]+$/)
    const second = await read(await request(`${base}?limit=2&cursor=${cursor}`), 200, ImportPage)
    assert.deepEqual(
      second.items.map(({ fileName }) => fileName),
      ["1.csv"],
    )
    assert.isNull(second.nextCursor)
  })
})

describe("the rows of an import", () => {
  it("carry their cells by column and their issues as sentences", async () => {
    const { request } = testApp()
    const { id } = await uploaded(request, people(1) + "x,,\n")
    const page = await read(await request(`${base}/${id}/rows`), 200, RowPage)
    assert.deepEqual(
      page.items.map(({ row, status }) => [row, status]),
      [
        [2, "valid"],
        [3, "invalid"],
      ],
    )
    assert.deepEqual(page.items[1]?.cells, { email: "x", firstName: "", lastName: "" })
    const issue = page.items[1]?.issues.find(({ code }) => code === "email.invalid")
    assert.equal(issue?.message, '"x" has no @.')
    assert.isNull(page.nextCursor)
  })

  it("are filtered by status, several at once, and paged by row", async () => {
    const { request } = testApp()
    const { id } = await uploaded(request, people(1, 2) + "x,,\n" + "y,,\n")
    const rowsAt = async (query: string) => read(await request(`${base}/${id}/rows${query}`), 200, RowPage)
    assert.deepEqual(
      (await rowsAt("?status=invalid")).items.map(({ row }) => row),
      [4, 5],
    )
    const first = await rowsAt("?status=valid,invalid&limit=3")
    assert.deepEqual([first.items.length, first.nextCursor], [3, 4])
    const cursor = Buffer.from("4").toString("base64url")
    const rest = await rowsAt(`?status=valid,invalid&limit=3&cursor=${cursor}`)
    assert.deepEqual(
      rest.items.map(({ row }) => row),
      [5],
    )
    assert.isNull(rest.nextCursor)
    assert.equal(await refusalOf(await request(`${base}/${id}/rows?status=wrong`)), "422 request.invalid")
    assert.equal(await refusalOf(await request(`${base}/${id}/rows?cursor=eHh4`)), "422 request.invalid")
  })
})

describe("a correction", () => {
  it("of cells by column has the import validated again", async () => {
    const { request } = testApp()
    const { id } = await uploaded(request, people(1) + "x,Eva,\n")
    const cells = { email: "eva@muster.example", lastName: "Ek" }
    const one = await readImport(await request(`${base}/${id}/rows/3`, sending("PATCH", { cells })))
    assert.deepEqual([one.state, one.counts.valid], ["ready", 2])
    const page = await read(await request(`${base}/${id}/rows?status=valid`), 200, RowPage)
    assert.deepEqual(page.items[1]?.cells, { email: "eva@muster.example", firstName: "Eva", lastName: "Ek" })
  })

  it("leaves a row out", async () => {
    const { request } = testApp()
    const { id } = await uploaded(request, people(1) + "x,Eva,\n")
    const one = await readImport(
      await request(`${base}/${id}/rows/3`, sending("PATCH", { status: "skipped" })),
    )
    assert.deepEqual([one.state, one.counts.valid, one.counts.skipped], ["ready", 1, 1])
  })

  it("of many rows is made by one call, all or none", async () => {
    const { request } = testApp()
    const { id } = await uploaded(request, people(1) + "x,Eva,\nx,Bo,\n")
    const correct = (...rows: ReadonlyArray<object>) =>
      request(`${base}/${id}/rows`, sending("PATCH", { rows }))
    const eva = { row: 3, cells: { email: "eva@muster.example", lastName: "Ek" } }
    assert.equal(await refusalOf(await correct(eva, { row: 9, status: "skipped" })), "404 row.not_found")
    assert.equal(await refusalOf(await correct()), "422 request.invalid")
    const many = Array.from({ length: 5001 }, () => eva)
    assert.equal(await refusalOf(await correct(...many)), "422 request.invalid")
    const none = await read(await request(`${base}/${id}/rows?status=valid`), 200, RowPage)
    assert.equal(none.items.length, 1)
    const one = await readImport(await correct(eva, { row: 4, status: "skipped" }))
    assert.deepEqual([one.state, one.counts.valid, one.counts.skipped], ["ready", 2, 1])
  })

  it("after which more follow is answered before it is validated", async () => {
    const { request } = testApp()
    const { id } = await uploaded(request, people(1) + "x,Eva,Ek\nx,Bo,Ek\n")
    const correct = (row: number, more: boolean) => {
      const cells = { email: `p${row}@muster.example` }
      return request(`${base}/${id}/rows`, sending("PATCH", { rows: [{ row, cells }], more }))
    }
    const first = await readImport(await correct(3, true))
    assert.deepEqual([first.state, first.counts.unprocessed], ["validating", 1])
    assert.equal((await readImport(await correct(4, false))).state, "ready")
  })

  it("of a row or column that is not there is refused, and so is one of an import that has run", async () => {
    const { request } = testApp()
    const { id } = await uploaded(request, people(1))
    const correct = (row: string, body: unknown) =>
      request(`${base}/${id}/rows/${row}`, sending("PATCH", body))
    const cells = { email: "a@muster.example" }
    assert.equal(await refusalOf(await correct("9", { cells })), "404 row.not_found")
    assert.equal(await refusalOf(await correct("two", { cells })), "404 row.not_found")
    assert.equal(await refusalOf(await correct("2", { cells: { shoeSize: "42" } })), "422 column.not_found")
    assert.equal(await refusalOf(await correct("2", { cells: { __proto__x: "1" } })), "422 column.not_found")
    assert.equal(await refusalOf(await correct("2", { cells, status: "skipped" })), "422 request.invalid")
    assert.equal(await refusalOf(await correct("2", { cells: { email: 5 } })), "422 request.invalid")
    await request(`${base}/${id}/run`, { method: "POST" })
    assert.equal(await refusalOf(await correct("2", { cells })), "409 import.not_correctable")
    assert.equal(await refusalOf(await correct("2", { status: "skipped" })), "409 import.not_correctable")
  })
})

describe("a repair", () => {
  it("is offered by issues, done by one call, and told afterwards", async () => {
    const { request } = testApp()
    const { id } = await uploaded(request, people(1) + "eva@gmial.com,Eva,Ek\n")
    const issuesOf = async () =>
      (await read(await request(`${base}/${id}/rows`), 200, RowPage)).items.flatMap(({ issues }) => issues)
    const [damaged] = await issuesOf()
    assert.deepEqual(damaged?.repair, { kind: "misspeltDomain", to: "eva@gmail.com" })
    const repair = (body: unknown) => request(`${base}/${id}/repairs`, sending("POST", body))
    const one = await readImport(await repair({ kind: "misspeltDomain" }))
    assert.equal(one.state, "ready")
    const [repaired] = await issuesOf()
    assert.deepInclude(repaired, {
      code: "cell.repaired",
      message: 'E-mail was repaired: "eva@gmial.com" became "eva@gmail.com".',
      candidates: ["eva@gmial.com"],
      repair: null,
    })
    assert.deepEqual(await readImport(await repair({ kind: "misspeltDomain" })), one)
    assert.equal(await refusalOf(await repair({ kind: "guess" })), "422 request.invalid")
    assert.equal(await refusalOf(await repair({ kind: "lostZeros", rows: [] })), "422 request.invalid")
    const many = { kind: "lostZeros", rows: Array.from({ length: 501 }, (_, at) => at + 2) }
    assert.equal(await refusalOf(await repair(many)), "422 request.invalid")
    await request(`${base}/${id}/run`, { method: "POST" })
    assert.equal(await refusalOf(await repair({ kind: "misspeltDomain" })), "409 import.not_correctable")
  })
})

describe("a change of invalidRows", () => {
  it("makes a refused import ready, and refused again", async () => {
    const { request } = testApp()
    const { id } = await uploaded(request, people(1) + "x,,\n")
    const change = (body: unknown) => request(`${base}/${id}`, sending("PATCH", body))
    assert.equal((await readImport(await change({ invalidRows: "skip" }))).state, "ready")
    assert.equal((await readImport(await change({ invalidRows: "refuse" }))).state, "refused")
    assert.equal(await refusalOf(await change({ invalidRows: "drop" })), "422 request.invalid")
    assert.equal(await refusalOf(await change({ state: "ready" })), "422 request.invalid")
    await request(`${base}/${id}/cancel`, { method: "POST" })
    assert.equal(await refusalOf(await change({ invalidRows: "skip" })), "409 import.not_correctable")
  })
})

describe("a run", () => {
  it("creates the people; a second call changes nothing", async () => {
    const { request } = testApp()
    const { id } = await uploaded(request, people(1, 2))
    const run = () => request(`${base}/${id}/run`, { method: "POST" })
    const one = await readImport(await run(), 202)
    assert.deepEqual([one.state, one.counts.created], ["completed", 2])
    assert.deepEqual(await readImport(await run(), 202), one)
  })

  it("of a refused import is refused", async () => {
    const { request } = testApp()
    const { id } = await uploaded(request, "email,firstName,lastName\nx,,\n")
    const response = await request(`${base}/${id}/run`, { method: "POST" })
    assert.equal(await refusalOf(response), "409 import.not_ready")
  })

  it("of the same people twice ends with every row failed, saying who is there", async () => {
    const { request } = testApp()
    for (const expected of ["created", "failed"] as const) {
      const { id } = await uploaded(request, people(1, 2, 3))
      const one = await readImport(await request(`${base}/${id}/run`, { method: "POST" }), 202)
      assert.equal(one.counts[expected], 3)
    }
  })
})

describe("cancelling", () => {
  it("ends an import for good, and is too late for one that has run", async () => {
    const { request } = testApp()
    const { id } = await uploaded(request, people(1))
    const cancel = (id: string) => request(`${base}/${id}/cancel`, { method: "POST" })
    assert.equal((await readImport(await cancel(id))).state, "cancelled")
    assert.equal((await readImport(await cancel(id))).state, "cancelled")
    assert.equal(
      await refusalOf(await request(`${base}/${id}/run`, { method: "POST" })),
      "409 import.not_ready",
    )
    const other = await uploaded(request, people(2))
    await request(`${base}/${other.id}/run`, { method: "POST" })
    assert.equal(await refusalOf(await cancel(other.id)), "409 import.too_late")
  })

  it("leaves every row in the error file, which uploads again as it is", async () => {
    const { request } = testApp()
    const { id } = await uploaded(request, people(1, 2) + "x,,\n")
    await request(`${base}/${id}/cancel`, { method: "POST" })
    const file = await (await request(`${base}/${id}/report?rows=failed`)).text()
    assert.deepEqual(
      file.split("\r\n").map((line) => line.split(",").slice(3, 5).join()),
      ["_row,_status", "2,unprocessed", "3,unprocessed", "4,unprocessed", ""],
    )
    assert.include(file, "email.invalid")
    const { state, counts } = await uploaded(request, file)
    assert.deepInclude({ state, ...counts }, { state: "refused", rows: 3, valid: 2, invalid: 1 })
  })
})

describe("an import that is not there", () => {
  it("is not found by any call, whatever its id looks like", async () => {
    const { request } = testApp()
    for (const id of [absent, "no-uuid", "\0", "%00", "1' or 1=1", "..%2F.."]) {
      const at = `${base}/${encodeURI(id)}`
      const calls: ReadonlyArray<readonly [string, RequestInit?]> = [
        [at],
        [`${at}/rows`],
        [`${at}/report`],
        [`${at}/events`],
        [`${at}/run`, { method: "POST" }],
        [`${at}/cancel`, { method: "POST" }],
        [at, sending("PATCH", { invalidRows: "skip" })],
        [`${at}/rows/2`, sending("PATCH", { status: "skipped" })],
      ]
      for (const [path, init] of calls)
        assert.equal(await refusalOf(await request(path, init)), "404 import.not_found", path)
    }
  })
})
