import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { CsvRow, noIssues } from "../src/CsvRow.ts"
import { RowSieve } from "../src/RowSieve.ts"

const header = ["email", "name", "phone"]

const recognise = (cells: ReadonlyArray<string>) => cells.filter((cell) => header.includes(cell)).length

const cell = fc.constantFrom(
  "",
  " ",
  "\u00a0",
  "\u3000",
  "12",
  "12:30",
  "-",
  "a",
  "åsa",
  "a@b.example",
  "Total",
  "email",
  "name",
)

const rowsOfCells = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 12 })

describe("RowSieve", () => {
  it("accepts at once whatever row it takes for plain", () => {
    let plain = 0
    fc.assert(
      fc.property(rowsOfCells, (all) => {
        const sieve = new RowSieve(header, recognise)
        all.forEach((cells, at) => {
          const row = new CsvRow(at + 2, cells, noIssues)
          const isPlain = sieve.isPlain(row)
          const accepted: Array<CsvRow> = []
          sieve.push(row, (one) => accepted.push(one))
          if (isPlain) expect(accepted).toEqual([row])
          if (isPlain) plain++
        })
      }),
      { numRuns: 2000 },
    )
    expect(plain).toBeGreaterThan(100)
  })
})
