import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { startServer, type Server } from "../fixtures/startServer.ts"
import { bombs } from "./bombs.ts"

/** In MiB, of the whole process, and milliseconds; times are for a machine that does other things too. */
const limits = { memory: 256, memoryForAll: 512, time: 5000 * 3, other: 5000 }

let server: Server
beforeAll(async () => {
  server = await startServer()
  await send(bombs[0]!.make())
}, 120_000)
afterAll(() => server.stop())

const send = (bytes: Uint8Array) =>
  server.ask("platform/imports", {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: new Uint8Array(bytes),
  })

/** Asks the server something else again and again, and tells how long the slowest answer took. */
const askMeanwhile = () => {
  let asking = true
  let slowest = 0
  let answers = 0
  const done = (async () => {
    while (asking) {
      const began = performance.now()
      const { ok } = await server.ask("platform/users?limit=1")
      expect(ok).toBe(true)
      answers++
      slowest = Math.max(slowest, performance.now() - began)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  })()
  return async () => {
    asking = false
    await done
    return { slowest, answers }
  }
}

const report = (what: string, size: number, time: number, memory: number, slowest: number) =>
  console.log(
    `${what}: ${(size / 1024).toFixed(1)} kB, refused in ${Math.round(time)} ms, ` +
      `${Math.round(memory)} MiB at most, others answered within ${Math.round(slowest)} ms`,
  )

const dropBombs = async (what: string, files: ReadonlyArray<Uint8Array>, memory: number) => {
  let most = server.memory()
  const watch = setInterval(() => (most = Math.max(most, server.memory())), 5)
  const meanwhile = askMeanwhile()
  const began = performance.now()
  const codes = await Promise.all(
    files.map(async (bytes) => ((await (await send(bytes)).json()) as { readonly code: string }).code),
  )
  const time = performance.now() - began
  const { slowest, answers } = await meanwhile()
  clearInterval(watch)
  report(
    what,
    files.reduce((sum, { length }) => sum + length, 0),
    time,
    most,
    slowest,
  )
  expect(most).toBeLessThan(memory)
  expect(slowest).toBeLessThan(limits.other)
  expect(answers).toBeGreaterThan(0)
  expect(await server.strayRows()).toBe(0)
  expect(server.fault()).toBeNull()
  return { codes, time }
}

describe("a bomb", () => {
  it.each(bombs)(
    "of $what is refused in time, while others are answered",
    async ({ what, codes: right, make }) => {
      const { codes, time } = await dropBombs(what, [make()], limits.memory)
      expect(right).toContain(codes[0])
      expect(time).toBeLessThan(limits.time)
    },
    120_000,
  )

  it("of every kind, all at once, leaves the server as it was", async () => {
    const { codes } = await dropBombs(
      "all at once",
      bombs.map(({ make }) => make()),
      limits.memoryForAll,
    )
    codes.forEach((code, at) => expect(bombs[at]?.codes).toContain(code))
  }, 300_000)
})
