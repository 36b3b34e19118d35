import { readFile } from "node:fs/promises"
import { Agent, request } from "node:http"
import { connect } from "node:net"
import postgres from "postgres"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { client, peopleFile } from "./client.ts"
import { authorization, freshStore, startMuster, type Muster } from "./startMuster.ts"

let muster: Muster
let url: string
beforeAll(async () => {
  url = await freshStore()
  muster = await startMuster({ DATABASE_URL: url, MUSTER_MAX_ROWS: "200000" })
})
afterAll(() => muster.stop())

/** A body without an end, in pieces of 64 KiB, and how many bytes of it were asked for. */
const endless = (first: string, piece: string) => {
  let bytes = 0
  const text = new TextEncoder()
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(text.encode(first)),
    pull: (controller) => {
      const more = text.encode(piece.repeat(Math.ceil(65_536 / piece.length)))
      bytes += more.length
      controller.enqueue(more)
    },
  })
  return { body, taken: () => bytes }
}

const megabytesOf = async (pid: number) =>
  Number(/VmHWM:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024

describe("a client that", () => {
  it("leaves in the middle of an upload leaves no row behind", async () => {
    const sql = postgres(url, { max: 1 })
    const { hostname, port } = new URL(muster.address)
    const socket = connect(Number(port), hostname)
    socket.write(
      `POST /api/v1/platform/imports?fileName=a.csv HTTP/1.1\r\nHost: ${hostname}:${port}\r\n` +
        `Authorization: ${authorization.Authorization}\r\nContent-Type: text/csv\r\nContent-Length: 10000000\r\n\r\n${peopleFile(5000)}`,
    )
    const staged = async () => (await sql`select count(*)::int as rows from import_rows`)[0]?.["rows"]
    await expect.poll(staged, { timeout: 10_000 }).toBeGreaterThan(1000)
    socket.destroy()
    await expect.poll(staged, { timeout: 10_000 }).toBe(0)
    await sql.end()
    expect(await client(muster.address).json("platform/imports")).toMatchObject({ items: [] })
  })

  it("sends without end is cut off at the limit, and the memory of the server stays as it was", async () => {
    const before = await megabytesOf(muster.pid)
    const { body, taken } = endless("email,firstName,lastName\r\n", "somebody@company.example,Per,Son\r\n")
    const response = await fetch(`${muster.address}/api/v1/platform/imports?fileName=a.csv`, {
      method: "POST",
      headers: { ...authorization, "Content-Type": "text/csv" },
      body,
      duplex: "half",
    } as RequestInit).catch((error: unknown) => error)
    if (response instanceof Response) {
      expect(response.status).toBe(413)
      expect(await response.json()).toMatchObject({ code: "file.too_large" })
    }
    expect(taken()).toBeLessThan(40 * 1024 * 1024)
    if (process.platform === "linux") expect((await megabytesOf(muster.pid)) - before).toBeLessThan(250)
    expect((await fetch(`${muster.address}/health`)).status).toBe(200)
  })

  it("is refused before its file has come whole has its connection kept for what it asks next", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const ask = (path: string, type: string, body: string) =>
      new Promise<string>((resolve, reject) => {
        const headers = { ...authorization, "Content-Type": type }
        const asked = request(
          `${muster.address}/api/v1/${path}`,
          { agent, method: "POST", headers },
          (answer) => {
            answer.resume()
            answer.on("end", () => resolve(`${answer.statusCode} ${asked.reusedSocket}`))
          },
        )
        asked.on("error", reject)
        asked.end(body)
      })
    const part = `--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n`
    const twoFiles = `${part}email\r\n${part}${"x".repeat(5_000_000)}\r\n--x--\r\n`
    expect(await ask("platform/imports", "multipart/form-data; boundary=x", twoFiles)).toBe("400 false")
    await new Promise((resolve) => setTimeout(resolve, 1000))
    expect(await ask("platform/imports", "image/png", "x".repeat(5_000_000))).toBe("415 true")
    await new Promise((resolve) => setTimeout(resolve, 1000))
    expect(await ask("platform/imports", "text/csv", "email,firstName,lastName\r\nx,y,z\r\n")).toBe(
      "201 true",
    )
    agent.destroy()
  })

  it.each([
    ["two kinds of length", "Content-Length: 6\r\nTransfer-Encoding: chunked"],
    ["two lengths", "Content-Length: 6\r\nContent-Length: 7"],
    ["a length that is none", "Content-Length: +6"],
    ["a way of transfer that is none", "Transfer-Encoding: chunked, identity"],
    ["a blank before the colon", "Content-Length : 6"],
  ])("gives %s, as requests do that are smuggled through proxies, is refused at once", async (_, headers) => {
    const { hostname, port } = new URL(muster.address)
    const socket = connect(Number(port), hostname)
    socket.write(
      `POST /api/v1/platform/imports HTTP/1.1\r\nHost: ${hostname}:${port}\r\n` +
        `Authorization: ${authorization.Authorization}\r\nContent-Type: text/csv\r\n${headers}\r\n\r\n0\r\n\r\nGET /health HTTP/1.1\r\n\r\n`,
    )
    const answer = await new Promise<string>((resolve, reject) => {
      let text = ""
      socket.on("data", (bytes: Buffer) => void (text += bytes.toString()))
      socket.on("close", () => resolve(text))
      socket.on("error", reject)
    })
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer.match(/HTTP\/1\.1/g)?.length).toBe(1)
  })

  it("follows an import is told of the end of the server, and does not hold it up", async () => {
    const other = await startMuster({ DATABASE_URL: url })
    const api = client(other.address)
    const one = await api.upload("platform", peopleFile(3, 900_000))
    const events = await fetch(`${other.address}/api/v1/platform/imports/${one.id}/events`, {
      headers: authorization,
    })
    const reader = events.body?.getReader()
    await reader?.read()
    const begun = performance.now()
    const { code } = await other.stop()
    expect(code).toBe(0)
    expect(performance.now() - begun).toBeLessThan(5_000)
    for (;;) if ((await reader?.read())?.done !== false) break
  })
})
