import { assert, describe, it } from "@effect/vitest"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { expect, it as test } from "vitest"
import { readSheet } from "../src/readSheet.ts"
import { defaultLimits } from "../src/SheetLimits.ts"
import { bytesOf, cellsOf, codesOf, readBytes, readStream, readText } from "./read.ts"

const people = (count: number) =>
  Array.from({ length: count }, (_, at) => `person${at}@example.com,Person ${at}\r\n`).join("")

describe("what is read", () => {
  test("a header and rows of text, numbered as a spreadsheet does", async () => {
    expect(await readText("email,name\r\na@x.se,Anna\r\nb@x.se,Bo\r\n")).toEqual({
      header: ["email", "name"],
      dialect: {
        format: "csv",
        delimiter: ",",
        quote: "double",
        backslash: false,
        encoding: "utf-8",
        headerRow: 1,
        headerRows: 1,
        reasons: { delimiter: "only", quote: "only", encoding: "sound", header: "first" },
      },
      rows: [
        { row: 2, cells: ["a@x.se", "Anna"], issues: [] },
        { row: 3, cells: ["b@x.se", "Bo"], issues: [] },
      ],
      warnings: [],
      refusal: [],
    })
  })

  test("cells as they stand: numbers, dates and spaces are text", async () => {
    const outcome = await readText("email,name,phone\n1.2E+12, 007 ,01.Feb\n#c,\x1a,\u00a0x\n")
    expect(cellsOf(outcome)).toEqual([
      ["1.2E+12", " 007 ", "01.Feb"],
      ["#c", "\x1a", "\u00a0x"],
    ])
  })

  test("cells less the formula guard, in the header too", async () => {
    const outcome = await readText("'email,'=name,email\n'=1+1,'t Hooft,O'Brien\n", { known: ["email"] })
    expect(outcome.header).toEqual(["'email", "=name", "email"])
    expect(cellsOf(outcome)).toEqual([["=1+1", "'t Hooft", "O'Brien"]])
  })

  test("names of properties as plain header cells", async () => {
    const outcome = await readText("__proto__,constructor,email\na,b,c\n")
    expect(outcome.header).toEqual(["__proto__", "constructor", "email"])
    expect(cellsOf(outcome)).toEqual([["a", "b", "c"]])
  })

  test("CRLF, LF and CR mixed, and line breaks in quotes", async () => {
    const outcome = await readText('email,name\r\na,"x\r\ny"\rb,z\nc,"1\n2\r3"')
    expect(outcome.rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [2, "a", "x\r\ny"],
      [3, "b", "z"],
      [4, "c", "1\n2\r3"],
    ])
  })

  test("rows past blank ones, which count in the numbers alone", async () => {
    const outcome = await readText('\n ,\nemail,name\n\n,\na,b\n \t,"\u00a0"\nc,d\n\n')
    expect(outcome.rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [6, "a", "b"],
      [8, "c", "d"],
    ])
  })

  test("a row shorter than the header, filled up and reported", async () => {
    const outcome = await readText("email,name,phone\na\nb,c,d\n")
    expect(outcome.rows).toEqual([
      {
        row: 2,
        cells: ["a", "", ""],
        issues: [
          {
            code: "row.missing_cells",
            severity: "error",
            row: 2,
            columnIndex: null,
            value: null,
            details: { expected: 3, found: 1 },
          },
        ],
      },
      { row: 3, cells: ["b", "c", "d"], issues: [] },
    ])
  })

  test("a row longer than the header, cut, and reported if that loses text", async () => {
    const outcome = await readText("email,name,,\na,b,,\nc,d,, x ,y\n")
    expect(outcome.header).toEqual(["email", "name"])
    expect(outcome.rows).toEqual([
      { row: 2, cells: ["a", "b"], issues: [] },
      {
        row: 3,
        cells: ["c", "d"],
        issues: [
          {
            code: "row.extra_cells",
            severity: "error",
            row: 3,
            columnIndex: 3,
            value: " x ",
            details: { expected: 2, found: 5 },
          },
        ],
      },
    ])
  })

  test("the other rows of a file with a misplaced quote", async () => {
    const outcome = await readText('email,name\na,b"c\n"d"e,f\ng,h\n')
    expect(cellsOf(outcome)).toEqual([
      ["a", 'b"c'],
      ['"d"e', "f"],
      ["g", "h"],
    ])
    expect(
      outcome.rows.map(({ issues }) => issues.map(({ code, columnIndex }) => [code, columnIndex])),
    ).toEqual([[["csv.quote_misplaced", 1]], [["csv.quote_misplaced", 0]], []])
  })

  test("the other rows of a file with a cell of 10 MB, quoted or not", async () => {
    for (const quote of ["", '"']) {
      const outcome = await readText(`email,name\na,${quote}${"x".repeat(10_000_000)}${quote}\nb,c\n`)
      expect(cellsOf(outcome)).toEqual([
        ["a", "x".repeat(100)],
        ["b", "c"],
      ])
      expect(outcome.rows[0]!.issues).toMatchObject([
        { code: "cell.too_long", row: 2, columnIndex: 1, details: { limit: 32_768, found: 10_000_000 } },
      ])
      expect(outcome.refusal).toEqual([])
    }
  })
})

test("takes no row for blank whose text is behind more spaces than are kept", async () => {
  const outcome = await readText(`email,name\n${" ".repeat(40_000)}x,\n`)
  expect(outcome.rows.map(({ issues }) => codesOf(issues))).toEqual([["cell.too_long"]])
})

describe("the delimiter", () => {
  test.each([",", ";", "\t", "|"] as const)("%j is found by the header", async (delimiter) => {
    const outcome = await readText(
      ["email", "name"].join(delimiter) + "\r\n" + ["a;b", "c,d"].map((cell) => `"${cell}"`).join(delimiter),
    )
    expect(outcome.dialect?.delimiter).toBe(delimiter)
    expect(cellsOf(outcome)).toEqual([["a;b", "c,d"]])
  })

  test("is not led astray by other delimiters in the header and the rows", async () => {
    const outcome = await readText('email;"name, first, last, or,any";phone\n1,2,3,4;5,6;7,8,9\n')
    expect(cellsOf(outcome)).toEqual([["1,2,3,4", "5,6", "7,8,9"]])
  })

  test("is found though a quote never closes under another", async () => {
    const text = `email,"a\t""",name\n${"a@x.se,Anna,Berg\n".repeat(80_000)}`
    const outcome = await readText(text, { limits: { maxRows: 80_000 } })
    expect(outcome.header).toEqual(["email", 'a\t"', "name"])
    expect(outcome.rows.length).toBe(80_000)
    expect(outcome.refusal).toEqual([])
  })

  test.each(["sep=;\r\n", '"sep=;"\r\n', "\ufeffsep=;\n", "SEP=;\r"])(
    "is taken from the line %j, which is no row",
    async (line) => {
      const outcome = await readText(`${line}email;name,phone\na;b\n"c;d\n`)
      expect(outcome.header).toEqual(["email", "name,phone"])
      expect(outcome.rows.map(({ row, cells }) => [row, ...cells])).toEqual([[2, "a", "b"]])
      expect(outcome.refusal).toMatchObject([{ code: "csv.quote_not_closed", row: 3, details: { line: 4 } }])
    },
  )

  test("does not matter to a file of one column", async () => {
    const outcome = await readText("email\na@x.se\n")
    expect(outcome.dialect?.delimiter).toBe(",")
    expect(cellsOf(outcome)).toEqual([["a@x.se"]])
  })
})

describe("what is refused", () => {
  test.each([
    ["0 bytes", ""],
    ["a byte order mark alone", "\ufeff"],
    ["blank lines", "\r\n \n\t\n"],
    ["delimiters", ";;;;\r\n;;;;\r\n"],
    ["a sep= line alone", "sep=;\r\n"],
    ["5 MB of blank lines", "\r\n".repeat(2_500_000)],
  ])("%s: file.empty", async (_, text) => {
    expect((await readText(text)).refusal).toEqual([
      { code: "file.empty", severity: "error", row: null, columnIndex: null, value: null, details: {} },
    ])
  })

  test.each(["email,name", "email,name\r\n", "email,name\r\n,\r\n \r\n"])(
    "%j: file.no_rows",
    async (text) => {
      const outcome = await readText(text)
      expect(outcome.header).toEqual(["email", "name"])
      expect(codesOf(outcome.refusal)).toEqual(["file.no_rows"])
    },
  )

  test("a file without a known column, with the header as best read", async () => {
    expect((await readText("\nepost;namn,för;x\na;b;c\n")).refusal).toEqual([
      {
        code: "header.missing",
        severity: "error",
        row: 2,
        columnIndex: null,
        value: null,
        details: { found: ["epost", "namn,för", "x"] },
      },
    ])
  })

  test("a header whose cells cannot be trusted", async () => {
    expect((await readText('email,na"me\na,b\n')).refusal).toMatchObject([
      { code: "csv.quote_misplaced", row: 1, columnIndex: 1, value: 'na"me' },
    ])
  })

  test.each([
    [0, ["file.no_rows"]],
    [1, []],
    [248, []],
    [249, []],
  ])("of %d rows: %j", async (count, codes) => {
    const outcome = await readText(`email,name\r\n${people(count)}`)
    expect(outcome.rows.length).toBe(count)
    expect(codesOf(outcome.refusal)).toEqual(codes)
  })

  test.each([250, 1000])("%d rows, once all are counted", async (count) => {
    const outcome = await readText(`email,name\r\n${people(count)}${",\r\n".repeat(100)}`)
    expect(outcome.rows.length).toBe(249)
    expect(outcome.refusal).toMatchObject([
      { code: "file.too_many_rows", row: null, details: { limit: 249, found: count } },
    ])
  })

  test("rows far beyond the limit, counted and not made, in chunks of any size", async () => {
    const odd = 'a,"b\n\nb"\n,\n"" \nc\n\n"d,""d""",x\r\n'
    const text = `email,name\r\n${people(2000)}${odd.repeat(1000)}`
    for (const chunks of [97, 64 * 1024]) {
      const outcome = await readText(text, { chunks })
      expect(outcome.rows.length).toBe(249)
      expect(outcome.refusal).toMatchObject([{ code: "file.too_many_rows", details: { found: 5000 } }])
    }
  })

  test("another table below, whose rows count for nothing however many they are", async () => {
    const other = `\nphone,email,name\n${"1,a,b\n".repeat(20_000)}`
    const outcome = await readText(`name,email\n${people(2)}${other}`)
    expect([outcome.rows.length, codesOf(outcome.warnings)]).toEqual([2, ["csv.other_table"]])
    const over = await readText(`name,email\n${people(300)}${other}`)
    expect(over.refusal).toMatchObject([{ code: "file.too_many_rows", details: { found: 300 } }])
  })

  test.each(["\r\n", ",\r\n", " , \r\n", "\n"])("not 249 rows and 10,000 of %j", async (blank) => {
    const outcome = await readText(`email,name\r\n${people(249)}${blank.repeat(10_000)}`)
    expect(outcome.rows.length).toBe(249)
    expect(outcome.refusal).toEqual([])
  })

  test("one byte more than the limit, counted as received", async () => {
    const text = `email,name\r\n${people(100)}`
    for (const chunks of [1, 100, 10_000]) {
      const within = await readText(text, { limits: { maxBytes: text.length }, chunks })
      expect(within.refusal).toEqual([])
      const outcome = await readText(`${text}x`, { limits: { maxBytes: text.length }, chunks })
      expect(outcome.rows.length).toBe(100)
      expect(outcome.refusal).toMatchObject([{ code: "file.too_large", details: { limit: text.length } }])
    }
  })

  test("a file over the limit at the same row, in chunks of any size", async () => {
    const text = `email,name\r\n${people(100)}`
    const limits = { maxBytes: 2000 }
    const outcome = await readText(text, { limits, chunks: 1 })
    expect(outcome.rows.length).toBe(text.slice(0, 2000).split("\r\n").length - 2)
    expect(await readText(text, { limits })).toEqual(outcome)
  })

  test("a file of another type, by its content", async () => {
    const outcome = await readBytes(bytesOf("PK\x03\x04", new Array<number>(26).fill(0), "xl/workbook.xml"))
    expect(outcome.refusal).toMatchObject([{ code: "file.type_mismatch", details: { found: "xlsx" } }])
  })

  test("a quote that never closes, within the length of 16 rows at most", async () => {
    let sent = 0
    const endless = Stream.concat(
      Stream.make(bytesOf('email,name\na,b\nc,"d\n')),
      Stream.fromIterable([bytesOf(people(1000))]).pipe(
        Stream.forever,
        Stream.tap((chunk) => Effect.sync(() => void (sent += chunk.length))),
      ),
    )
    const outcome = await Effect.runPromise(readStream(endless, { limits: { maxBytes: 1e9 } }))
    expect(cellsOf(outcome)).toEqual([["a", "b"]])
    expect(outcome.refusal).toMatchObject([
      { code: "csv.quote_not_closed", row: 3, columnIndex: 1, details: { line: 3 } },
    ])
    expect(outcome.refusal[0]!.value!.length).toBeLessThanOrEqual(200)
    expect(sent).toBeLessThan(17 * 1024 * 1024)
  })

  test("a quote that never closes in the header", async () => {
    expect((await readText(`email,"name\n${people(10)}`)).refusal).toMatchObject([
      { code: "csv.quote_not_closed", row: 1, details: { line: 1 } },
    ])
    const long = await readText(`email,"name\n${people(60_000)}`, { limits: { maxBytes: 1e9 } })
    expect(long.refusal).toMatchObject([{ code: "csv.quote_not_closed", row: 1, details: { line: 1 } }])
  })

  test("1,000,000 columns, before the header is fully read", async () => {
    let sent = 0
    const endless = Stream.make(bytesOf("column,".repeat(1000))).pipe(
      Stream.forever,
      Stream.tap((chunk) => Effect.sync(() => void (sent += chunk.length))),
    )
    const outcome = await Effect.runPromise(readStream(endless, { limits: { maxBytes: 1e9 } }))
    expect(outcome.refusal).toMatchObject([{ code: "file.too_many_columns", row: 1, details: { limit: 64 } }])
    expect(sent).toBeLessThan(1.1 * 1024 * 1024)
  })

  test("too many columns in a later row, after the rows before it", async () => {
    const outcome = await readText(`email,name\na,b\n${"x,".repeat(1_000_000)}\n`)
    expect(cellsOf(outcome)).toEqual([["a", "b"]])
    expect(outcome.refusal).toMatchObject([{ code: "file.too_many_columns", row: 3 }])
  })
})

describe("the stream", () => {
  it.effect("gives the header and the first rows before the last bytes have come", () =>
    Effect.gen(function* () {
      const gate = yield* Deferred.make<void>()
      const bytes = Stream.concat(
        Stream.make(bytesOf(`email,name\n${people(600)}`)),
        Stream.fromEffect(Effect.as(Deferred.await(gate), bytesOf(people(600)))),
      )
      const sheet = yield* readSheet(bytes, {
        recognise: () => 1,
        limits: { ...defaultLimits, maxRows: 1200 },
      })
      assert.deepStrictEqual(sheet.header, ["email", "name"])
      let seen = 0
      yield* Stream.runForEach(sheet.rows, () => {
        seen++
        return seen === 10 ? Deferred.succeed(gate, undefined) : Effect.void
      })
      assert.strictEqual(seen, 1200)
    }),
  )

  it.effect("fails as the bytes fail, before the header and after it", () =>
    Effect.gen(function* () {
      const options = { recognise: () => 1, limits: defaultLimits }
      const broken = (text: string) => Stream.concat(Stream.make(bytesOf(text)), Stream.fail("cut off"))
      assert.strictEqual(yield* Effect.flip(readSheet(broken("email,na"), options)), "cut off")
      const sheet = yield* readSheet(broken(`email,name\n${people(600)}`), options)
      assert.strictEqual(yield* Effect.flip(Stream.runDrain(sheet.rows)), "cut off")
    }),
  )

  it.effect("stops the bytes when its scope closes", () =>
    Effect.gen(function* () {
      let open = true
      const bytes = Stream.make(bytesOf(`email,name\n${people(100)}`)).pipe(
        Stream.forever,
        Stream.ensuring(Effect.sync(() => void (open = false))),
      )
      yield* Effect.scoped(readSheet(bytes, { recognise: () => 1, limits: defaultLimits }))
      assert.strictEqual(open, false)
    }),
  )

  test("keeps memory flat over a cell of 300 MB", { timeout: 60_000 }, async () => {
    const block = new Uint8Array(64 * 1024).fill(0x78)
    let peak = 0
    const start = process.memoryUsage().rss
    const bytes = Stream.make(bytesOf("email,name\na,")).pipe(
      Stream.concat(Stream.range(1, 4800).pipe(Stream.map(() => block))),
      Stream.concat(Stream.make(bytesOf(",b\nc,d\n"))),
      Stream.tap(() => Effect.sync(() => void (peak = Math.max(peak, process.memoryUsage.rss())))),
    )
    const outcome = await Effect.runPromise(readStream(bytes, { limits: { maxBytes: 1e9 } }))
    expect(outcome.rows.map((row) => codesOf(row.issues))).toEqual([["cell.too_long", "row.extra_cells"], []])
    expect((peak - start) / 1024 / 1024).toBeLessThan(150)
  })
})
