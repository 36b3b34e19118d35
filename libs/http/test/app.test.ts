import { Readiness } from "@muster/domain/ports/Readiness"
import { StoreUnavailable } from "@muster/domain/ports/StoreUnavailable"
import { Effect, Layer } from "effect"
import { assert, describe, it } from "vitest"
import { problemOf, refusalOf, sending, testApp } from "./testApp.ts"

const person = "anna.svensson@muster.example"

const readyBy = (check: Effect.Effect<void, StoreUnavailable>) =>
  testApp({ instead: Layer.succeed(Readiness, { check }) })

describe("an address", () => {
  it("that is unknown is not found, also where it looks like one that is", async () => {
    const { request } = testApp()
    for (const path of ["/", "/api", "/api/v1", "/api/v1/platform/imports/", "/api/v2/databases", "/healthy"])
      assert.equal(await refusalOf(await request(path)), "404 route.not_found", path)
  })

  it("asked by another method is told which ones it takes", async () => {
    const { request } = testApp()
    const allowed = async (method: string, path: string) => {
      const response = await request(path, { method })
      assert.equal(await refusalOf(response), "405 method.not_allowed", `${method} ${path}`)
      return response.headers.get("allow")
    }
    assert.equal(await allowed("DELETE", "/api/v1/databases"), "GET, HEAD, POST")
    assert.equal(await allowed("PUT", "/api/v1/platform/imports/x/rows/2"), "PATCH")
    assert.equal(await allowed("GET", "/api/v1/platform/sample"), "POST")
    assert.equal(await allowed("OPTIONS", "/api/v1/databases"), "GET, HEAD, POST")
    assert.equal(await allowed("POST", "/health"), "GET, HEAD")
    assert.equal(await allowed("POST", "/api/v1/openapi.json"), "GET, HEAD")
    assert.equal(await allowed("POST", "/api/docs"), "GET, HEAD")
  })

  it("asked for its headers alone has no body", async () => {
    const { request } = testApp()
    for (const path of ["/health", "/api/v1/platform/imports/template"]) {
      const response = await request(path, { method: "HEAD" })
      assert.deepEqual([response.status, await response.text()], [200, ""])
    }
  })

  it("below /api is answered here, whatever is served beside it", async () => {
    const { app, request } = testApp()
    app.get("*", (c) => c.text("the admin UI"))
    assert.equal(await (await request("/users")).text(), "the admin UI")
    assert.equal(await refusalOf(await request("/api/v1/nowhere")), "404 route.not_found")
    assert.equal(
      await refusalOf(await request("/api/v1/databases", { method: "PUT" })),
      "405 method.not_allowed",
    )
  })
})

describe("a query parameter", () => {
  it("that is unknown, repeated or wrong is refused by name, all of them at once, without its value", async () => {
    const { request } = testApp()
    const response = await request(`/api/v1/databases?limit=5&limit=${person}&cursor=%00&isAdmin=true`)
    assert.notInclude(await response.clone().text(), person)
    const { code, errors } = await problemOf(response)
    assert.equal(code, "request.invalid")
    assert.sameDeepMembers(errors?.map(({ in: place, pointer }) => `${place} ${pointer}`) ?? [], [
      "query /limit",
      "query /limit",
      "query /cursor",
      "query /isAdmin",
    ])
  })

  it.each(["0", "501", "-1", "1.5", "1e2", "", "ten", "999999999999"])(
    "limit=%s is refused",
    async (limit) => {
      const { request } = testApp()
      assert.equal(await refusalOf(await request(`/api/v1/databases?limit=${limit}`)), "422 request.invalid")
    },
  )

  it("that no call takes is refused on calls without parameters too", async () => {
    const { request } = testApp()
    assert.equal(await refusalOf(await request("/health?x=1")), "422 request.invalid")
  })
})

describe("a JSON body", () => {
  const send = (
    body: NonNullable<RequestInit["body"]> | null,
    headers: Record<string, string> = { "content-type": "application/json" },
  ) => {
    const { request } = testApp()
    return request("/api/v1/databases", { method: "POST", headers, body })
  }

  it("that is none is malformed", async () => {
    const bad = ["", "{", "nothing", '{"name":"a"} x', Buffer.from('{"name":"\xff"}', "latin1")]
    for (const body of bad) assert.equal(await refusalOf(await send(body)), "400 request.malformed")
    assert.equal(await refusalOf(await send(null)), "400 request.malformed")
  })

  it("of another media type, of none or compressed is refused", async () => {
    const refused = "415 request.media_type_unsupported"
    const body = '{"name":"One"}'
    assert.equal(await refusalOf(await send(body, { "content-type": "text/plain" })), refused)
    assert.equal(await refusalOf(await send(Buffer.from(body), {})), refused)
    const gzip = { "content-type": "application/json", "content-encoding": "gzip" }
    assert.equal(await refusalOf(await send(body, gzip)), refused)
    assert.equal((await send(body, { "content-type": "Application/JSON; charset=utf-8" })).status, 201)
  })

  it("of more than a mebibyte is too large, whatever it holds", async () => {
    assert.equal(await refusalOf(await send(" ".repeat(1024 * 1024 + 1))), "413 request.too_large")
    assert.equal((await send('{"name":"One"}'.padEnd(1024 * 1024))).status, 201)
  })

  it("is told what was expected where, and never what was found", async () => {
    const response = await send(JSON.stringify({ name: [person], [person.slice(0, 4)]: person, "a/b~c": 1 }))
    const text = await response.clone().text()
    assert.notInclude(text, person)
    const { errors } = await problemOf(response)
    assert.sameDeepMembers(errors?.slice() ?? [], [
      { in: "body", pointer: "/anna", expected: "nothing by this name" },
      { in: "body", pointer: "/a~1b~0c", expected: "nothing by this name" },
      { in: "body", pointer: "/name", expected: "string" },
    ])
    const missing = await problemOf(await send("{}"))
    assert.deepEqual(missing.errors, [{ in: "body", pointer: "/name", expected: "a value" }])
    assert.deepEqual((await problemOf(await send("[]"))).errors?.[0]?.in, "body")
  })

  it("where none is expected may be an empty object, no more", async () => {
    const { request } = testApp()
    const send = (body: string) => request("/api/v1/platform/sample", { method: "POST", body })
    assert.equal(await refusalOf(await send('{"force":true}')), "422 request.invalid")
    assert.equal(await refusalOf(await send("x")), "400 request.malformed")
    assert.equal(await refusalOf(await send(" ".repeat(1024 * 1024 + 1))), "413 request.too_large")
    assert.equal((await send("{}")).status, 201)
  })
})

describe("every answer", () => {
  it("carries headers that keep browsers in check, and its request's id", async () => {
    const { request } = testApp()
    const paths = [
      "/health",
      "/api/v1/nowhere",
      "/api/v1/openapi.json",
      "/api/docs",
      "/api/v1/platform/imports/template",
    ]
    for (const path of paths) {
      const { headers } = await request(path)
      const policy = headers.get("content-security-policy") ?? ""
      for (const part of [
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ])
        assert.include(policy, part)
      assert.notInclude(policy, "unsafe")
      assert.equal(headers.get("x-content-type-options"), "nosniff")
      assert.equal(headers.get("referrer-policy"), "no-referrer")
      assert.isNull(headers.get("x-powered-by"))
      assert.match(headers.get("x-request-id") ?? "", /^[0-9a-f-]{36}$/)
    }
  })

  it("that holds data is kept by nobody on the way", async () => {
    const { request } = testApp()
    for (const path of ["/api/v1/platform/users", "/api/v1/databases", "/api/v1/nowhere"])
      assert.equal((await request(path)).headers.get("cache-control"), "no-store")
  })
})

describe("a store that is away", () => {
  it("is 503 with Retry-After, and not alive's matter", async () => {
    const cause = Object.assign(new Error(person), { code: "57P01" })
    const { request, logs } = readyBy(Effect.fail(new StoreUnavailable({ cause })))
    const response = await request("/ready")
    assert.equal(response.headers.get("retry-after"), "2")
    assert.notInclude(await response.clone().text(), person)
    const [line = ""] = logs.filter((one) => one.includes(response.headers.get("x-request-id") ?? "-"))
    assert.include(line, "57P01")
    assert.notInclude(logs.join("\n"), person)
    assert.equal(await refusalOf(response), "503 store.unavailable")
    assert.equal((await request("/health")).status, 200)
  })
})

describe("a fault", () => {
  it("is 500, logged under the request's id with its place, and leaks nothing to either side", async () => {
    const { request, logs } = readyBy(Effect.die(new TypeError(`broken for ${person}`)))
    const response = await request(`/ready?language=sv`)
    const text = await response.clone().text()
    assert.equal(await refusalOf(response), "500 internal")
    assert.notInclude(text, person)
    assert.notInclude(text, "TypeError")
    const logged = logs.join("\n")
    assert.include(logged, response.headers.get("x-request-id") ?? "no id")
    assert.include(logged, "TypeError")
    assert.include(logged, "app.test.ts")
    assert.notInclude(logged, person)
  })
})

describe("the request log", () => {
  it("tells method, pattern, status and duration, and nothing of whom it was about", async () => {
    const { request, lines, logs } = testApp()
    const user = { email: person, firstName: "Anna", lastName: "Svensson" }
    const made = await request("/api/v1/platform/users", sending("POST", user))
    const { id } = (await made.json()) as { id: string }
    await request(`/api/v1/platform/users/${id}?language=sv`)
    await request(`/api/v1/platform/users?search=${person}`)
    await request(`/${person}`)
    await request("/api/docs/start.js")
    assert.deepEqual(
      lines.map(({ method, route, status }) => `${method} ${route} ${status}`),
      [
        "POST /api/v1/platform/users 201",
        "GET /api/v1/platform/users/:userId 200",
        "GET /api/v1/platform/users 200",
        "GET unknown 404",
        "GET /api/docs 200",
      ],
    )
    assert.equal(lines[0]?.requestId, made.headers.get("x-request-id"))
    assert.isTrue(lines.every(({ duration }) => duration >= 0))
    for (const secret of [person, "Anna", "Svensson", id])
      assert.notInclude(JSON.stringify([lines, logs]), secret)
  })
})
