import { describe, expect, it } from "vitest"
import { sampleFiles } from "./samples/sampleFiles.ts"

const rowsOf = (name: string): number => {
  const file = sampleFiles().find((one) => one.name === name)
  return new TextDecoder("windows-1252").decode(file?.bytes).trim().split("\r\n").length - 1
}

describe("the sample files", () => {
  it.each([
    ["step-1-good.csv", 12],
    ["step-1-249-rows.csv", 249],
    ["step-1-250-rows.csv", 250],
    ["step-1-excel-swedish.csv", 3],
    ["step-2-good.csv", 12],
    ["step-2-mistakes.csv", 4],
  ])("%s has %i rows", (name, rows) => expect(rowsOf(name)).toBe(rows))

  it("are the same at every call", () => expect(sampleFiles()).toEqual(sampleFiles()))

  it("hold Windows-1252 where Excel in Swedish would write it", () => {
    const bytes = sampleFiles().find((one) => one.name === "step-1-excel-swedish.csv")?.bytes
    expect(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes)).toThrow()
  })
})
