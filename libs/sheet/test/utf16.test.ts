import fc from "fast-check"
import { expect, it } from "vitest"
import { decodeUtf16 } from "../src/utf16.ts"
import { utf16Of } from "./read.ts"

it("gives back every code unit, lone surrogates included, in either byte order", () => {
  const anyUnits = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units))
  fc.assert(
    fc.property(anyUnits, fc.boolean(), (text, littleEndian) => {
      expect(decodeUtf16(utf16Of(text, littleEndian), littleEndian)).toBe(text)
    }),
  )
})

it("reads more text than one call can take as arguments", () => {
  const text = "Åsa名🙂".repeat(100_000)
  expect(decodeUtf16(utf16Of(text, true), true)).toBe(text)
})
