import { assert, describe, it } from "@effect/vitest"
import { progressOf } from "../../src/model/Progress.ts"

const run = { kind: "platform-users", state: "running" } as const
const at = (done: number, seconds: number | null, doneBefore = 0) =>
  progressOf(run, { done, total: 1000, doneBefore, seconds })

describe("the progress of an import", () => {
  it("tells rate and time left by what was done since the work began", () => {
    assert.deepEqual(at(600, 8, 100), { done: 600, total: 1000, rowsPerSecond: 63, secondsLeft: 7 })
    assert.deepInclude(at(1000, 8), { rowsPerSecond: 130, secondsLeft: null })
  })

  it("tells neither before enough is known, nor when nothing is under way", () => {
    const unknown = { rowsPerSecond: null, secondsLeft: null }
    for (const early of [at(600, 2), at(9, 60), at(100, 60, 100), at(600, null)])
      assert.deepInclude(early, unknown)
    assert.deepInclude(at(10, 60), { rowsPerSecond: 0.17, secondsLeft: 5940 })
  })

  it("tells no time left of a run of all rows or none, since its end is not told by rows", () => {
    const access = { kind: "database-users", state: "running" } as const
    const progress = { done: 500, total: 1000, doneBefore: 0, seconds: 10 }
    assert.deepInclude(progressOf(access, progress), { rowsPerSecond: 50, secondsLeft: null })
    assert.deepInclude(progressOf({ ...access, state: "validating" }, progress), { secondsLeft: 10 })
  })
})
