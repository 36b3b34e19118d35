import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { makeXlsx } from "./makeXlsx.ts"
import type { ZipPart } from "./makeZip.ts"
import { readHere } from "./readHere.ts"

const workbook = {
  sheets: [
    {
      rows: [
        ["email", "name", "phone"],
        ["a@x.se", "Åsa", "<c s='1'><v>45352</v></c>"],
        [
          "b@x.se",
          "<c t='inlineStr'><is><r><t>B</t></r><r><t>o</t></r></is></c>",
          "<c t='str'><f>A1</f><v>x</v></c>",
        ],
        ["c@x.se", "<c t='e'><v>#REF!</v></c>", "<c s='2'><v>1E+17</v></c>"],
      ],
      before: `<cols><col min="1" max="2" hidden="1"/></cols>`,
      after: `<mergeCells><mergeCell ref="A2:A3"/></mergeCells>`,
    },
  ],
  styles: `<numFmts><numFmt numFmtId="164" formatCode="000\\ 00"/></numFmts><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>`,
}

const names = [
  "[Content_Types].xml",
  "_rels/.rels",
  "xl/workbook.xml",
  "xl/_rels/workbook.xml.rels",
  "xl/styles.xml",
  "xl/worksheets/sheet1.xml",
  "xl/sharedStrings.xml",
]

const pieces = [
  "<",
  ">",
  "/",
  '"',
  "&",
  "&amp;",
  "=",
  " ",
  "0",
  "-1",
  "9999999999",
  "1e999",
  "A1",
  "r",
  "s",
  "t",
  "<v>",
  "</row>",
  "<!--",
  "<![CDATA[",
  "\r",
  "\0",
  "å",
  "xmlns",
  ":",
  "",
]

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  cut: fc.integer({ min: 0, max: 12 }),
  piece: fc.constantFrom(...pieces),
})

const whole = makeXlsx(workbook)

const codeOf = async (file: Buffer): Promise<string> => {
  const { code, header, rows } = await readHere(file)
  for (const { cells } of rows) expect(cells.length).toBe(header.length)
  return code ?? "read"
}

describe("a workbook that something happened to is read or refused with a code", () => {
  it("whatever happened to one of its parts", async () => {
    const codes = new Set<string>()
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.array(mutation, { minLength: 1, maxLength: 3 }),
        async (name, mutations) => {
          const zip = (parts: ReadonlyArray<ZipPart>) =>
            parts.map((part) => {
              if (part.name !== name) return part
              let xml = part.content as string
              for (const { at, cut, piece } of mutations) {
                const from = Math.floor(at * xml.length)
                xml = xml.slice(0, from) + piece + xml.slice(from + cut)
              }
              return { ...part, content: xml }
            })
          codes.add(await codeOf(makeXlsx({ ...workbook, zip })))
        },
      ),
      { numRuns: 1500, seed: 5 },
    )
    expect([...codes]).toEqual(expect.arrayContaining(["read", "file.damaged"]))
  }, 60_000)

  it("whatever happened to its bytes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        async (changes) => {
          const bytes = Buffer.from(whole)
          for (const [at, byte] of changes) bytes[at] = byte
          expect(await codeOf(bytes)).toMatch(/^(read|file\..*)$/)
        },
      ),
      { numRuns: 1500, seed: 5 },
    )
  }, 60_000)
})
