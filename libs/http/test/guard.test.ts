import { assert, describe, it } from "vitest"
import { loopbackHosts } from "../src/guard.ts"
import { refusalOf, sending, testApp } from "./testApp.ts"

const path = "/api/v1/databases"
const post = (headers: Record<string, string>) => sending("POST", { name: "One" }, headers)
const refused = "403 request.cross_site"

describe("a request that changes something", () => {
  it("is taken from our own pages and from clients that are no browsers", async () => {
    const { request } = testApp()
    for (const headers of [
      {},
      { "sec-fetch-site": "same-origin", origin: "http://localhost" },
      { "sec-fetch-site": "none" },
      { origin: "http://localhost" },
      { origin: "https://localhost" },
    ])
      assert.equal((await request(path, post(headers))).status, 201, JSON.stringify(headers))
  })

  it("is refused from other sites and other origins, and does nothing", async () => {
    const { request } = testApp()
    for (const headers of [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "Same-Origin" },
      { origin: "null" },
      { origin: "" },
      { origin: "http://localhost:8080" },
      { origin: "http://localhost.evil.example" },
      { origin: "http://evil.example", "sec-fetch-site": "same-origin" },
    ]) {
      for (const method of ["POST", "PATCH", "DELETE", "PUT", "OPTIONS"])
        assert.equal(
          await refusalOf(await request(path, { method, headers })),
          refused,
          JSON.stringify(headers),
        )
      assert.equal(await refusalOf(await request(path, post(headers))), refused)
    }
    assert.deepEqual(await (await request(path)).json(), { items: [], nextCursor: null })
  })

  it("is refused before its Idempotency-Key is looked at", async () => {
    const { request } = testApp()
    const key = { "idempotency-key": "k" }
    await request(path, post({ ...key, origin: "http://evil.example" }))
    assert.equal((await request(path, post(key))).status, 201)
  })
})

describe("a host name", () => {
  it("that is not ours is refused for every method, where ours are given", async () => {
    const { request } = testApp({ allowedHosts: loopbackHosts })
    for (const host of ["localhost", "127.0.0.1:3000", "[::1]:3000", "LOCALHOST:80"])
      assert.equal((await request(`http://${host}/health`)).status, 200, host)
    for (const host of ["evil.example", "localhost.evil.example:3000", "127.0.0.1.nip.example", "10.0.0.1"]) {
      assert.equal(await refusalOf(await request(`http://${host}/health`)), refused, host)
      assert.equal(await refusalOf(await request(`http://${host}${path}`, post({}))), refused, host)
      assert.equal(await refusalOf(await request(`http://${host}/api/docs`)), refused, host)
    }
  })

  it("may be any where none are given", async () => {
    const { request } = testApp()
    assert.equal((await request("http://muster.example/health")).status, 200)
  })
})
