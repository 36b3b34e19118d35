import { afterAll, beforeAll, expect, it } from "vitest"
import { startServer, type Server } from "../fixtures/startServer.ts"
import { fuzz, memoryLimit } from "./fuzz.ts"

let server: Server
beforeAll(async () => {
  server = await startServer()
}, 120_000)
afterAll(() => server.stop())

it("2,000 mutants neither break nor stop the server, and nothing is left of those it refuses", async () => {
  const { findings, codes, mostMemory: memory } = await fuzz(server, { seed: 1, count: 2000 })
  expect(findings).toEqual([])
  expect(memory).toBeLessThan(memoryLimit)
  expect(codes.get("accepted")).toBeGreaterThan(100)
  expect(codes.size).toBeGreaterThan(15)
}, 600_000)
