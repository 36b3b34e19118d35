import { describe, expect, it } from "vitest"
import { bytesOf } from "../read.ts"
import { makeXlsx, types } from "./makeXlsx.ts"
import { makeZip } from "./makeZip.ts"
import { readFileBytes } from "./readXlsxBytes.ts"

const people = [
  {
    rows: [
      ["email", "name"],
      ["a@x.se", "Anna"],
    ],
  },
]

const refusalOf = async (bytes: Uint8Array) => {
  const { refusal } = await readFileBytes(bytes)
  return refusal.map(({ code, details }) => [code, details.found ?? details.fault].join(" ").trim())
}

/** A workbook whose content types name another kind of document. */
const ofType = (type: string) => {
  const parts = {
    "[Content_Types].xml":
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`,
  }
  return makeXlsx({ sheets: people, parts })
}

/** A compound file (MS-CFB) as far as it is looked at: its signature, and streams of these names in its directory. */
const compoundFile = (...streams: ReadonlyArray<string>) =>
  Buffer.concat([
    bytesOf([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], Array<number>(504).fill(0)),
    ...["Root Entry", ...streams].map((name) => {
      const entry = Buffer.alloc(128)
      entry.write(name, "utf16le")
      entry.writeUInt16LE(name.length * 2 + 2, 64)
      return entry
    }),
  ])

const encrypted = [0x0001, 0x0041].map((flags) =>
  makeZip([{ name: "xl/workbook.xml", content: "x", claims: { flags } }]),
)

const openDocument = "application/vnd.oasis.opendocument.spreadsheet"

describe("told apart and refused is", () => {
  it.each<[string, string, Uint8Array]>([
    [
      "a workbook that a password encrypts",
      "file.encrypted",
      compoundFile("EncryptionInfo", "EncryptedPackage"),
    ],
    ["an archive that a password encrypts", "file.encrypted", encrypted[0]!],
    ["one that it encrypts strongly", "file.encrypted", encrypted[1]!],
    ["a workbook of Excel 97 to 2003", "file.format_unsupported xls", compoundFile("Workbook")],
    ["a workbook of Excel 95", "file.format_unsupported xls", compoundFile("Book")],
    ["another document of that time", "file.type_mismatch ole", compoundFile("WordDocument")],
    [
      "a binary workbook",
      "file.format_unsupported xlsb",
      ofType("application/vnd.ms-excel.sheet.binary.macroEnabled.main"),
    ],
    ["a workbook with macros", "file.macros", ofType("application/vnd.ms-excel.sheet.macroEnabled.main+xml")],
    [
      "a template with macros",
      "file.macros",
      ofType("application/vnd.ms-excel.template.macroEnabled.main+xml"),
    ],
    [
      "an OpenDocument sheet",
      "file.format_unsupported ods",
      makeZip([
        { name: "mimetype", content: openDocument, stored: true },
        { name: "content.xml", content: "<office:document-content/>" },
      ]),
    ],
    [
      "a sheet of Numbers",
      "file.format_unsupported numbers",
      makeZip([{ name: "Index/Document.iwa", content: "\0\0", stored: true }]),
    ],
    [
      "a text document",
      "file.type_mismatch docx",
      ofType("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
    ],
    [
      "a presentation",
      "file.type_mismatch pptx",
      ofType("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"),
    ],
    [
      "another document with content types",
      "file.type_mismatch zip",
      ofType("application/vnd.ms-visio.drawing.main+xml"),
    ],
    [
      "an archive of a CSV file",
      "file.type_mismatch zip",
      makeZip([{ name: "people.csv", content: "email\na\n" }]),
    ],
    ["an archive of nothing", "file.type_mismatch zip", makeZip([])],
    ["a PDF called anything", "file.type_mismatch pdf", bytesOf("%PDF-1.7\n")],
    ["a web page called anything", "file.type_mismatch html", bytesOf("<html><table></table></html>")],
  ])("%s", async (_, code, bytes) => {
    expect(await refusalOf(bytes)).toEqual([code])
  })

  it("a workbook whose type says nothing of the macros in it", async () => {
    const parts = {
      "xl/_rels/workbook.xml.rels":
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
        `<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>` +
        `<Relationship Id="rId2" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>`,
    }
    expect(await refusalOf(makeXlsx({ sheets: people, parts }))).toEqual(["file.macros"])
  })
})

describe("the content decides, not the name: read is", () => {
  it("text, whatever it is called", async () => {
    const { dialect, rows } = await readFileBytes(bytesOf("email;name\r\na@x.se;Anna\r\n"))
    expect([dialect?.format, rows.length]).toBe
    expect(dialect).toMatchObject({ format: "csv", delimiter: ";", encoding: "utf-8" })
    expect(rows.length).toBe(1)
  })

  it("a template as a workbook", async () => {
    const template = types.workbook.replace("sheet.main", "template.main")
    expect((await readFileBytes(ofType(template))).rows.length).toBe(1)
  })
})

describe("refused as damaged is", () => {
  const whole = makeXlsx({ sheets: people })

  it("a workbook that was cut anywhere", async () => {
    for (let tenth = 1; tenth < 10; tenth++)
      expect(await refusalOf(whole.subarray(0, (whole.length * tenth) / 10))).toEqual(["file.damaged zip"])
  })

  it.each([
    ["without its relationships", { "_rels/.rels": null }, "missing"],
    ["without its workbook", { "xl/workbook.xml": null }, "missing"],
    ["without its sheet", { "xl/worksheets/sheet1.xml": null }, "missing"],
    ["without its strings, though it names them", { "xl/sharedStrings.xml": null }, "missing"],
    ["with a sheet that no relationship leads to", { "xl/_rels/workbook.xml.rels": null }, "content"],
    ["with a sheet that is no XML", { "xl/worksheets/sheet1.xml": "email,name" }, "xml"],
    ["with a sheet that is empty", { "xl/worksheets/sheet1.xml": "" }, "xml"],
    [
      "with a sheet in another encoding",
      { "xl/worksheets/sheet1.xml": Buffer.from([0x3c, 0x61, 0xe5, 0x2f, 0x3e]) },
      "encoding",
    ],
    [
      "with a sheet that says so",
      { "xl/worksheets/sheet1.xml": `<?xml version="1.0" encoding="windows-1252"?><a/>` },
      "encoding",
    ],
    ["with a sheet that ends too soon", { "xl/worksheets/sheet1.xml": "<worksheet>" }, "xml"],
  ])("one %s", async (_, parts, fault) => {
    expect(await refusalOf(makeXlsx({ sheets: people, parts }))).toEqual([`file.damaged ${fault}`])
  })

  it("with the part that is", async () => {
    const parts = { "xl/worksheets/sheet1.xml": "no" }
    const { refusal } = await readFileBytes(makeXlsx({ sheets: people, parts }))
    expect(refusal[0]?.details).toEqual({ part: "xl/worksheets/sheet1.xml", fault: "xml" })
  })
})

describe("refused as unsafe is a workbook with", () => {
  it.each([
    ["entities that grow", `<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>`],
    ["an entity from a file", `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>`],
    ["a document type from elsewhere", `<!DOCTYPE a SYSTEM "http://x.example/a.dtd">`],
  ])("%s", async (_, doctype) => {
    for (const part of [
      "xl/worksheets/sheet1.xml",
      "xl/workbook.xml",
      "xl/sharedStrings.xml",
      "[Content_Types].xml",
    ]) {
      const bytes = makeXlsx({
        sheets: people,
        parts: { [part]: `<?xml version="1.0"?>${doctype}<a>&b;</a>` },
      })
      expect(await refusalOf(bytes)).toEqual(["file.unsafe dtd"])
    }
  })
})
