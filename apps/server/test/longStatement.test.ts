import postgres from "postgres"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { client, peopleFile } from "./client.ts"
import { freshStore, startMuster, type Muster } from "./startMuster.ts"

/** Longer than a lease and the second that others take to look. */
const seconds = 8

let processes: ReadonlyArray<Muster>
let sql: postgres.Sql
beforeAll(async () => {
  const url = await freshStore()
  processes = [await startMuster({ DATABASE_URL: url }), await startMuster({ DATABASE_URL: url })]
  sql = postgres(url, { max: 1 })
  await sql.unsafe(`
    create function slow() returns trigger language plpgsql as $$
      begin perform pg_sleep(${seconds}); return new; end $$;
    create trigger slow before insert on platform_users for each row
      when (new.email like 'person1@%') execute function slow();
    create trigger slow before insert on accesses for each statement execute function slow()`)
})
afterAll(async () => {
  await Promise.all(processes.map((muster) => muster.stop()))
  await sql.end()
})

/** Runs an import whose statement takes long, and tells who had it in hand meanwhile. */
const runSlowly = async (scope: string, file: string) => {
  const api = client(processes[0]?.address ?? "")
  const { id } = await api.upload(scope, file)
  const ending = api.run(scope, id)
  const fences = new Set<string>()
  const watch = setInterval(() => {
    void sql`select state, fence, lease_holder from imports where id = ${id}`.then(([one]) => {
      if (one?.state === "running" && one.lease_holder !== null)
        fences.add(`${one.fence} ${one.lease_holder}`)
    })
  }, 200)
  const begun = Date.now()
  const { state } = await ending
  clearInterval(watch)
  return { state, fences: fences.size, took: Date.now() - begun }
}

describe("an import of which one statement takes longer than a lease, among two processes", () => {
  it("stays in the hands that began it, where people are made and where access is given", async () => {
    const people = await runSlowly("platform", peopleFile(3))
    expect(people).toMatchObject({ state: "completed", fences: 1 })
    expect(people.took).toBeGreaterThan(seconds * 1000)

    const api = client(processes[0]?.address ?? "")
    const { id } = (await (await api.post("databases", { name: "Ours" })).json()) as { id: string }
    const department = { departmentId: "D", name: "D", parentId: null }
    expect((await api.post(`databases/${id}/departments`, department)).status).toBe(201)
    const group = { groupName: "G", description: "", permissions: [] }
    expect((await api.post(`databases/${id}/permission-groups`, group)).status).toBe(201)
    const file = ["email,departmentId,groupName", "person0@company.example,D,G"].join("\n")
    const accesses = await runSlowly(`databases/${id}`, file)
    expect(accesses).toMatchObject({ state: "completed", fences: 1 })
    expect(accesses.took).toBeGreaterThan(seconds * 1000)
  }, 90_000)
})
