import { createHash } from "node:crypto"
import { assert, describe, it } from "vitest"
import { ImportPage } from "../src/ImportAnswer.ts"
import {
  csv,
  inPieces,
  people,
  problemOf,
  read,
  readImport,
  refusalOf,
  testApp,
  type Request,
} from "./testApp.ts"

const base = "/api/v1/platform/imports"

const kept = async (request: Request) => (await read(await request(base), 200, ImportPage)).items.length

const form = (...parts: ReadonlyArray<readonly [string, string | File]>): RequestInit => {
  const body = new FormData()
  for (const [name, value] of parts) body.append(name, value)
  return { method: "POST", body }
}

const file = (text: string, name = "people.csv") => ["file", new File([text], name)] as const

/** A form as it is on the wire, in pieces of some size. */
const formBytes = (parts: ReadonlyArray<string>, size: number, end = "--\r\n") => {
  const text = parts.map((part) => `--x\r\n${part}\r\n`).join("") + `--x${end}`
  const bytes = Buffer.from(text)
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
    bytes.subarray(n * size, (n + 1) * size),
  )
  return inPieces(pieces, { "content-type": "multipart/form-data; boundary=x" })
}

const filePart = (text: string) =>
  `Content-Disposition: form-data; name="file"; filename="people.csv"\r\nContent-Type: text/csv\r\n\r\n${text}`
const policyPart = (policy: string) => `Content-Disposition: form-data; name="invalidRows"\r\n\r\n${policy}`

describe("a raw body", () => {
  it("is what its Content-Digest says, by each algorithm that is known, or nothing of it is kept", async () => {
    const { request } = testApp()
    const digest = (algorithm: "sha-256" | "sha-512", text: string) =>
      `${algorithm}=:${createHash(algorithm.replace("-", "")).update(text).digest("base64")}:`
    const send = (...digests: ReadonlyArray<string>) =>
      request(base, csv(people(1), { "content-digest": digests.join(", ") }))
    const [right, wrong] = [digest("sha-256", people(1)), digest("sha-512", people(2))]
    for (const declared of [right, `md5=:AAAA:, ${right}`, "md5=:AAAA:", "sha-256", ""])
      await readImport(await send(declared), 201)
    assert.equal(await refusalOf(await send(right, wrong)), "400 request.digest_mismatch")
    assert.equal(await refusalOf(await send("sha-256=::")), "400 request.digest_mismatch")
    assert.equal(await kept(request), 5)
  })

  it("is taken as text/csv, text/plain or application/octet-stream, whatever its parameters", async () => {
    const { request } = testApp()
    const types = ["text/csv", "TEXT/CSV; charset=utf-8", "text/plain", "application/octet-stream"]
    for (const type of types) {
      const one = await readImport(await request(base, csv(people(1), { "content-type": type })), 201)
      assert.equal(one.fileName, "import.csv")
    }
  })

  it("is read the same in pieces of any size, without Content-Length", async () => {
    const { request } = testApp()
    const bytes = Buffer.from(people(1, 2) + "åsa@muster.example,Åsa,Öst\n")
    for (const size of [1, 3, 7, bytes.length]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
        bytes.subarray(n * size, (n + 1) * size),
      )
      const one = await readImport(await request(base, inPieces(pieces)), 201)
      assert.deepEqual([one.counts.rows, one.counts.valid, one.counts.invalid], [3, 2, 1])
    }
  })

  it("of another media type, compressed, or of none is refused", async () => {
    const { request } = testApp()
    const refused = "415 request.media_type_unsupported"
    for (const type of ["application/json", "text/html", "application/zip", "image/png", ""])
      assert.equal(await refusalOf(await request(base, csv(people(1), { "content-type": type }))), refused)
    const gzip = csv(people(1), { "content-encoding": "gzip" })
    assert.equal(await refusalOf(await request(base, gzip)), refused)
    const plain = csv(people(1), { "content-encoding": "identity" })
    await readImport(await request(base, plain), 201)
    assert.equal(await kept(request), 1)
  })

  it("that breaks off leaves nothing behind, and sent again it works", async () => {
    const { request } = testApp()
    const text = people(...Array.from({ length: 200 }, (_, n) => n))
    for (let tenth = 0; tenth < 10; tenth++) {
      const pieces = [text.slice(0, (text.length * tenth) / 10), new Error("the client is gone")]
      assert.equal(await refusalOf(await request(base, inPieces(pieces))), "400 request.malformed")
      assert.equal(await kept(request), 0)
    }
    assert.equal((await readImport(await request(base, inPieces([text])), 201)).counts.rows, 200)
  })
})

describe("a form", () => {
  it("brings the file and its name, and what happens to invalid rows before or after it", async () => {
    const { request } = testApp()
    const text = people(1) + "x,,\n"
    for (const parts of [
      [["invalidRows", "skip"] as const, file(text)],
      [file(text), ["invalidRows", "skip"] as const],
    ]) {
      const one = await readImport(await request(base, form(...parts)), 201)
      assert.deepEqual([one.fileName, one.invalidRows, one.state], ["people.csv", "skip", "ready"])
    }
    assert.equal((await readImport(await request(base, form(file(text))), 201)).state, "refused")
  })

  it("is read the same in pieces of any size", async () => {
    const { request } = testApp()
    for (const size of [1, 2, 5, 64, 100_000]) {
      const parts = [filePart(people(1, 2) + "x,,\n"), policyPart("skip")]
      const one = await readImport(await request(base, formBytes(parts, size)), 201)
      assert.deepEqual([one.counts.rows, one.invalidRows, one.fileName], [3, "skip", "people.csv"])
    }
  })

  it("may hold text as its file, without a name", async () => {
    const { request } = testApp()
    const one = await readImport(await request(base, form(["file", people(1)])), 201)
    assert.equal(one.fileName, "import.csv")
  })

  it("names a file by its last part, without control characters", async () => {
    const { request } = testApp()
    const one = await readImport(
      await request(base, form(file(people(1), "..\\..\\etc/pass\u202Ewd.csv"))),
      201,
    )
    assert.equal(one.fileName, "passwd.csv")
  })

  it("with anything else than one file and one policy is refused and keeps nothing", async () => {
    const { request } = testApp()
    const one = file(people(1))
    const wrong = [
      form(one, one),
      form(one, ["extra", "1"]),
      form(["extra", "1"], one),
      form(one, ["invalidRows", "skip"], ["invalidRows", "skip"]),
      form(["upload", new File([people(1)], "people.csv")]),
      form(["invalidRows", "skip"]),
      form(one, ["invalidRows", new File(["skip"], "skip.txt")]),
      form(one, ...Array.from({ length: 10_000 }, (_, n) => [`part${n}`, ""] as const)),
    ]
    for (const init of wrong)
      assert.equal(await refusalOf(await request(base, init)), "400 request.form_invalid")
    assert.equal(await kept(request), 0)
  })

  it("with an unknown policy is told what is expected", async () => {
    const { request } = testApp()
    for (const policy of ["drop", "", "s".repeat(1000)]) {
      const problem = await problemOf(await request(base, form(file(people(1)), ["invalidRows", policy])))
      assert.deepEqual(problem.errors, [{ in: "form", pointer: "/invalidRows", expected: "refuse | skip" }])
    }
    assert.equal(await kept(request), 0)
  })

  it("without a boundary, without its end or with broken parts is malformed and keeps nothing", async () => {
    const { request } = testApp()
    const body = "--x\r\n" + filePart(people(1)) + "\r\n--x--\r\n"
    const headers = { "content-type": "multipart/form-data" }
    assert.equal(
      await refusalOf(await request(base, { method: "POST", headers, body })),
      "400 request.malformed",
    )
    for (const end of ["", "\r\n", "-"]) {
      const cut = formBytes([filePart(people(1))], 16, end)
      assert.equal(await refusalOf(await request(base, cut)), "400 request.malformed", JSON.stringify(end))
    }
    assert.equal(await kept(request), 0)
  })

  it("that the client leaves midway keeps nothing", async () => {
    const { request } = testApp()
    const text = "--x\r\n" + filePart(people(1, 2, 3)) + "\r\n--x--\r\n"
    for (let at = 1; at < text.length; at += 23) {
      const init = inPieces([text.slice(0, at), new Error("gone")], {
        "content-type": "multipart/form-data; boundary=x",
      })
      assert.equal(await refusalOf(await request(base, init)), "400 request.malformed")
    }
    assert.equal(await kept(request), 0)
  })
})

describe("the limits of a file", () => {
  it("on rows are exact, blank rows aside, and name limit and count", async () => {
    const { request } = testApp()
    const numbers = Array.from({ length: 250 }, (_, n) => n)
    const full = people(...numbers.slice(1)) + ",,\n".repeat(10_000)
    assert.equal((await readImport(await request(base, csv(full)), 201)).counts.rows, 249)
    const problem = await problemOf(await request(base, csv(people(...numbers))))
    assert.deepEqual([problem.status, problem.code], [422, "file.too_many_rows"])
    assert.deepEqual(problem.issues?.[0]?.details, { limit: 249, found: 250 })
    assert.equal(await kept(request), 1)
  })

  it("on bytes hold for raw bodies and forms, with and without Content-Length, and name the limit", async () => {
    const { request } = testApp({ limits: { maxRows: 249, maxBytes: 100_000, undoDays: 30 } })
    const text = people(1) + "\n".repeat(100_001 - people(1).length)
    const exact = text.slice(0, 100_000)
    for (const init of [csv(exact), form(file(exact)), inPieces([exact])])
      await readImport(await request(base, init), 201)
    const endless = function* () {
      yield people(1)
      for (;;) yield "\n".repeat(1000)
    }
    for (const init of [csv(text), form(file(text)), inPieces([text]), inPieces(endless())]) {
      const problem = await problemOf(await request(base, init))
      assert.deepEqual([problem.status, problem.code], [413, "file.too_large"])
      assert.deepEqual(problem.issues?.[0]?.details, { limit: 100_000 })
    }
    assert.equal(await kept(request), 3)
  })

  it("hold for what a form wraps around its file", async () => {
    const { request } = testApp({ limits: { maxRows: 249, maxBytes: 1000, undoDays: 30 } })
    const endless = function* () {
      for (;;) yield "-".repeat(1000)
    }
    const init = inPieces(endless(), { "content-type": "multipart/form-data; boundary=x" })
    const { status } = await problemOf(await request(base, init))
    assert.equal(status, 413)
  })
})

/** The beginning of a compound file, and the name of a stream in it. */
const oldWorkbook = (stream: string) =>
  Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from(`${stream}\0`, "utf16le")])

describe("a file that is no such table", () => {
  const cases: ReadonlyArray<readonly [string, string | Uint8Array<ArrayBuffer>]> = [
    ["file.empty", ""],
    ["file.no_rows", "email,firstName,lastName\n"],
    ["file.type_mismatch", "%PDF-1.7\n"],
    ["file.damaged", "PK\u0003\u0004zip"],
    ["file.format_unsupported", oldWorkbook("Workbook")],
    ["file.encrypted", oldWorkbook("EncryptedPackage")],
    ["file.too_many_columns", `email,firstName,lastName${",x".repeat(100)}\na@muster.example,A,B\n`],
    ["file.wrong_template", "email,departmentId,groupName\na@muster.example,1,2\n"],
    ["file.encoding_unknown", Buffer.from(people(1), "utf16le")],
    ["header.missing", "email,firstName\na@muster.example,A\n"],
    ["header.duplicate", "email,e-mail,firstName,lastName\na@muster.example,,A,B\n"],
    ["header.forbidden", "email,firstName,lastName,password\na@muster.example,A,B,secret\n"],
    ["csv.quote_not_closed", `${people(1)}"x,A,B\n`],
  ]
  it.each(cases)("is refused with %s, told as an issue, and nothing is kept", async (code, content) => {
    const { request } = testApp()
    const problem = await problemOf(await request(base, csv(content)))
    assert.deepEqual([problem.status, problem.code], [422, code])
    assert.isTrue(problem.issues?.some((issue) => issue.code === code))
    assert.equal(problem.total, problem.issues?.length)
    assert.isAbove(problem.detail.length, 10)
    assert.equal(await kept(request), 0)
  })
})
