import { assert, describe, it } from "vitest"
import { Attempts } from "../src/Attempts.ts"

describe("tries", () => {
  const scene = () => {
    const clock = { now: 0 }
    return { clock, attempts: new Attempts(() => clock.now) }
  }

  it("beyond those that are free wait twice as long each time, and half a minute at most", () => {
    const { clock, attempts } = scene()
    const waits = Array.from({ length: 10 }, () => {
      attempts.tried("ann", 3)
      const wait = attempts.wait(["ann", "other"])
      clock.now += wait * 1000
      return wait
    })
    assert.deepEqual(waits, [0, 0, 1, 2, 4, 8, 16, 30, 30, 30])
  })

  it("by one name do not slow another, and are forgotten after a quarter of an hour", () => {
    const { clock, attempts } = scene()
    for (let at = 0; at < 9; at++) attempts.tried("ann", 3)
    assert.equal(attempts.wait(["bea"]), 0)
    assert.isAbove(attempts.wait(["ann"]), 0)
    clock.now += 15 * 60_000
    attempts.tried("ann", 3)
    assert.equal(attempts.wait(["ann"]), 0)
  })

  it("that were right do not count", () => {
    const { attempts } = scene()
    for (let at = 0; at < 50; at++) {
      attempts.tried("address", 3)
      attempts.forgive("address")
    }
    assert.equal(attempts.wait(["address"]), 0)
    attempts.tried("ann", 1)
    attempts.forget("ann")
    assert.equal(attempts.wait(["ann"]), 0)
  })
})
