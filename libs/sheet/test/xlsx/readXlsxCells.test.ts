import { describe, expect, it } from "vitest"
import { text, withRows } from "./makeXlsx.ts"
import { readFileBytes } from "./readXlsxBytes.ts"

/** Formats 1 to 6 of `s`, beside the general one. */
const styles =
  `<numFmts count="5"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="00000"/>` +
  `<numFmt numFmtId="166" formatCode="&quot;+46&quot;\\ 00\\ 000"/><numFmt numFmtId="167" formatCode="[h]:mm"/>` +
  `<numFmt numFmtId="168" formatCode="0.00&quot; kr&quot;;[Red]-0.00"/></numFmts>` +
  `<cellXfs count="8"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>` +
  `<xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="168"/><xf numFmtId="49"/></cellXfs>`

const cellOf = async (cell: string, made: Parameters<typeof withRows>[1] = {}) => {
  const row = `<row r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c>${cell.replace("<c", '<c r="B2"')}</row>`
  const { rows, refusal } = await readFileBytes(withRows(row, { styles, ...made }))
  const issue = rows[0]?.issues[0]
  return {
    text: rows[0]?.cells[1],
    ...(issue && { code: issue.code, value: issue.value }),
    ...(refusal[0] && { refusal: refusal[0].code }),
  }
}

describe("a cell's text is", () => {
  it.each([
    ["a shared string", "<c t='s'><v>0</v></c>", "Åsa & Ö"],
    ["an inline string", "<c t='inlineStr'><is><t>Åsa</t></is></c>", "Åsa"],
    ["the runs of a rich text, joined", "<c t='s'><v>1</v></c>", "Anna-Maria"],
    ["a rich text without how it is pronounced", "<c t='s'><v>2</v></c>", "東京"],
    ["a rich text inline", "<c t='inlineStr'><is><r><t>An</t></r><r><t>na</t></r></is></c>", "Anna"],
    [
      "its spaces and line breaks",
      "<c t='inlineStr'><is><t xml:space='preserve'> a\r\nb </t></is></c>",
      " a\nb ",
    ],
    ["its escaped characters", "<c t='inlineStr'><is><t>a_x000D_b_x005F_x0041_</t></is></c>", "a\rb_x0041_"],
    [
      "its references",
      "<c t='inlineStr'><is><t>&lt;&#229;&#x1F600;&apos;&amp;amp;</t></is></c>",
      "<å😀'&amp;",
    ],
    ["its CDATA", "<c t='inlineStr'><is><t>a<![CDATA[<b> &amp;]]>c</t></is></c>", "a<b> &amp;c"],
    ["less the formula guard", "<c t='inlineStr'><is><t>'=1+1</t></is></c>", "=1+1"],
    ["a text that looks like a formula", "<c t='inlineStr'><is><t>=1+1</t></is></c>", "=1+1"],
    ["text, zeros and all", "<c s='7' t='inlineStr'><is><t>00101</t></is></c>", "00101"],
    ["a boolean", "<c t='b'><v>1</v></c>", "TRUE"],
    ["a string that was not calculated", "<c t='str'><v>abc</v></c>", "abc"],
    ["a whole number", "<c><v>701234567</v></c>", "701234567"],
    ["a whole number in powers of ten", "<c><v>7.01E+11</v></c>", "701000000000"],
    ["a number as a spreadsheet rounds it", "<c><v>0.30000000000000004</v></c>", "0.3"],
    ["a small number", "<c><v>1.5E-7</v></c>", "0.00000015"],
    ["a number below zero", "<c><v>-12.50</v></c>", "-12.5"],
    ["15 digits", "<c><v>123456789012345</v></c>", "123456789012345"],
    ["a number with the zeros that its format shows", "<c s='3'><v>101</v></c>", "00101"],
    ["a number longer than its format", "<c s='3'><v>1234567</v></c>", "1234567"],
    ["a number with the signs that its format shows", "<c s='4'><v>12345</v></c>", "+46 12 345"],
    ["an amount, without what its format adds", "<c s='6'><v>12.5</v></c>", "12.5"],
    ["a number of a style that is not there", "<c s='99'><v>5</v></c>", "5"],
  ])("%s", async (_, cell, expected) => {
    const strings = [
      `<t>${text("Åsa & Ö")}</t>`,
      `<r><rPr><b/></rPr><t>Anna</t></r><r><t xml:space="preserve">-Maria</t></r>`,
      `<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/>`,
    ]
    expect(await cellOf(cell, { strings })).toEqual({ text: expected })
  })

  it.each([
    ["", "<c><v></v></c>"],
    ["of a style alone", "<c s='3'/>"],
    ["with an empty string", "<c t='inlineStr'><is><t/></is></c>"],
    ["of a formula that gives an empty string", `<c t='str'><f>IF(A2="y","n","")</f><v></v></c>`],
  ])("blank for a cell %s", async (_, cell) => {
    expect(await cellOf(cell)).toEqual({ text: "" })
  })
})

describe("a cell is read and explained", () => {
  it.each([
    ["a formula", "<c t='str'><f>A2&amp;\"x\"</f><v>xx</v></c>", "xx", "cell.formula"],
    ["a formula that was never calculated", "<c><f>A2</f></c>", "", "cell.formula"],
    ["a shared formula", "<c><f t='shared' si='0'/><v>7</v></c>", "7", "cell.formula"],
    ["an error", "<c t='e'><v>#N/A</v></c>", "#N/A", "cell.error"],
    ["what should be a number and is none", "<c><v>NaN</v></c>", "NaN", "cell.error"],
    [
      "a number of more than 15 digits",
      "<c><v>1234567890123456789</v></c>",
      "1234567890123456789",
      "cell.precision",
    ],
    [
      "such a number in powers of ten",
      "<c><v>1.2345678901234601E+18</v></c>",
      "1234567890123460096",
      "cell.precision",
    ],
    ["a date", "<c s='1'><v>45352</v></c>", "2024-03-01", "cell.date_in_text"],
    [
      "a date of a format of the file's own",
      "<c s='2'><v>45352.604166666664</v></c>",
      "2024-03-01 14:30:00",
      "cell.date_in_text",
    ],
    ["a time", "<c s='5'><v>0.5</v></c>", "12:00:00", "cell.date_in_text"],
    ["the day that never was", "<c s='1'><v>60</v></c>", "1900-02-29", "cell.date_in_text"],
    ["the day before it", "<c s='1'><v>59</v></c>", "1900-02-28", "cell.date_in_text"],
    ["the day after it", "<c s='1'><v>61</v></c>", "1900-03-01", "cell.date_in_text"],
    ["a date in ISO 8601", "<c t='d'><v>2024-03-01</v></c>", "2024-03-01", "cell.date_in_text"],
  ])("%s", async (_, cell, expected, code) => {
    expect(await cellOf(cell)).toEqual({ text: expected, code, value: expected })
  })

  it("a date of the 1904 system", async () => {
    const workbookPr = `<workbookPr date1904="1"/>`
    expect(await cellOf("<c s='1'><v>43890</v></c>", { workbookPr })).toMatchObject({ text: "2024-03-01" })
    expect(await cellOf("<c s='1'><v>1</v></c>", { workbookPr })).toMatchObject({ text: "1904-01-02" })
  })

  it("a number in a date's format that is no date, as a number", async () => {
    expect(await cellOf("<c s='1'><v>-5</v></c>")).toEqual({ text: "-5" })
    expect(await cellOf("<c s='1'><v>701234567</v></c>")).toEqual({ text: "701234567" })
  })

  it("a text that is too long, of which the start is kept", async () => {
    const long = "å".repeat(40_000)
    for (const cell of [`<c t='s'><v>0</v></c>`, `<c t='inlineStr'><is><t>${long}</t></is></c>`]) {
      const { text, code } = await cellOf(cell, { strings: [`<t>${long}</t>`] })
      expect([text, code]).toEqual(["å".repeat(100), "cell.too_long"])
    }
  })

  it("with the formula that it holds", async () => {
    const row = `<row r="2"><c r="A2" t="str"><f>HYPERLINK("http://x.example")</f><v>x</v></c></row>`
    const { rows } = await readFileBytes(withRows(row))
    expect(rows[0]?.issues).toEqual([
      {
        code: "cell.formula",
        severity: "error",
        row: 2,
        columnIndex: 0,
        value: "x",
        details: { formula: `=HYPERLINK("http://x.example")` },
      },
    ])
  })
})

describe("a workbook is refused as damaged", () => {
  it.each([
    ["for a shared string that is not there", "<c t='s'><v>9</v></c>"],
    ["for a shared string below the first", "<c t='s'><v>-1</v></c>"],
    ["for a type of cell that there is none of", "<c t='x'><v>1</v></c>"],
  ])("%s", async (_, cell) => {
    expect(await cellOf(cell)).toMatchObject({ refusal: "file.damaged" })
  })
})
