import { describe, expect, it } from "vitest"
import { main, makeXlsx, types, withRows } from "./makeXlsx.ts"
import { makeZip } from "./makeZip.ts"
import { readFileBytes } from "./readXlsxBytes.ts"

const people = [
  ["email", "name"],
  ["a@x.se", "Åsa"],
]

const rowsOf = async (bytes: Uint8Array) => {
  const { rows, refusal } = await readFileBytes(bytes)
  expect(refusal).toEqual([])
  return rows.map(({ row, cells }) => [row, ...cells])
}

const expected = [[2, "a@x.se", "Åsa"]]

const inline = (...texts: ReadonlyArray<string>) =>
  texts.map((one) => `<c t="inlineStr"><is><t>${one}</t></is></c>`).join("")

const sheetData = `<sheetData><row>${inline("email", "name")}</row><row>${inline("a@x.se", "Åsa")}</row></sheetData>`

const package_ = "http://schemas.openxmlformats.org/package/2006"
const document = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

const relationships = (...all: ReadonlyArray<readonly [id: string, kind: string, target: string]>) =>
  `<Relationships xmlns="${package_}/relationships">${all.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${document}/${kind}" Target="${target}"/>`).join("")}</Relationships>`

describe("a workbook is read", () => {
  it("in the strict form of the standard", async () => {
    expect(await rowsOf(makeXlsx({ sheets: [{ rows: people }], strict: true }))).toEqual(expected)
  })

  it("with prefixes on every element", async () => {
    const xml = `<x:worksheet xmlns:x="${main}">${sheetData.replace(/<(\/?)(\w)/g, "<$1x:$2")}</x:worksheet>`
    expect(await rowsOf(makeXlsx({ sheets: [{ xml }] }))).toEqual(expected)
  })

  it("with extensions of other namespaces in any place", async () => {
    const foreign = `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14"><sheetData xmlns="${main}"><row><c><v>1</v></c></row></sheetData></mc:Choice></mc:AlternateContent>`
    const xml = `<worksheet xmlns="${main}">${foreign}${sheetData}<extLst><ext uri="{A}">${foreign}</ext></extLst></worksheet>`
    expect(await rowsOf(makeXlsx({ sheets: [{ xml }] }))).toEqual(expected)
  })

  it("with nothing but a workbook and a sheet: no styles, no shared strings, no declarations", async () => {
    const bytes = makeZip([
      {
        name: "[Content_Types].xml",
        content: `<Types xmlns="${package_}/content-types"><Default Extension="xml" ContentType="${types.workbook}"/><Override PartName="/s.xml" ContentType="${types.sheet}"/></Types>`,
      },
      { name: "_rels/.rels", content: relationships(["a", "officeDocument", "w.xml"]) },
      {
        name: "w.xml",
        content: `<workbook xmlns="${main}" xmlns:r="${document}"><sheets><sheet name="S" r:id="b"/></sheets></workbook>`,
      },
      { name: "_rels/w.xml.rels", content: relationships(["b", "worksheet", "s.xml"]) },
      { name: "s.xml", content: `<worksheet xmlns="${main}">${sheetData}</worksheet>` },
    ])
    expect(await rowsOf(bytes)).toEqual(expected)
  })

  it.each([
    ["absolute", "/xl/worksheets/sheet1.xml"],
    ["with a step back", "../xl/./worksheets/sheet1.xml"],
    ["with backslashes", "worksheets\\sheet1.xml"],
    ["in another case", "Worksheets/Sheet1.XML"],
  ])("by a target that is %s", async (_, target) => {
    const parts = {
      "xl/_rels/workbook.xml.rels": relationships(
        ["rId1", "worksheet", target],
        ["s", "sharedStrings", "/xl/sharedStrings.xml"],
      ),
    }
    expect(await rowsOf(makeXlsx({ sheets: [{ rows: people }], parts }))).toEqual(expected)
  })

  it("by its relationships, whatever other parts are called", async () => {
    const parts = {
      "xl/worksheets/sheet0.xml": "decoy",
      "xl/workbook2.xml": "decoy",
      "xl/theme/theme1.xml": "<not read",
    }
    expect(await rowsOf(makeXlsx({ sheets: [{ rows: people }], parts }))).toEqual(expected)
  })

  it("with relationships to what is outside, which is never asked for", async () => {
    const outside = `<Relationship Id="x" Type="${document}/externalLink" Target="http://x.example/" TargetMode="External"/>`
    const parts = {
      "xl/_rels/workbook.xml.rels": relationships(
        ["rId1", "worksheet", "worksheets/sheet1.xml"],
        ["s", "sharedStrings", "sharedStrings.xml"],
      ).replace("</Rel", `${outside}</Rel`),
    }
    expect(await rowsOf(makeXlsx({ sheets: [{ rows: people }], parts }))).toEqual(expected)
  })

  it("beside charts, which are no sheets of cells", async () => {
    const parts = {
      "xl/_rels/workbook.xml.rels": relationships(
        ["rId1", "chartsheet", "chartsheets/sheet1.xml"],
        ["rId2", "worksheet", "worksheets/sheet2.xml"],
        ["s", "sharedStrings", "sharedStrings.xml"],
      ),
    }
    expect(await rowsOf(makeXlsx({ sheets: [{ xml: "chart" }, { rows: people }], parts }))).toEqual(expected)
  })

  it("in UTF-16, of either order", async () => {
    const xml = `<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="${main}">${sheetData}</worksheet>`
    const little = Buffer.from(`\ufeff${xml}`, "utf16le")
    for (const content of [little, Buffer.from(little).swap16()])
      expect(
        await rowsOf(makeXlsx({ sheets: [{}], parts: { "xl/worksheets/sheet1.xml": content } })),
      ).toEqual(expected)
  })

  it("in UTF-8 with a byte order mark", async () => {
    const xml = `\ufeff<?xml version="1.0" encoding="utf-8"?><worksheet xmlns="${main}">${sheetData}</worksheet>`
    expect(await rowsOf(makeXlsx({ sheets: [{ xml }] }))).toEqual(expected)
  })

  it("of parts that are not compressed, in any order", async () => {
    const zip = (parts: ReadonlyArray<{ name: string; content: string | Uint8Array }>) =>
      parts.map((part) => ({ ...part, stored: true })).reverse()
    expect(await rowsOf(makeXlsx({ sheets: [{ rows: people }], zip }))).toEqual(expected)
  })

  it("the way LibreOffice writes booleans, formats and sizes of rows", async () => {
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="General"/><numFmt numFmtId="165" formatCode="&quot;TRUE&quot;;&quot;TRUE&quot;;&quot;FALSE&quot;"/></numFmts><cellXfs><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>`
    const row = `<row r="2" customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false"><c r="A2" s="0" t="s"><v>0</v></c><c r="B2" s="1" t="b"><v>0</v></c><c r="C2" s="0" t="n"><v>12</v></c></row>`
    const { rows } = await readFileBytes(
      withRows(row, { styles, strings: [`<t xml:space="preserve">a</t>`] }),
    )
    expect(rows).toEqual([{ row: 2, cells: ["a", "FALSE", "12"], issues: [] }])
  })

  it("with white space between elements", async () => {
    const xml = `<worksheet xmlns="${main}">\n${sheetData.replaceAll("><", ">\n  <")}\n</worksheet>`
    expect(await rowsOf(makeXlsx({ sheets: [{ xml }] }))).toEqual(expected)
  })
})
