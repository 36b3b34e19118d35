import postgres from "postgres"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { client, peopleFile, type ImportAnswer } from "./client.ts"
import { freshStore, startMuster, type Muster } from "./startMuster.ts"

/** Lets nobody be made a user: the statement is at work until it is ended. */
const endless = `
  create function endless() returns trigger language plpgsql as $$ begin perform pg_sleep(600); return new; end $$;
  create trigger endless before insert on platform_users for each row
    when (new.email like 'person1@%') execute function endless()`

let url: string
let sql: postgres.Sql
let muster: Muster
beforeEach(async () => {
  url = await freshStore()
  sql = postgres(url, { max: 1 })
  muster = await start()
  await sql.unsafe(endless)
})
afterEach(async () => {
  await endWork()
  await muster.stop()
  await sql.end()
})

const start = () => startMuster({ DATABASE_URL: url, MUSTER_WORKERS: "1" })
/** Ends the statements that make users; answers how many there were. */
const endWork = async () =>
  (
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and wait_event = 'PgSleep'`
  ).length
const untilAtWork = async (isSo: () => Promise<boolean>) => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50))
}
const isAtWork = async () =>
  (await sql`select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`)
    .length > 0

describe("an import that ends its server three times", () => {
  it("is set aside with what to do told, nothing of it lost, and the next import goes on", async () => {
    const first = client(muster.address)
    const poison = await first.upload("platform", peopleFile(3))
    const next = await first.upload("platform", peopleFile(249, 1000))
    await first.post(`platform/imports/${poison.id}/run`)
    await untilAtWork(isAtWork)
    await first.post(`platform/imports/${next.id}/run`)
    for (let tries = 0; tries < 3; tries++) {
      await untilAtWork(isAtWork)
      await muster.stop("SIGKILL")
      await endWork()
      muster = await start()
    }
    const api = client(muster.address)
    const ended = await api.rest("platform", poison.id)
    expect(ended).toMatchObject({ state: "failed", counts: { created: 0, unprocessed: 3 } })
    expect(ended.issues).toMatchObject([{ code: "import.set_aside", severity: "error", row: null }])
    expect(await api.rest("platform", next.id)).toMatchObject({
      state: "completed",
      counts: { created: 249 },
    })
    const audit: { items: ReadonlyArray<{ importId: string }> } = await api.json("audit?event=import.failed")
    expect(audit.items).toMatchObject([{ importId: poison.id }])
  }, 120_000)
})

describe("a server that is asked to stop", () => {
  it("hands its import on at once, and that is no try", async () => {
    const api = client(muster.address)
    const { id } = await api.upload("platform", peopleFile(3))
    await api.post(`platform/imports/${id}/run`)
    await untilAtWork(isAtWork)
    const stopping = muster.stop()
    await endWork()
    expect((await stopping).code).toBe(0)
    const [found] = await sql`select state, tries, lease_until from imports where id = ${id}`
    expect(found).toEqual({ state: "running", tries: 0, lease_until: null })
    await sql`drop trigger endless on platform_users`
    muster = await start()
    const ended: ImportAnswer = await client(muster.address).rest("platform", id)
    expect(ended).toMatchObject({ state: "completed", counts: { created: 3 } })
  }, 60_000)
})
