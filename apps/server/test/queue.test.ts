import postgres from "postgres"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { client, peopleFile, type ImportAnswer } from "./client.ts"
import { freshStore, startMuster, type Muster } from "./startMuster.ts"

const longRows = 80_000

/** Two processes on one store, each of which works on one import at a time. */
let processes: ReadonlyArray<Muster>
let url: string
beforeAll(async () => {
  url = await freshStore()
  const settings = { DATABASE_URL: url, MUSTER_MAX_ROWS: "100000", MUSTER_WORKERS: "1" }
  processes = [await startMuster(settings), await startMuster(settings)]
})
afterAll(() => Promise.all(processes.map((muster) => muster.stop())))

describe("a short import among long ones that take every slot", () => {
  it("is done on any process while they run, and they can be cancelled with what was done told", async () => {
    const [api, other] = processes.map(({ address }) => client(address)) as [
      ReturnType<typeof client>,
      ReturnType<typeof client>,
    ]
    const long: Array<ImportAnswer> = []
    for (let at = 0; at < 3; at++)
      long.push(await api.upload("platform", peopleFile(longRows, at * longRows)))
    for (const { id } of long) await api.post(`platform/imports/${id}/run`)

    for (const [at, one] of [api, other].entries()) {
      const short = await one.upload("platform", peopleFile(249, 1_000_000 + at * 1000))
      expect(await one.run("platform", short.id)).toMatchObject({
        state: "completed",
        counts: { created: 249 },
      })
    }
    const stateOf = async (id: string) => (await api.json<ImportAnswer>(`platform/imports/${id}`)).state
    for (const { id } of long) expect(await stateOf(id)).toBe("running")

    let created = 2 * 249
    for (const { id } of long) {
      expect((await other.post(`platform/imports/${id}/cancel`)).status).toBe(200)
      const { state, counts } = await api.rest("platform", id)
      expect(state).toBe("cancelled")
      expect(counts).toMatchObject({ rows: longRows, valid: 0, unprocessed: longRows - counts.created })
      expect(counts.unprocessed).toBeGreaterThan(0)
      const errorFile = (await other.report("platform", id)).trimEnd().split("\r\n")
      expect(errorFile.filter((line) => line.includes(",unprocessed,"))).toHaveLength(counts.unprocessed)
      created += counts.created
    }
    expect(created).toBeGreaterThan(2 * 249)
    const sql = postgres(url, { max: 1 })
    const [found] = await sql`select count(*)::int as users from platform_users`
    await sql.end()
    expect(found?.["users"]).toBe(created)
  })
})
