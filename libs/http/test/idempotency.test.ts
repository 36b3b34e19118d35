import { memoryLayer } from "@muster/domain/memory/memoryLayer"
import { Databases } from "@muster/domain/ports/Databases"
import { StoreUnavailable } from "@muster/domain/ports/StoreUnavailable"
import { Effect, Layer } from "effect"
import { assert, describe, it } from "vitest"
import { csv, inPieces, makeDatabase, people, refusalOf, sending, testApp, type Request } from "./testApp.ts"

const imports = "/api/v1/platform/imports"
const databases = "/api/v1/databases"

const keyed = (key: string) => ({ "idempotency-key": key })

const idOf = async (response: Response) => ((await response.json()) as { id: string }).id

const kept = async (request: Request, path = imports) =>
  ((await (await request(path)).json()) as { items: ReadonlyArray<unknown> }).items.length

describe("a request sent again with its Idempotency-Key", () => {
  it("is answered as the first time, with the same address, and made once", async () => {
    const { request } = testApp()
    const send = () => request(`${imports}?fileName=a.csv`, csv(people(1), keyed("k1")))
    const first = await send()
    const again = await send()
    assert.deepEqual([first.status, again.status], [201, 201])
    assert.isNull(first.headers.get("idempotency-replayed"))
    assert.equal(again.headers.get("idempotency-replayed"), "true")
    assert.equal(again.headers.get("location"), first.headers.get("location"))
    assert.equal(again.headers.get("content-type"), first.headers.get("content-type"))
    assert.equal(await again.text(), await first.text())
    assert.equal(await kept(request), 1)
  })

  it("is the same in other pieces, and as a form with another boundary", async () => {
    const { request } = testApp()
    const text = people(1, 2)
    const first = await request(imports, inPieces([text], { "content-type": "text/csv", ...keyed("k1") }))
    const halves = inPieces([text.slice(0, 9), text.slice(9)], { "content-type": "text/csv", ...keyed("k1") })
    assert.equal(await idOf(await request(imports, halves)), await idOf(first))
    const form = () => {
      const body = new FormData()
      body.append("file", new File([text], "people.csv"))
      body.append("invalidRows", "skip")
      return { method: "POST", body, headers: keyed("k2") }
    }
    assert.equal(await idOf(await request(imports, form())), await idOf(await request(imports, form())))
    assert.equal(await kept(request), 2)
  })

  it("and another content, path or query is refused and does nothing", async () => {
    const { request } = testApp()
    const id = await idOf(await request(`${imports}?fileName=a.csv`, csv(people(1), keyed("k1"))))
    const other = await idOf(await request(imports, csv(people(2))))
    const refused = "422 idempotency.mismatch"
    assert.equal(
      await refusalOf(await request(`${imports}?fileName=a.csv`, csv(people(3), keyed("k1")))),
      refused,
    )
    assert.equal(
      await refusalOf(await request(`${imports}?fileName=b.csv`, csv(people(1), keyed("k1")))),
      refused,
    )
    const run = (id: string) => request(`${imports}/${id}/run`, { method: "POST", headers: keyed("k2") })
    assert.equal((await run(id)).status, 202)
    assert.equal(await refusalOf(await run(other)), refused)
    assert.equal(await kept(request), 2)
  })

  it("is refused again where it was refused, with the same problem", async () => {
    const { request } = testApp()
    const send = () => request(imports, csv("name\nx\n", keyed("k1")))
    const first = await send()
    const again = await send()
    assert.deepEqual([first.status, again.status], [422, 422])
    assert.equal(again.headers.get("content-type"), "application/problem+json")
    assert.equal(again.headers.get("idempotency-replayed"), "true")
    assert.equal(await again.text(), await first.text())
  })

  it("belongs to its route: the same key elsewhere is another", async () => {
    const { request } = testApp()
    const first = await request(databases, sending("POST", { name: "One" }, keyed("k1")))
    assert.equal(first.status, 201)
    const user = { email: "a@muster.example", firstName: "A", lastName: "B" }
    assert.equal((await request("/api/v1/platform/users", sending("POST", user, keyed("k1")))).status, 201)
  })

  it("works for every POST that makes something", async () => {
    const { request } = testApp()
    const id = await makeDatabase(request)
    const user = { email: "a@muster.example", firstName: "A", lastName: "B" }
    const calls: ReadonlyArray<readonly [string, unknown]> = [
      [databases, { name: "Two" }],
      ["/api/v1/platform/users", user],
      [`${databases}/${id}/departments`, { departmentId: "1", name: "One" }],
      [`${databases}/${id}/permission-groups`, { groupName: "Editor" }],
    ]
    for (const [path, body] of calls) {
      const send = () => request(path, sending("POST", body, keyed("k")))
      const [first, again] = [await send(), await send()]
      assert.deepEqual([first.status, again.status], [201, 201], path)
      assert.equal(await again.text(), await first.text())
    }
  })
})

describe("a request whose first one is still under way", () => {
  it("is told to try again, and then answered as the first", async () => {
    const { request } = testApp()
    let letGo = () => {}
    const held = new Promise<void>((resolve) => (letGo = resolve))
    const text = people(1)
    const body = new ReadableStream({
      start: async (controller) => {
        controller.enqueue(new TextEncoder().encode(text))
        await held
        controller.close()
      },
    })
    const headers = { "content-type": "text/csv", ...keyed("k1") }
    const init: RequestInit & { duplex: "half" } = { method: "POST", headers, body, duplex: "half" }
    const first = request(imports, init)
    await new Promise((resolve) => setTimeout(resolve, 20))
    const meanwhile = await request(imports, csv(text, keyed("k1")))
    assert.equal(meanwhile.headers.get("retry-after"), "1")
    assert.equal(await refusalOf(meanwhile), "409 idempotency.under_way")
    letGo()
    const again = await first.then(() => request(imports, csv(text, keyed("k1"))))
    assert.equal(await idOf(again), await idOf(await first))
    assert.equal(await kept(request), 1)
  })

  it("is told so however long the first one takes", async () => {
    const { request } = testApp()
    const text = people(1)
    const body = new ReadableStream({
      start: async (controller) => {
        await new Promise((resolve) => setTimeout(resolve, 6000))
        controller.enqueue(new TextEncoder().encode(text))
        controller.close()
      },
    })
    const headers = { "content-type": "text/csv", ...keyed("k1") }
    const init: RequestInit & { duplex: "half" } = { method: "POST", headers, body, duplex: "half" }
    const first = request(imports, init)
    await new Promise((resolve) => setTimeout(resolve, 5500))
    assert.equal(await refusalOf(await request(imports, csv(text, keyed("k1")))), "409 idempotency.under_way")
    assert.equal((await first).status, 201)
  }, 20_000)

  it("does nothing twice, however many come at once", async () => {
    const { request } = testApp()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => request(imports, csv(people(1), keyed("k1")))),
    )
    const statuses = answers.map(({ status }) => status)
    assert.includeMembers([201, 409], statuses)
    assert.isAtLeast(statuses.filter((status) => status === 201).length, 1)
    assert.equal(await kept(request), 1)
  })
})

describe("an answer that trying again may better", () => {
  it("is not kept: a body that broke off is sent again and makes the import once", async () => {
    const { request } = testApp()
    const text = people(1, 2)
    const headers = { "content-type": "text/csv", ...keyed("k1") }
    const broken = inPieces([text.slice(0, 40), new Error("gone")], headers)
    assert.equal(await refusalOf(await request(imports, broken)), "400 request.malformed")
    const whole = await request(imports, csv(text, keyed("k1")))
    assert.equal(whole.status, 201)
    assert.isNull(whole.headers.get("idempotency-replayed"))
    assert.equal(await kept(request), 1)
  })

  it("is not kept: a store that was away is tried again, and the reserved id makes the thing once", async () => {
    let away = true
    const ids: Array<string> = []
    const flaky = Layer.effect(
      Databases,
      Effect.map(Databases, (store) => ({
        ...store,
        create: (database) => {
          ids.push(database.id)
          return Effect.flatMap(store.create(database), (made) =>
            away ? Effect.fail(new StoreUnavailable({ cause: "away" })) : Effect.succeed(made),
          )
        },
      })),
    )
    const { request } = testApp({ instead: flaky.pipe(Layer.provideMerge(memoryLayer)) })
    const send = () => request(databases, sending("POST", { name: "One" }, keyed("k1")))
    const first = await send()
    assert.equal(first.headers.get("retry-after"), "2")
    assert.equal(await refusalOf(first), "503 store.unavailable")
    away = false
    assert.equal((await send()).status, 201)
    assert.equal(ids[0], ids[1])
    assert.equal(await kept(request, databases), 1)
  })
})

describe("an Idempotency-Key", () => {
  it("must be 1 to 255 printable characters", async () => {
    const { request } = testApp()
    const send = (key: string) => request(databases, sending("POST", { name: "One" }, keyed(key)))
    for (const key of ["", "x".repeat(256), "nyckelå", "a\tb"])
      assert.equal(await refusalOf(await send(key)), "400 idempotency.key_invalid", key)
    for (const key of ["x", "x".repeat(255), '"quoted key"']) assert.equal((await send(key)).status, 201)
    assert.equal(await kept(request, databases), 3)
  })
})
