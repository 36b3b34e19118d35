import { memoryLayer } from "@muster/domain/memory/memoryLayer"
import { Imports, ImportNotFound } from "@muster/domain/ports/Imports"
import { StoreUnavailable } from "@muster/domain/ports/StoreUnavailable"
import { CurrentActor } from "@muster/domain/rights/CurrentActor"
import { Effect, Fiber, Layer, Queue, Stream } from "effect"
import { TestClock } from "effect/testing"
import { assert, describe, it } from "vitest"
import { importEvents } from "../src/importEvents.ts"
import { csv, idle, people, readImport, testApp } from "./testApp.ts"

const base = "/api/v1/platform/imports"

/** The events of a stream, one at a time; null at its end. */
const reader = (response: Response) => {
  const text = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ""
  return async (): Promise<{ event: string; state: string } | null> => {
    while (!rest.includes("\n\n")) {
      const piece = await text?.read()
      if (piece === undefined || piece.done) return null
      rest += piece.value
    }
    const [first = "", ...others] = rest.split("\n\n")
    rest = others.join("\n\n")
    const [event = "", data = ""] = first.split("\n")
    return { event: event.slice(7), state: (JSON.parse(data.slice(6)) as { state: string }).state }
  }
}

describe("the events of an import", () => {
  it("are its progress, then the state it rests in, then the end", async () => {
    const { request } = testApp({ worker: idle })
    const { id, state } = await readImport(await request(base, csv(people(1))), 201)
    assert.equal(state, "validating")
    const response = await request(`${base}/${id}/events`)
    assert.equal(response.headers.get("content-type"), "text/event-stream")
    assert.equal(response.headers.get("cache-control"), "no-store")
    assert.equal(response.headers.get("x-accel-buffering"), "no")
    const next = reader(response)
    assert.deepEqual(await next(), { event: "progress", state: "validating" })
    await request(`${base}/${id}/cancel`, { method: "POST" })
    assert.deepEqual(await next(), { event: "final", state: "cancelled" })
    assert.isNull(await next())
  })

  it("are the final one alone for an import that rests", async () => {
    const { request } = testApp()
    for (const [text, state] of [
      [people(1), "ready"],
      ["email,firstName,lastName\nx,,\n", "refused"],
    ] as const) {
      const { id } = await readImport(await request(base, csv(text)), 201)
      const next = reader(await request(`${base}/${id}/events`))
      assert.deepEqual(await next(), { event: "final", state })
      assert.isNull(await next())
    }
  })

  it("end when the server is about to stop", async () => {
    const closing = new AbortController()
    const { request } = testApp({ worker: idle, closing: closing.signal })
    const { id } = await readImport(await request(base, csv(people(1))), 201)
    const next = reader(await request(`${base}/${id}/events`))
    assert.deepEqual(await next(), { event: "progress", state: "validating" })
    closing.abort()
    assert.isNull(await next())
  })

  it("are looked for no longer when the client has gone", async () => {
    let looks = 0
    const counted = Layer.effect(
      Imports,
      Effect.map(Imports, (imports) => ({
        ...imports,
        find: (scope, id) => {
          looks++
          return imports.find(scope, id)
        },
      })),
    )
    const { request, logs } = testApp({
      worker: idle,
      instead: counted.pipe(Layer.provide(memoryLayer)),
    })
    const { id } = await readImport(await request(base, csv(people(1))), 201)
    const response = await request(`${base}/${id}/events`)
    const stream = response.body?.getReader()
    await stream?.read()
    await stream?.cancel()
    const then = looks
    await new Promise((resolve) => setTimeout(resolve, 600))
    assert.equal(looks, then)
    assert.notInclude(logs.join("\n"), "broke off")
  })
})

const scope = { kind: "platform-users", databaseId: null } as const
const id = "0f8fad5b-d9cb-469f-a165-70867728950e"

const validating = Effect.flatMap(Imports, (imports) =>
  imports.create({
    id,
    scope,
    staged: 0,
    fileName: "people.csv",
    delimiter: ",",
    header: ["email"],
    columns: ["email"],
    issues: [],
    invalidRows: "refuse",
    mode: "create",
    undoes: null,
    isChecked: false,
    createdBy: "local",
  }),
)

/** Follows the import's events into a queue, by a clock that the test moves. */
const following = Effect.gen(function* () {
  const told = yield* Queue.unbounded<string>()
  const fiber = yield* Effect.forkChild(
    Stream.runForEach(importEvents(scope, id, "en"), (event) =>
      Queue.offer(told, event.split("\n", 1)[0] ?? ""),
    ),
  )
  return { told, fiber }
})

const run = <A, E>(
  effect: Effect.Effect<A, E, Imports | CurrentActor>,
  imports: Layer.Layer<Imports> = memoryLayer,
) =>
  Effect.runPromise(
    effect.pipe(
      Effect.provideService(CurrentActor, "test"),
      Effect.provide(imports),
      Effect.provide(TestClock.layer()),
    ),
  )

describe("a quiet stream of events", () => {
  it("says nothing twice, and every 15 seconds that it is still there", () =>
    run(
      Effect.gen(function* () {
        yield* validating
        const { told, fiber } = yield* following
        yield* TestClock.adjust("14 seconds")
        assert.deepEqual(yield* Queue.takeAll(told), ["event: progress"])
        yield* TestClock.adjust("1 seconds")
        assert.deepEqual(yield* Queue.takeAll(told), [":"])
        yield* TestClock.adjust("30 seconds")
        assert.deepEqual(yield* Queue.takeAll(told), [":", ":"])
        yield* Fiber.interrupt(fiber)
      }),
    ))

  it("waits for a store that is away, and ends when it stays away", () => {
    let away = false
    const flaky = Layer.effect(
      Imports,
      Effect.map(Imports, (imports) => ({
        ...imports,
        find: (scope, id) =>
          away ? Effect.fail(new StoreUnavailable({ cause: "away" })) : imports.find(scope, id),
      })),
    ).pipe(Layer.provide(memoryLayer))
    return run(
      Effect.gen(function* () {
        yield* validating
        const { told, fiber } = yield* following
        yield* TestClock.adjust("1 seconds")
        away = true
        yield* TestClock.adjust("10 seconds")
        away = false
        const imports = yield* Imports
        yield* imports.cancel(scope, id)
        yield* TestClock.adjust("2 seconds")
        assert.deepEqual(yield* Queue.takeAll(told), ["event: progress", "event: final"])
        yield* Fiber.join(fiber)
        away = true
        const second = yield* following
        yield* TestClock.adjust("40 seconds")
        yield* Fiber.join(second.fiber)
        assert.deepEqual(yield* Queue.takeAll(second.told), [":", ":"])
      }),
      flaky,
    )
  })

  it("ends when the import is gone", () =>
    run(
      Effect.gen(function* () {
        const { fiber } = yield* following
        yield* TestClock.adjust("1 seconds")
        yield* Fiber.join(fiber)
        const imports = yield* Imports
        const found = yield* Effect.flip(imports.find(scope, id))
        assert.instanceOf(found, ImportNotFound)
      }),
    ))
})
