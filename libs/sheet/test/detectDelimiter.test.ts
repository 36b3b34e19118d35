import { describe, expect, it } from "vitest"
import { detectDelimiter, sepLine, type HeaderCandidate } from "../src/detectDelimiter.ts"

const candidates: ReadonlyArray<HeaderCandidate> = [
  { delimiter: ",", header: ["a;b", "c"] },
  { delimiter: ";", header: ["a", "b,c"] },
  { delimiter: "\t", header: ["a;b,c"] },
]

describe("detectDelimiter", () => {
  it("takes the one under which most columns are known", () => {
    const choice = detectDelimiter(candidates, (header) => (header.includes("a") ? 1 : 0))
    expect(choice).toEqual({ best: candidates[1], recognised: 1 })
  })

  it("takes the one with more cells of those that know as many", () => {
    const [comma, ...others] = candidates
    const longer = { delimiter: "\t", header: ["a", "b", "c"] } as const
    expect(detectDelimiter([comma!, ...others, longer], () => 1)?.best).toBe(longer)
  })

  it("takes comma, then semicolon, of those that are equal in both", () => {
    expect(detectDelimiter(candidates, () => 0)).toEqual({ best: candidates[0], recognised: 0 })
    expect(detectDelimiter(candidates.slice(1), () => 0)?.best.delimiter).toBe(";")
  })

  it("has nothing to choose among none", () => {
    expect(detectDelimiter([], () => 1)).toBe(null)
  })
})

describe("sepLine", () => {
  it.each([
    ["sep=;\r\nemail", ";", 7],
    ["SEP=,\nemail", ",", 6],
    ['"sep=\t"\remail', "\t", 8],
    ["sep=;", ";", 5],
  ])("reads %j", (text, delimiter, length) => {
    expect(sepLine(text)).toEqual({ delimiter, length })
  })

  it.each(["sep=|\r\n", "sep=;;\r\n", '"sep=;\r\n', "email\r\nsep=;\r\n", "sep=", ""])(
    "takes %j for data",
    (text) => {
      expect(sepLine(text)).toBe(null)
    },
  )
})
