import { mkdtemp, rm } from "node:fs/promises"
import { createConnection, createServer, type AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import postgres from "postgres"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { client, peopleFile } from "./client.ts"
import { freshStore, startMuster } from "./startMuster.ts"

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "muster-faults-"))
})
afterAll(() => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }))

const settled = ["refused", "ready", "completed"]

describe("a server killed at any moment", () => {
  it("starts again at once on its own PostgreSQL, and every import ends whole", async () => {
    const settings = { MUSTER_DATA_DIR: dataDir }
    const seen = new Set<string>()
    let muster = await startMuster(settings)
    for (let kill = 0; kill < 12; kill++) {
      const api = client(muster.address)
      const doing = (async () => {
        for (let at = 0; ; at++) {
          const one = await api.upload("platform", peopleFile(249, kill * 100_000 + at * 1000))
          seen.add(one.id)
          await api.run("platform", one.id)
        }
      })().catch(() => undefined)
      await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 700))
      await muster.stop("SIGKILL")
      await doing
      const begun = Date.now()
      muster = await startMuster(settings)
      expect(Date.now() - begun).toBeLessThan(30_000)
    }
    const api = client(muster.address)
    let created = 0
    for (const id of seen) {
      const { state, counts } = await api.rest("platform", id)
      expect(settled).toContain(state)
      const { rows, valid, invalid, conflict, skipped, unchanged, failed, unprocessed } = counts
      expect(counts.created + valid + invalid + conflict + skipped + unchanged + failed + unprocessed).toBe(
        rows,
      )
      expect([0, 249]).toContain(counts.created)
      created += counts.created
    }
    expect(created).toBeGreaterThan(0)
    let users = 0
    for (let cursor: string | null = ""; cursor !== null;) {
      const page: { items: ReadonlyArray<unknown>; nextCursor: string | null } = await api.json(
        `platform/users?limit=500${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`,
      )
      users += page.items.length
      cursor = page.nextCursor
    }
    expect(users).toBe(created)
    expect((await muster.stop()).code).toBe(0)
  })

  it("names the holder of a data folder to a second process, which does not start", async () => {
    const muster = await startMuster({ MUSTER_DATA_DIR: dataDir })
    await expect(startMuster({ MUSTER_DATA_DIR: dataDir })).rejects.toThrow(
      new RegExp(`process ${muster.pid}\\b`),
    )
    await muster.stop()
  })
})

describe("a server started before its PostgreSQL", () => {
  it("waits for it, and says so", async () => {
    const store = new URL(await freshStore())
    const { port: storePort } = store
    const way = createServer((socket) => {
      const there = createConnection(Number(storePort), "127.0.0.1")
      for (const one of [socket, there]) one.on("error", () => undefined)
      socket.pipe(there).pipe(socket)
    })
    await new Promise<void>((done) => way.listen(0, "127.0.0.1", done))
    const { port } = way.address() as AddressInfo
    await new Promise((done) => way.close(done))
    store.port = String(port)
    const starting = startMuster({ DATABASE_URL: store.href })
    await new Promise((resolve) => setTimeout(resolve, 3000))
    way.listen(port, "127.0.0.1")
    const muster = await starting
    expect((await fetch(`${muster.address}/ready`)).status).toBe(200)
    expect(muster.lines.join("\n")).toContain("PostgreSQL cannot be reached yet")
    expect((await muster.stop()).code).toBe(0)
    way.close()
  })
})

describe("a connection ended by the database during a run", () => {
  it("leaves the process alive and the import whole, run to its end", async () => {
    const url = await freshStore()
    const muster = await startMuster({ DATABASE_URL: url, MUSTER_MAX_ROWS: "20000" })
    const sql = postgres(url, { max: 1 })
    const api = client(muster.address)
    for (let round = 0; round < 5; round++) {
      const one = await api.upload("platform", peopleFile(4000, round * 10_000))
      await api.post(`platform/imports/${one.id}/run`)
      for (let kills = 0; kills < 4; kills++) {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 150))
        await sql`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`
      }
      const rest = async () => {
        for (;;)
          try {
            return await api.rest("platform", one.id)
          } catch (error) {
            if (!/^Error: 503|fetch failed/.test(String(error))) throw error
          }
      }
      expect(await rest()).toMatchObject({ state: "completed", counts: { rows: 4000, created: 4000 } })
    }
    const [found] = await sql`select count(*)::int as users from platform_users`
    expect(found?.users).toBe(20_000)
    await sql.end()
    expect((await muster.stop()).code).toBe(0)
  })
})
