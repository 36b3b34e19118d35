import { assert, describe, it } from "vitest"
import { CallRates } from "../src/CallRates.ts"
import { problemOf, testApp } from "./testApp.ts"

describe("call rates", () => {
  it("let a caller make as many calls at once as fit in five seconds, and then so many a second", () => {
    let now = 0
    const rates = new CallRates(2, () => now)
    const taken = (tries: number) =>
      Array.from({ length: tries }, () => rates.take("ann")).filter(Boolean).length
    assert.equal(taken(20), 10)
    now += 1000
    assert.equal(taken(20), 2)
    now += 3_600_000
    assert.equal(taken(20), 10)
  })

  it("keep callers apart", () => {
    const rates = new CallRates(0.2, () => 0)
    assert.deepEqual([rates.take("ann"), rates.take("ann"), rates.take("bo")], [true, false, true])
  })

  it("refuse a call with a time to come again, whoever makes it", async () => {
    const { request } = testApp({ callsPerSecond: 0.4 })
    const asked = ["Bearer test-installation-key", "Bearer mk_wrong"]
    for (const authorization of asked) {
      const ask = () => request("/api/v1/session", { headers: { authorization } })
      const answers = [await ask(), await ask(), await ask()]
      const last = answers[2] ?? Response.error()
      assert.notEqual(answers[1]?.status, 429)
      assert.equal((await problemOf(last)).code, "request.too_many")
      assert.equal(last.headers.get("retry-after"), "1")
    }
  })
})
