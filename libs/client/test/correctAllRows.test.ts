import { expect, it } from "vitest"
import { callsOf } from "../src/correctAllRows.ts"

const changes = (count: number, text: string) =>
  Array.from({ length: count }, (_, at) => ({ row: at + 2, cells: { lastName: text } }))

it("any number of rows is corrected in calls of as many as one takes, in their order", () => {
  const some = changes(12_000, "Ek")
  const calls = callsOf(some)
  expect(calls.map(({ length }) => length)).toEqual([5000, 5000, 2000])
  expect(calls.flat()).toEqual(some)
  expect(callsOf([])).toEqual([])
})

it("long texts go in calls that are no larger than one takes", () => {
  const calls = callsOf(changes(3000, "å".repeat(500)))
  const sizes = calls.map((rows) => Buffer.byteLength(JSON.stringify({ rows, more: true })))
  expect(Math.max(...sizes)).toBeLessThan(1024 * 1024)
  expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThan(990_000)
  expect(calls.flat()).toHaveLength(3000)
  expect(callsOf(changes(2, "x".repeat(2_000_000))).map(({ length }) => length)).toEqual([1, 1])
})
