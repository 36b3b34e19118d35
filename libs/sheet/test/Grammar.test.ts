import { describe, expect, it } from "vitest"
import { grammarsOf, sepLine } from "../src/Grammar.ts"

const told = (text: string, chosen = {}) =>
  grammarsOf(text, chosen).map(
    ({ delimiter, quote, backslash }) => `${delimiter} ${quote}${backslash ? " \\" : ""}`,
  )

describe("grammarsOf", () => {
  it.each([
    ["a,b\n1,2", [", double"]],
    ["a;b,c\n", [", double", "; double"]],
    ["a|b\tc\n", [", double", "\t double", "| double"]],
    ["a\nb\n", [", double"]],
    ["\n", [", double", "; double", "\t double", "| double"]],
    ["'a','b'\n", [", double", ", single"]],
    ["'=1+1,'t Hooft,O'Brien,'=a'\n", [", double"]],
    ["a, „b“ \n", [", double", ", typographic"]],
    ['"a \\"b\\"",c', [", double", ", double \\"]],
  ])("tries on %j what it has signs of", (text, expected) => {
    expect(told(text)).toEqual(expected)
  })

  it("does not try another than was chosen", () => {
    expect(told('\'a\',b;"c\\""', { delimiter: "|", quote: "none", backslash: false })).toEqual(["| none"])
  })
})

describe("sepLine", () => {
  it.each([
    ["sep=;\r\nemail", ";", 7],
    ["SEP=,\nemail", ",", 6],
    ['"sep=\t"\remail', "\t", 8],
    ["sep=;", ";", 5],
    ["sep=|\n", "|", 6],
  ])("reads %j", (text, delimiter, length) => {
    expect(sepLine(text)).toEqual({ delimiter, length })
  })

  it.each(["sep=:\r\n", "sep=;;\r\n", '"sep=;\r\n', "email\r\nsep=;\r\n", "sep=", ""])(
    "takes %j for data",
    (text) => {
      expect(sepLine(text)).toBe(null)
    },
  )
})
