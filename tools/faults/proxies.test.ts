import postgres from "postgres"
import { startTestPostgres } from "@muster/postgres/embedded/startTestPostgres"
import { createConnection, createServer, type AddressInfo } from "node:net"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { Door } from "./Door.ts"
import { moments, PostgresProxy, type Moment } from "./PostgresProxy.ts"

let store: Awaited<ReturnType<typeof startTestPostgres>>
let proxy: PostgresProxy
let direct: postgres.Sql
beforeAll(async () => {
  store = await startTestPostgres()
  proxy = await PostgresProxy.start(Number(new URL(store.url).port))
  direct = postgres(store.url, { max: 1 })
  await direct`create table taken (moment text)`
}, 60_000)
afterAll(async () => {
  await direct.end()
  await proxy.stop()
  await store.stop()
})

const through = () => {
  const url = new URL(store.url)
  url.port = String(proxy.port)
  return postgres(url.href, { max: 1, fetch_types: false })
}

const insert = async (moment: Moment) => {
  const sql = through()
  try {
    await sql.unsafe("insert into taken values ($1)", [moment])
    return "answered"
  } catch {
    return "cut"
  } finally {
    await sql.end({ timeout: 0 })
  }
}

const arrived = async (moment: Moment) => {
  await new Promise((resolve) => setTimeout(resolve, 200))
  const [found] = await direct<
    [{ many: number }]
  >`select count(*)::int as many from taken where moment = ${moment}`
  return found.many
}

describe("a trap between Muster and PostgreSQL", () => {
  it.each(moments)("that closes %s a statement springs at the one meant, once", async (moment) => {
    let sprung = 0
    proxy.set({ statement: /insert into taken/, moment, nth: 2, spring: () => void sprung++ })
    expect([await insert(moment), await insert(moment), await insert(moment)]).toEqual([
      "answered",
      "cut",
      "answered",
    ])
    expect(sprung).toBe(1)
    const many = await arrived(moment)
    if (moment !== "during") expect(many).toBe(moment === "before" ? 2 : 3)
    else expect([2, 3]).toContain(many)
  })
})

describe("a network between Muster and PostgreSQL", () => {
  it("that stands still loses nothing", async () => {
    proxy.stall()
    const sql = through()
    const asked = sql`select 1 as one`.then(([found]) => found?.["one"] as number)
    const early = await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, 200, "nothing"))])
    expect(early).toBe("nothing")
    proxy.flow()
    expect(await asked).toBe(1)
    await sql.end()
  })

  it("that is slow takes its time", async () => {
    const sql = through()
    await sql`select 1`
    proxy.slow({ delay: 50, bytesPerSecond: 20_000 })
    const began = performance.now()
    const [found] = await sql`select length(${"x".repeat(10_000)}::text) as length`
    expect(found?.["length"]).toBe(10_000)
    expect(performance.now() - began).toBeGreaterThan(500)
    proxy.slow(null)
    await sql.end()
  })
})

describe("a way to a server", () => {
  const request = `POST /x HTTP/1.1\r\nHost: localhost\r\n\r\n${"x".repeat(20_000)}`
  const pass = async (kind: "open" | "deaf" | "broken") => {
    let seen = 0
    const server = createServer((socket) => {
      socket.on("error", () => undefined)
      socket.on("data", (piece) => {
        seen += piece.length
        if (seen >= request.length) socket.end("answer")
      })
    })
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
    const door = await Door.open(kind, (server.address() as AddressInfo).port)
    const answer = await new Promise<string>((resolve) => {
      let text = ""
      const socket = createConnection(door.port, "127.0.0.1", () => socket.write(request))
      socket.on("data", (piece) => (text += piece.toString()))
      socket.on("error", () => undefined)
      socket.on("close", () => resolve(text))
    })
    await door.close()
    await new Promise((done) => server.close(done))
    return { seen, answer }
  }

  it("that is open passes request and answer", async () =>
    expect(await pass("open")).toEqual({ seen: request.length, answer: "answer" }))

  it("that is deaf passes the request alone", async () =>
    expect(await pass("deaf")).toEqual({ seen: request.length, answer: "" }))

  it("that is broken passes a part of the request", async () => {
    const { seen, answer } = await pass("broken")
    expect(seen).toBeGreaterThan(0)
    expect(seen).toBeLessThan(request.length)
    expect(answer).toBe("")
  })
})
