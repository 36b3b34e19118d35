import { Effect, Fiber } from "effect"
import { expect, it } from "vitest"
import { UploadSlots } from "../src/UploadSlots.ts"
import { csv, installationKey, problemOf, testApp } from "./testApp.ts"

it("let so many uploads in at a time, of one actor and of all, and are free again afterwards", () =>
  Effect.runPromise(
    Effect.gen(function* () {
      const slots = new UploadSlots({ ofOneActor: 2, ofAll: 3 })
      const take = (actor: string) => Effect.forkChild(slots.use(actor, Effect.never))
      const refusal = (actor: string) => Effect.flip(slots.use(actor, Effect.void))
      const first = yield* take("ann")
      yield* take("ann")
      yield* Effect.yieldNow
      expect(yield* refusal("ann")).toMatchObject({ code: "request.too_many", retryAfter: 1 })
      yield* take("ben")
      yield* Effect.yieldNow
      expect(yield* refusal("eve")).toMatchObject({ code: "server.busy", retryAfter: 1 })
      yield* Fiber.interrupt(first)
      yield* slots.use("eve", Effect.void)
      yield* slots.use("ann", Effect.void)
    }),
  ))

it("answer 429 to an actor who holds all of theirs with uploads that do not end", async () => {
  const { app, request } = testApp({ slots: { ofOneActor: 1, ofAll: 9 } })
  const held = Promise.withResolvers<void>()
  const slow = new ReadableStream({
    pull: async (controller) => {
      controller.enqueue(new TextEncoder().encode("email,firstName,lastName\n"))
      await held.promise
      controller.enqueue(new TextEncoder().encode("a@b.example,A,B\n"))
      controller.close()
    },
  })
  const first = app.request("/api/v1/platform/imports", {
    method: "POST",
    body: slow,
    headers: { authorization: `Bearer ${installationKey}`, "Content-Type": "text/csv" },
    duplex: "half",
  } as RequestInit)
  await new Promise((resolve) => setTimeout(resolve, 50))
  const second = await request("/api/v1/platform/imports", csv("email,firstName,lastName\nc@d.example,C,D\n"))
  expect(second.headers.get("retry-after")).toBe("1")
  expect(await problemOf(second)).toMatchObject({ code: "request.too_many", status: 429 })
  held.resolve()
  expect((await first).status).toBe(201)
})
