import { expect, it } from "vitest"
import { splitName } from "../../src/rows/splitName.ts"

it.each([
  ["Bo Ek", "Bo", "Ek"],
  ["Ek, Bo", "Bo", "Ek"],
  ["Anna Maria Svensson", "Anna Maria", "Svensson"],
  ["Svensson, Anna Maria", "Anna Maria", "Svensson"],
  ["Anna van der Berg", "Anna", "van der Berg"],
  ["Maria de los Santos", "Maria de los", "Santos"],
  ["von Platen", "von", "Platen"],
  ["  Åsa \u00a0  af Ugglas ", "Åsa", "af Ugglas"],
  ["Cher", "Cher", ""],
  ["", "", ""],
])("%j is %j and %j", (text, first, last) => {
  expect(splitName(text)).toEqual({ first, last })
})
