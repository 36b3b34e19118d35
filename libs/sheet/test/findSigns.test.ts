import { readFileSync } from "node:fs"
import fc from "fast-check"
import wabt from "wabt"
import { describe, expect, it } from "vitest"
import { findSigns, mostText, places, translated } from "../src/findSigns.ts"

const letters = fc.constantFrom(
  "a",
  "å",
  "ł",
  "€",
  "😀",
  "\ud83d",
  "\ude00",
  ",",
  ";",
  '"',
  "\r",
  "\n",
  "\0",
  " ",
)

const texts = fc.string({ unit: letters, maxLength: 200 })

const found = (text: string, delimiter: string, quote: string) => {
  const count = findSigns(text, delimiter.charCodeAt(0), quote.charCodeAt(0))
  return [...places.subarray(0, count)].map((place) => [place >>> 8, String.fromCharCode(place & 0xff)])
}

const expected = (text: string, signs: string) =>
  text.split("").flatMap((letter, at) => (signs.includes(letter) ? [[at, letter]] : []))

describe("findSigns", () => {
  it("is what its source says", async () => {
    const { parseWat } = await wabt()
    const source = new URL("../src/findSigns.wat", import.meta.url)
    const { buffer } = parseWat("findSigns.wat", readFileSync(source, "utf8")).toBinary({})
    expect(Buffer.from(buffer).toString("base64")).toBe(translated)
  })

  it("finds every sign, whatever letters and halves of letters are between", () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(",", ";"), (text, delimiter) => {
        expect(found(text, delimiter, '"')).toEqual(expected(text, `${delimiter}"\r\n`))
      }),
      { numRuns: 2000 },
    )
  })

  it.each(["€", "😀", ",", "a,"])("finds every sign in as much text as can be, made of %j", (unit) => {
    const text = unit.repeat(mostText).slice(0, mostText)
    expect(found(text, ",", '"')).toEqual(expected(text, `,"\r\n`))
  })

  it("finds nothing of what was there before", () => {
    found(",".repeat(100), ",", '"')
    expect(found("a", ",", '"')).toEqual([])
    expect(found("", ",", '"')).toEqual([])
  })
})
