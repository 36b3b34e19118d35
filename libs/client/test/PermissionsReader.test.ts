import { createServer, type Server } from "node:http"
import { afterEach, expect, it } from "vitest"
import { connect } from "../src/Connection.ts"
import { PermissionsReader } from "../src/PermissionsReader.ts"
import { Refusal, Unreachable } from "../src/request.ts"

let server: Server
afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())))

/** Something that answers as Muster does, and what it was asked. */
const startServer = async (answer: () => { status: number; etag?: string; body?: unknown }) => {
  const asked: Array<string> = []
  server = createServer((request, response) => {
    const { status, etag, body } = answer()
    const { authorization, "if-none-match": known = "" } = request.headers
    asked.push(`${request.url} ${authorization} ${known}`)
    const isKnown = etag !== undefined && known === etag
    response.writeHead(isKnown ? 304 : status, etag === undefined ? {} : { ETag: etag })
    response.end(isKnown ? undefined : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  const port = typeof address === "object" && address !== null ? address.port : 0
  return { asked, reader: new PermissionsReader(connect(`http://127.0.0.1:${port}/`, "key")) }
}

const permissions = (...names: ReadonlyArray<string>) => ({
  userId: "u",
  status: "active",
  departmentId: "1",
  places: [{ departmentId: "1", groupName: "Reader" }],
  permissions: names.map((name) => ({
    name,
    extra: false,
    because: [{ departmentId: "1", groupName: "Reader" }],
  })),
})

it("asks each time, and reads only what has changed", async () => {
  let now = { status: 200, etag: '"a"', body: permissions("plan.read") }
  const { asked, reader } = await startServer(() => now)
  expect(await reader.may("d/1", "u", "plan.read")).toBe(true)
  expect(await reader.may("d/1", "u", "plan.read", "1")).toBe(true)
  expect(await reader.may("d/1", "u", "plan.read", "2")).toBe(false)
  now = { status: 200, etag: '"b"', body: permissions() }
  expect(await reader.may("d/1", "u", "plan.read")).toBe(false)
  const path = "/api/v1/databases/d%2F1/users/u/permissions Bearer key"
  expect(asked).toEqual([`${path} `, `${path} "a"`, `${path} "a"`, `${path} "a"`])
})

it("knows nobody without access, and allows nothing when it is not answered", async () => {
  let now: { status: number; body: unknown } = { status: 404, body: { title: "", code: "access.not_found" } }
  const { reader } = await startServer(() => now)
  expect(await reader.read("d", "u")).toBe(null)
  expect(await reader.may("d", "u", "plan.read")).toBe(false)
  now = { status: 401, body: { title: "", code: "sign_in.required" } }
  await expect(reader.may("d", "u", "plan.read")).rejects.toBeInstanceOf(Refusal)
  await new Promise<void>((resolve) => server.close(() => resolve()))
  await expect(reader.may("d", "u", "plan.read")).rejects.toBeInstanceOf(Unreachable)
  server = createServer().listen(0)
})
