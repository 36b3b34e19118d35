import { assert, it } from "@effect/vitest"
import { rowRanges } from "../../src/model/rowRanges.ts"

it("joins neighbours, in order, each once", () => {
  assert.strictEqual(rowRanges([]), "")
  assert.strictEqual(rowRanges([9, 2, 4, 3, 3]), "2-4, 9")
  assert.strictEqual(rowRanges([11, 9, 10, 100]), "9-11, 100")
})
