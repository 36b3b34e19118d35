import { assert, describe, it } from "vitest"
import { FileReading } from "@muster/domain/rows/ColumnMatch"
import { RowPage } from "../src/ImportAnswer.ts"
import { csv, problemOf, read, readImport, refusalOf, testApp } from "./testApp.ts"

const base = "/api/v1/platform/imports"
const file = 'Mejl;Namn;Skostorlek\nbo@x.org;"Ek, Bo";42\nann@x.org;Ann van der Berg;37\n'

const sendTo = (request: ReturnType<typeof testApp>["request"]) => (path: string, text: string) =>
  request(`${base}${path}`, csv(text))

describe("the columns of a file", () => {
  it("are told before it is uploaded, with samples, and nothing of it is kept", async () => {
    const { request } = testApp()
    const reading = await read(await sendTo(request)("/reading", file), 200, FileReading)
    assert.deepEqual(
      reading.columns.map(({ header, meaning, by, samples }) => [header, meaning, by, samples[0]]),
      [
        ["Mejl", "email", "name", "bo@x.org"],
        ["Namn", "fullName", "spelling", "Ek, Bo"],
        ["Skostorlek", null, null, "42"],
      ],
    )
    assert.isFalse(reading.isSure)
    const { items } = (await (await request(base)).json()) as { items: ReadonlyArray<unknown> }
    assert.deepEqual(items, [])
  })

  it("are taken for what they were chosen to be, and remembered for the next file with that header", async () => {
    const { request } = testApp()
    const send = sendTo(request)
    const one = await readImport(await send("?columns=email,fullName,", file), 201)
    assert.equal(one.state, "ready")
    assert.deepEqual(one.columns, ["email", "firstName", "lastName", "Skostorlek"])
    assert.deepEqual(
      one.issues.map(({ code, severity }) => [code, severity]),
      [["header.not_used", "info"]],
    )
    const { items } = await read(await request(`${base}/${one.id}/rows`), 200, RowPage)
    assert.deepEqual(items[0]?.cells, {
      email: "bo@x.org",
      firstName: "Bo",
      lastName: "Ek",
      Skostorlek: "42",
    })
    assert.deepInclude(items[1]?.cells, { firstName: "Ann", lastName: "van der Berg" })
    const again = await read(
      await send("/reading", "MEJL,namn,sko-storlek\na@x.org,A B,1\n"),
      200,
      FileReading,
    )
    assert.deepEqual(
      again.columns.map(({ meaning, by }) => [meaning, by]),
      [
        ["email", "name"],
        ["fullName", "memory"],
        [null, null],
      ],
    )
    assert.isTrue(again.isSure)
  })

  it("go out in the report so that it is read again without a choice", async () => {
    const { request } = testApp()
    const send = sendTo(request)
    const { id } = await readImport(await send("?columns=email,fullName,", file), 201)
    const report = await (await request(`${base}/${id}/report?rows=all`)).text()
    assert.include(report.split("\r\n")[0], "Mejl;Namn (firstName);Namn (lastName);Skostorlek")
    const one = await readImport(await send("", report), 201)
    assert.deepEqual(one.columns.slice(0, 3), ["email", "firstName", "lastName"])
    assert.equal(one.state, "ready")
  })

  it("are told by their cells where no header is known, and so are they read then", async () => {
    const { request } = testApp()
    const send = sendTo(request)
    const odd = "Spalte A,Spalte B,Spalte C\nbo@x.org,Bo,Ek\nann@x.org,Ann,Lee\n"
    assert.equal(await refusalOf(await send("", odd)), "422 header.missing")
    const { columns } = await read(await send("/reading", odd), 200, FileReading)
    assert.deepEqual(
      columns.map(({ meaning, by }) => [meaning, by]),
      [
        ["email", "content"],
        [null, null],
        [null, null],
      ],
    )
    const one = await readImport(await send("?columns=email,firstName,lastName", odd), 201)
    assert.equal(one.counts.valid, 2)
  })

  it("that were chosen must be all that are required, and none twice", async () => {
    const { request } = testApp()
    const send = sendTo(request)
    assert.equal(await refusalOf(await send("?columns=email,firstName", file)), "422 header.missing")
    assert.equal(await refusalOf(await send("?columns=email,fullName,email", file)), "422 header.duplicate")
    assert.equal(await refusalOf(await send("?columns=email,shoeSize", file)), "422 request.invalid")
    assert.equal(await refusalOf(await send("?columns=email,groupName", file)), "422 request.invalid")
  })

  it("with a privileged name are left out only by choice", async () => {
    const { request } = testApp()
    const send = sendTo(request)
    const roles = "email,firstName,lastName,Roll\nbo@x.org,Bo,Ek,Chef\n"
    assert.equal(await refusalOf(await send("", roles)), "422 header.forbidden")
    const one = await readImport(await send("?columns=email,firstName,lastName,", roles), 201)
    assert.equal(one.state, "ready")
  })
})

describe("how a file is read", () => {
  const polluted = "Our people\n\nemail;firstName;lastName\nbo@x.org;Bo;Ek\n"

  it("is told with its reasons", async () => {
    const { request } = testApp()
    const { dialect, isSure } = await read(await sendTo(request)("/reading", polluted), 200, FileReading)
    assert.deepEqual(dialect, {
      delimiter: "semicolon",
      quote: "double",
      backslash: false,
      encoding: "utf-8",
      headerRow: 3,
      headerRows: 1,
      reasons: { delimiter: "columns", quote: "only", encoding: "sound", header: "columns" },
    })
    assert.isTrue(isSure)
  })

  it("is not sure where two delimiters fit as well", async () => {
    const { request } = testApp()
    const text = "email,firstName;lastName\nb@x.org,Bo;Ek\n"
    const { dialect, isSure } = await read(await sendTo(request)("/reading", text), 200, FileReading)
    assert.deepInclude(dialect?.reasons, { delimiter: "first" })
    assert.isFalse(isSure)
  })

  it("can be chosen, and is then read so", async () => {
    const { request } = testApp()
    const send = sendTo(request)
    const choice = "delimiter=pipe&quote=none&backslash=false&encoding=windows-1252&headerRow=2"
    const text = "email,firstName,lastName\nemail|firstName|lastName\nbo@x.org|'Bo'|\"Ek\"\n"
    const { dialect } = await read(await send(`/reading?${choice}`, text), 200, FileReading)
    assert.deepInclude(dialect, { delimiter: "pipe", quote: "none", headerRow: 2 })
    assert.deepEqual(new Set(Object.values(dialect!.reasons)), new Set(["chosen"]))
    const one = await readImport(await send(`?${choice}`, text), 201)
    const { items } = await read(await request(`${base}/${one.id}/rows`), 200, RowPage)
    assert.deepEqual(
      items.map(({ row, cells }) => [row, ...Object.values(cells)]),
      [[3, "bo@x.org", "'Bo'", '"Ek"']],
    )
    assert.deepEqual(
      one.issues.map(({ code }) => code),
      ["csv.preamble"],
    )
  })

  it("is told where the file is refused, so that it can be chosen otherwise", async () => {
    const { request } = testApp()
    const send = sendTo(request)
    const preamble = "A report\n".repeat(50)
    const deep = `${preamble}e-mail;first name;last name\nbo@x.org;Bo;Ek\n`
    for (const [path, text, delimiter] of [
      ["", deep, "comma"],
      ["/reading", "1;2\n3;4\n", "semicolon"],
    ] as const) {
      const refused = await problemOf(await send(path, text))
      assert.equal(refused.code, "header.missing")
      assert.deepInclude(refused.dialect, { delimiter, quote: "double", encoding: "utf-8", headerRow: 1 })
    }
    const chosen = await problemOf(await send("?delimiter=tab&headerRow=60", deep))
    assert.deepInclude(chosen.dialect, { delimiter: "tab", headerRow: 60 })
    assert.deepInclude(chosen.dialect?.reasons, { delimiter: "chosen", header: "chosen" })
    const open = await problemOf(await send("/reading", 'email,lastName\nbo@x.org,"Ek\n'))
    assert.equal(open.code, "csv.quote_not_closed")
    assert.deepInclude(open.dialect, { delimiter: "comma", quote: "double" })
    const lacking = await problemOf(await send("", "email;lastName\nbo@x.org;Ek\n"))
    assert.equal(lacking.code, "header.missing")
    assert.deepInclude(lacking.dialect, { delimiter: "semicolon", headerRow: 1 })

    const unmarked = new Uint8Array(Buffer.from("email,firstName,lastName\nbo@x.org,Bo,Ek\n", "utf16le"))
    const unknown = await problemOf(await request(`${base}/reading`, csv(unmarked)))
    assert.equal(unknown.code, "file.encoding_unknown")
    assert.deepInclude(unknown.dialect, { encoding: "utf-8", delimiter: "comma" })
    const { dialect } = await read(
      await request(`${base}/reading?encoding=utf-16le`, csv(unmarked)),
      200,
      FileReading,
    )
    assert.equal(dialect?.encoding, "utf-16le")
    assert.isUndefined((await problemOf(await send("", "%PDF-1.7\n"))).dialect)
  })

  it.each(["delimiter=x", "quote=x", "backslash=x", "encoding=x", "headerRow=0", "headerRow=-1"])(
    "cannot be chosen to be %s",
    async (choice) => {
      const { request } = testApp()
      assert.equal(await refusalOf(await sendTo(request)(`?${choice}`, polluted)), "422 request.invalid")
    },
  )

  it("is a part of what an idempotency key stands for", async () => {
    const { request } = testApp()
    const send = (choice: string) => {
      const sent = csv(polluted)
      const headers = { ...sent.headers, "Idempotency-Key": "one-key-for-two" }
      return request(`${base}?${choice}`, { ...sent, headers })
    }
    const one = await readImport(await send("delimiter=semicolon"), 201)
    assert.equal((await readImport(await send("delimiter=semicolon"), 201)).id, one.id)
    assert.equal(await refusalOf(await send("headerRow=3")), "422 idempotency.mismatch")
  })
})
