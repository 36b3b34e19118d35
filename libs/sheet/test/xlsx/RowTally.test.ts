import { describe, expect, it } from "vitest"
import { RowTally } from "../../src/xlsx/RowTally.ts"

const xml =
  `<row r="1"><c><v>1</v></c></row><row/><row r="3"><c s="1"/></row><rowBreaks/>` +
  `<x:row><x:c t="inlineStr"><x:is><x:t xml:space="preserve">a</x:t></x:is></x:c></x:row ><view/><row></row>`

describe("RowTally", () => {
  it("counts rows with a value, whatever pieces they come in", () => {
    for (let piece = 1; piece < xml.length; piece++) {
      const tally = new RowTally(false, "")
      for (let at = 0; at < xml.length; at += piece) tally.push(xml.slice(at, at + piece))
      tally.push("</sheetData>")
      expect(tally.rows).toBe(2)
    }
  })

  it("goes on with a row that had a value", () => {
    for (const [before, after] of [
      ["<row><c><v>1", "2</v></c></row>"],
      ["<row><c><v>1</v></c></r", "ow>"],
    ] as const) {
      const tally = new RowTally(true, before)
      tally.push(`${after}<row></row>`)
      tally.push("<")
      expect(tally.rows).toBe(1)
    }
  })
})
