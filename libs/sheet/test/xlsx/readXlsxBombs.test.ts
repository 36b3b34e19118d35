import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { describe, expect, it, vi } from "vitest"
import { defaultLimits } from "../../src/SheetLimits.ts"
import { readXlsx } from "../../src/xlsx/readXlsx.ts"
import { xlsxLimits, type XlsxLimits } from "../../src/xlsx/XlsxLimits.ts"
import { XlsxThread } from "../../src/xlsx/XlsxThread.ts"
import { main, makeXlsx, table, withRows } from "./makeXlsx.ts"
import type { ZipPart } from "./makeZip.ts"
import { readFileBytes } from "./readXlsxBytes.ts"
import { repeated } from "./repeated.ts"

// What is refused is asserted, not how quickly: that depends on what else the machine does.
vi.setConfig({ testTimeout: 60_000 })
const unhurried = { maxRows: 1_000_000 }

const sheetPart = "xl/worksheets/sheet1.xml"

const people = [
  {
    rows: [
      ["email", "name"],
      ["a@x.se", "Anna"],
    ],
  },
]

/** A workbook one part of which is these compressed bytes. */
const withPart = (name: string, compressed: Uint8Array, claims: ZipPart["claims"] = {}) =>
  makeXlsx({
    sheets: people,
    zip: (parts) => parts.map((part) => (part.name === name ? { ...part, compressed, claims } : part)),
  })

const head = `<worksheet xmlns="${main}"><sheetData>`

const megabyte = (unit: string) => unit.repeat(Math.ceil((1024 * 1024) / unit.length))

const refusalOf = async (bytes: Uint8Array, limits: Partial<XlsxLimits> = {}) => {
  const { refusal } = await readFileBytes(bytes, { limits: { ...unhurried, ...limits } })
  return refusal.map(({ code, details }) => [code, details.exceeded ?? details.limit])
}

describe("a small file that would become a large table", () => {
  it("by one cell far away is refused", async () => {
    const far = withRows(`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`)
    expect(far.length).toBeLessThan(3000)
    expect(await refusalOf(far)).toEqual([["file.too_many_columns", 64]])
  })

  it("by a cell of a gigabyte is refused", async () => {
    const bomb = repeated(
      `${head}<row r="1"><c t="inlineStr"><is><t>`,
      megabyte("A"),
      1024,
      `</t></is></c></row></sheetData></worksheet>`,
    )
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024)
    expect(await refusalOf(withPart(sheetPart, bomb))).toEqual([["file.too_complex", "inflated"]])
  })

  it("by a shared string of a gigabyte is refused", async () => {
    const bomb = repeated(`<sst xmlns="${main}"><si><t>`, megabyte("A"), 1024, `</t></si></sst>`)
    expect(await refusalOf(withPart("xl/sharedStrings.xml", bomb))).toEqual([
      ["file.too_complex", "inflated"],
    ])
  })

  it("by a part that inflates as nothing honest does is refused before it is large", async () => {
    const bomb = repeated(head, megabyte("<row/>"), 10, `</sheetData></worksheet>`)
    expect(await refusalOf(withPart(sheetPart, bomb))).toEqual([["file.too_complex", "ratio"]])
  })

  it("by twelve million rows is refused, more than a sheet has", async () => {
    const row = `<row><c t="b"><v>1</v></c></row>`
    const start = `${head}<row><c t="inlineStr"><is><t>email</t></is></c></row>`
    const times = Math.ceil((12e6 * row.length) / 1024 / 1024)
    const bomb = repeated(start, megabyte(row), times, `</sheetData></worksheet>`)
    expect(await refusalOf(withPart(sheetPart, bomb))).toEqual([["file.damaged", undefined]])
  })

  it("by rows that compress no better than honest ones is refused when all that was inflated is too much", async () => {
    const rows = Array.from({ length: 4000 }, (_, at) => [`person${at}@x.se`, `Person ${at}`])
    const bytes = table(["email", "name"], ...rows)
    const maxBytes = Math.ceil(bytes.length * 1.1)
    expect((await readFileBytes(bytes, { limits: unhurried })).rows.length).toBe(4000)
    expect(await refusalOf(bytes, { maxBytes })).toEqual([["file.too_complex", "inflated"]])
  })

  it("by a long string that many cells share is refused", async () => {
    const cells = Array.from({ length: 60 }, () => `<c t="s"><v>0</v></c>`).join("")
    const rows = Array.from({ length: 200 }, () => `<row>${cells}</row>`).join("")
    const strings = [`<t>${"x".repeat(30_000)}</t>`]
    expect(await refusalOf(withRows(rows, { strings }))).toEqual([["file.too_complex", "text"]])
  })

  it("by strings that nobody uses is refused", async () => {
    const bomb = repeated(`<sst xmlns="${main}">`, megabyte("<si/><si><t>a</t></si>"), 19, "</sst>")
    const bytes = withPart("xl/sharedStrings.xml", Buffer.concat([bomb, Buffer.alloc(1024 * 1024)]))
    expect(await refusalOf(bytes, { maxBytes: 2 * 1024 * 1024 })).toEqual([["file.too_complex", "strings"]])
  })

  it("by styles is refused", async () => {
    const styles = `<cellXfs>${Array.from({ length: 100_002 }, (_, at) => `<xf fontId="${at}"/>`).join("")}</cellXfs>`
    expect(await refusalOf(makeXlsx({ sheets: people, styles }))).toEqual([["file.too_complex", "styles"]])
  })

  it("by ten thousand parts is refused", async () => {
    const parts = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`xl/media/${at}.png`, ""]))
    expect(await refusalOf(makeXlsx({ sheets: people, parts }))).toEqual([["file.too_complex", "parts"]])
  })

  it("by relationships is refused", async () => {
    const one = `<Relationship Id="a" Type="b" Target="c"/>`
    const xml = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${one.repeat(5000)}</Relationships>`
    const bytes = makeXlsx({ sheets: people, parts: { "xl/_rels/workbook.xml.rels": xml } })
    expect(await refusalOf(bytes)).toEqual([["file.too_complex", "parts"]])
  })

  it.each([
    ["nested without end", "<a>".repeat(100)],
    ["with a tag of a megabyte", `<a b="${"x".repeat(1024 * 1024)}"/>`],
    [
      "with ten thousand attributes",
      `<a ${Array.from({ length: 10_000 }, (_, at) => `a${at}=""`).join(" ")}/>`,
    ],
    [
      "with a hundred namespaces",
      `<a ${Array.from({ length: 100 }, (_, at) => `xmlns:a${at}="x"`).join(" ")}/>`,
    ],
    ["with a comment of a megabyte", `<!--${"x".repeat(1024 * 1024)}-->`],
  ])("by markup %s is refused", async (_, before) => {
    expect(await refusalOf(withRows("", { before }))).toEqual([["file.too_complex", "markup"]])
  })

  it("is refused for what really comes out of it, whatever the archive says of its size", async () => {
    const rows = (count: number) => `<row r="2"><c t="inlineStr"><is><t>a</t></is></c></row>`.repeat(count)
    const bomb = repeated(head, megabyte(rows(1)), 300, `</sheetData></worksheet>`)
    for (const size of [0, 100, 0xfffffffe])
      expect(await refusalOf(withPart(sheetPart, bomb, { size }))).toEqual([["file.damaged", undefined]])
  })
})

describe("what reading takes", () => {
  const honest = table(
    ["email", "name"],
    ...Array.from({ length: 60_000 }, (_, at) => [`p${at}@x.se`, `P ${at}`]),
  )

  const outcomeOf = (limits: Partial<XlsxLimits>) => {
    const file = honest.buffer.slice(honest.byteOffset, honest.byteOffset + honest.length)
    return Effect.gen(function* () {
      const thread = yield* XlsxThread.start({ file, limits: { ...xlsxLimits(defaultLimits), ...limits } })
      yield* thread.next
      thread.answer({ sheet: 0, headerRow: 1, width: 2 })
      while ((yield* thread.next).tell !== "end") thread.answer(null)
      return "end"
    }).pipe(
      Effect.catchTag("SheetRefused", ({ issues }) => Effect.succeed(issues[0]?.details.exceeded)),
      Effect.scoped,
      Effect.runPromise,
    )
  }

  it("is no more time than allowed: the worker is stopped", async () => {
    expect(await outcomeOf({ maxRows: 60_000, maxTime: 60_000 })).toBe("end")
    expect(await outcomeOf({ maxRows: 60_000, maxTime: 20 })).toBe("time")
  })

  it("is no more heap than allowed: the worker ends, and nothing else does", async () => {
    expect(await outcomeOf({ maxRows: 60_000, maxHeap: 4 })).toBe("memory")
  })

  it("does not keep other work from going on", async () => {
    let ticks = 0
    const timer = setInterval(() => ticks++, 1)
    const bombs = Array.from({ length: 3 }, () => readFileBytes(honest, { limits: { maxRows: 50_000 } }))
    const outcomes = await Promise.all(bombs)
    clearInterval(timer)
    expect(outcomes.map(({ refusal }) => refusal[0]?.details)).toEqual(
      Array(3).fill({ limit: 50_000, found: 60_000 }),
    )
    expect(ticks).toBeGreaterThan(50)
  })

  it("is given back when whoever takes the rows stops", async () => {
    const first = Effect.gen(function* () {
      const sheet = yield* readXlsx(Stream.make(honest), {
        recognise: () => 1,
        limits: { ...defaultLimits, maxRows: 60_000 },
      })
      return yield* Stream.runCollect(Stream.take(sheet.rows, 1))
    }).pipe(Effect.scoped)
    for (let turn = 0; turn < 5; turn++) expect((await Effect.runPromise(first)).length).toBe(1)
  })
})
