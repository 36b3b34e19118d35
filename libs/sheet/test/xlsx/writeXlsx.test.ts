import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { InflateBudget } from "../../src/xlsx/InflateBudget.ts"
import { inflateEntry } from "../../src/xlsx/inflateEntry.ts"
import type { CellToWrite, SheetToWrite, WorkbookToWrite } from "../../src/xlsx/WorkbookToWrite.ts"
import { writeXlsx } from "../../src/xlsx/writeXlsx.ts"
import { XmlReader } from "../../src/xlsx/XmlReader.ts"
import { zipDirectory } from "../../src/xlsx/zipDirectory.ts"
import { readHere } from "./readHere.ts"
import { readFileBytes } from "./readXlsxBytes.ts"

const madeAt = new Date("2026-11-26T10:00:00Z")

const bytesOf = async (workbook: Omit<WorkbookToWrite, "madeAt">): Promise<Buffer> =>
  Buffer.concat(await Effect.runPromise(Stream.runCollect(writeXlsx({ ...workbook, madeAt }))))

const sheet = (
  header: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<CellToWrite>>,
  more: Partial<SheetToWrite> = {},
): SheetToWrite => ({
  name: "Users",
  columns: header.map((one) => ({ header: one })),
  rows: Stream.fromIterable(rows),
  ...more,
})

const written = (header: ReadonlyArray<string>, ...rows: ReadonlyArray<ReadonlyArray<CellToWrite>>) =>
  bytesOf({ sheets: [sheet(header, rows)] })

/** The text of every part by its name, each of which was inflated and checked. */
const partsOf = async (file: Buffer): Promise<Record<string, string>> => {
  const parts: Record<string, string> = {}
  const budget = new InflateBudget({ maxInflated: 1e9, maxRatio: 1e9 })
  for (const entry of zipDirectory(file, 100).values()) {
    const pieces: Array<Buffer> = []
    for await (const piece of inflateEntry(entry, budget)) pieces.push(piece)
    parts[entry.name] = Buffer.concat(pieces).toString()
  }
  return parts
}

const sheetPart = "xl/worksheets/sheet1.xml"

describe("what is written", () => {
  it("is read back as it was, whatever the cells hold", async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        "=1+1",
        "'=1+1",
        "''=1",
        "+46 70",
        "-",
        "@x",
        "00101",
        "1E5",
        "2-3",
        "TRUE",
        "#N/A",
        "_x0041_",
        "_x005F_x0041_",
        "'",
        "\r",
        "a\r\nb",
        "\t",
        " a ",
        "<&>\"'",
        "]]>",
        "\0\x1f",
        "\ud800",
        "\uffff",
        "\ufeff",
        "😀",
      ),
      fc.string({ unit: "binary", maxLength: 20 }),
      fc.string({ unit: "grapheme", maxLength: 20 }),
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 5 })
        .map((units) => String.fromCharCode(...units)),
    )
    const row = fc.array(cell, { minLength: 3, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (rows) => {
        const full = rows.map(([a, b, c]) => [`x${a}`, b!, c!])
        const { code, rows: read } = await readHere(await written(["email", "name", "phone"], ["x"], ...full))
        expect(code).toBe(null)
        expect(read.slice(1).map(({ cells, issues }) => [cells, issues])).toEqual(
          full.map((cells) => [cells, []]),
        )
      }),
      { numRuns: 300 },
    )
  })

  it("is read by the reader of files, below a title too", async () => {
    const bytes = await bytesOf({
      sheets: [sheet(["email", "name"], [["a@x.se", "=A1"]], { title: "Made today" })],
    })
    expect(await readFileBytes(bytes)).toEqual({
      header: ["email", "name"],
      dialect: { format: "xlsx", sheet: "Users", lists: null },
      rows: [{ row: 3, cells: ["a@x.se", "=A1"], issues: [] }],
      warnings: [],
      refusal: [],
    })
  })

  it("is the same for the same table", async () => {
    expect((await written(["email"], ["a"])).equals(await written(["email"], ["a"]))).toBe(true)
  })

  it("can be written twice", async () => {
    const stream = writeXlsx({
      madeAt,
      sheets: [sheet(["email"], [["a"], [{ text: "b", mark: "error", note: "n" }]])],
    })
    const [first, second] = await Effect.runPromise(
      Effect.all([Stream.runCollect(stream), Stream.runCollect(stream)]),
    )
    expect(Buffer.concat(first).equals(Buffer.concat(second))).toBe(true)
  })

  it("comes in pieces while rows are still to come", async () => {
    let taken = 0
    const rows = Stream.map(Stream.range(1, 20_000), (number) => {
      taken = number
      return [`person${number}@x.se`]
    })
    const stream = writeXlsx({ madeAt, sheets: [{ ...sheet(["email"], []), rows }] })
    const seen: Array<number> = []
    await Effect.runPromise(Stream.runForEach(stream, () => Effect.sync(() => seen.push(taken))))
    expect(new Set(seen).size).toBeGreaterThan(3)
  })

  it("has each part that is named in it, well-formed, and names each part's type", async () => {
    const marked: CellToWrite = { text: "b", mark: "error", note: "n" }
    const parts = await partsOf(
      await bytesOf({ sheets: [sheet(["email"], [[marked]]), sheet(["x"], [], { name: "Lists" })] }),
    )
    for (const [name, text] of Object.entries(parts)) {
      const reader = new XmlReader(name, [], { open: () => {} })
      reader.push(text)
      reader.end()
    }
    const types = parts["[Content_Types].xml"]!
    const typed = [...types.matchAll(/PartName="\/([^"]*)"/g)].map(([, name]) => name!)
    expect(typed.filter((name) => !(name in parts))).toEqual([])
    expect(
      Object.keys(parts).filter((name) => !typed.includes(name) && !/\.(rels|vml)$|^\[/.test(name)),
    ).toEqual([])
    for (const [name, text] of Object.entries(parts).filter(([one]) => one.endsWith(".rels"))) {
      const base = `http://x/${name.replace("_rels/", "").replace(/\.rels$/, "")}`
      const targets = [...text.matchAll(/Target="([^"]*)"/g)].map(([, target]) =>
        new URL(target!, base).pathname.slice(1),
      )
      expect(targets.filter((target) => !(target in parts))).toEqual([])
    }
  })

  it("holds no formula, and no number: each cell is text in the format text", async () => {
    const parts = await partsOf(
      await written(["email", "name"], ["=1+1", "12"], [{ text: "@SUM", mark: "warning", note: "" }, ""]),
    )
    expect(parts[sheetPart]).not.toMatch(/<f[ >]/)
    const cells = [...parts[sheetPart]!.matchAll(/<c [^>]*>/g)].map(([cell]) => cell)
    expect(cells.filter((cell) => !/t="inlineStr"/.test(cell))).toEqual([])
    const formats = [...parts["xl/styles.xml"]!.split("<cellXfs")[1]!.matchAll(/<xf numFmtId="(\d+)"/g)].map(
      ([, id]) => id,
    )
    const used = new Set(
      [...parts[sheetPart]!.matchAll(/ (?:s|style)="(\d+)"/g)].map(([, id]) => formats[Number(id)]),
    )
    expect([...used]).toEqual(["49"])
  })

  it("keeps the header in sight, and columns as wide as wanted", async () => {
    const { [sheetPart]: xml } = await partsOf(
      await bytesOf({
        sheets: [
          { ...sheet([], [], { title: "t" }), columns: [{ header: "email", width: 34 }, { header: "name" }] },
        ],
      }),
    )
    expect(xml).toContain(`<pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/>`)
    expect([...xml!.matchAll(/<col [^>]* width="(\d+)"/g)].map(([, width]) => width)).toEqual(["34", "20"])
  })

  it("offers what a cell may be chosen from", async () => {
    const choices = { sheet: "Bo's lists", column: 1, count: 3, otherwise: `No "such"` }
    const users = { ...sheet([], []), columns: [{ header: "email" }, { header: "departmentId", choices }] }
    const lists = sheet(["a", "b"], [], { name: "Bo's lists", title: "Made today" })
    const { [sheetPart]: xml } = await partsOf(await bytesOf({ sheets: [users, lists] }))
    expect(xml).toContain(
      `<dataValidations count="1"><dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" error="No &#34;such&#34;" sqref="B2:B1048576"><formula1>'Bo''s lists'!$B$3:$B$5</formula1></dataValidation></dataValidations>`,
    )
    const none = { ...users, columns: [{ header: "departmentId", choices: { ...choices, count: 0 } }] }
    expect((await partsOf(await bytesOf({ sheets: [none, lists] })))[sheetPart]).not.toContain(
      "dataValidation",
    )
  })

  it("marks cells, and notes beside them what is wrong", async () => {
    const rows = [
      ["a", { text: "b", mark: "error" as const, note: "No <b>.\nDid you mean c?" }],
      [{ text: "", mark: "warning" as const, note: "Blank" }],
    ]
    const parts = await partsOf(await written(["email", "name"], ...rows))
    expect(parts[sheetPart]).toContain(`<c r="B2" s="3" t="inlineStr">`)
    expect(parts[sheetPart]).toContain(`<c r="A3" s="4"/>`)
    expect(parts[sheetPart]).toContain(`<legacyDrawing r:id="rId2"/>`)
    expect(parts["xl/comments1.xml"]).toContain(
      `<comment ref="B2" authorId="0"><text><t xml:space="preserve">No &#60;b&#62;.\nDid you mean c?</t></text></comment>`,
    )
    expect(parts["xl/drawings/notes1.vml"]?.match(/<v:shape /g)?.length).toBe(2)
    expect(parts["xl/drawings/notes1.vml"]).toContain("<x:Row>1</x:Row><x:Column>1</x:Column>")
  })

  it("has no part for notes where there are none", async () => {
    const parts = await partsOf(await written(["email"], ["a"]))
    expect(Object.keys(parts).filter((name) => /comments|drawings|sheet1\.xml\.rels/.test(name))).toEqual([])
    expect(parts[sheetPart]).not.toContain("legacyDrawing")
  })

  it("marks any number of cells, and notes the first ten thousand", async () => {
    const rows = Array.from({ length: 10_050 }, () => [{ text: "x", mark: "error" as const, note: "n" }])
    const parts = await partsOf(await written(["email"], ...rows))
    expect(parts[sheetPart]?.match(/ s="3"/g)?.length).toBe(10_050)
    expect(parts["xl/comments1.xml"]?.match(/<comment /g)?.length).toBe(10_000)
    expect(parts["xl/drawings/notes1.vml"]?.match(/<v:shape /g)?.length).toBe(10_000)
  })

  it("cuts a cell at what spreadsheet programs open", async () => {
    const { rows } = await readHere(
      await written(["email"], ["x".repeat(40_000)], ["x".repeat(32_766) + "😀"]),
    )
    expect(rows.map(({ cells }) => cells[0]!.length)).toEqual([32_767, 32_766])
  })

  it("tells when it was made, and the lists it was made with, to whoever reads it", async () => {
    const lists = sheet(["id", "name"], [["00101", "Finance & <IT>"], ["2"]], {
      name: "Bo's & lists",
      title: "As of today",
    })
    const bytes = await bytesOf({
      sheets: [sheet(["email"], [["a"]]), lists],
      lists: { sheet: "Bo's & lists", of: "<x>" },
    })
    expect((await partsOf(bytes))["docProps/core.xml"]).toContain(
      "2026-11-26T10:00:00.000Z</dcterms:created>",
    )
    expect((await readFileBytes(bytes)).dialect).toEqual({
      format: "xlsx",
      sheet: "Users",
      lists: {
        madeAt: "2026-11-26T10:00:00.000Z",
        of: "<x>",
        rows: [["As of today"], ["id", "name"], ["00101", "Finance & <IT>"], ["2"]],
      },
    })
  })

  it("tells of no lists where their sheet was taken away", async () => {
    const bytes = await bytesOf({ sheets: [sheet(["email"], [["a"]])], lists: { sheet: "Lists", of: "x" } })
    expect((await readFileBytes(bytes)).dialect).toEqual({ format: "xlsx", sheet: "Users", lists: null })
  })
})
