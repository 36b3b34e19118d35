import postgres from "postgres"
import { afterAll, beforeAll, expect, it } from "vitest"
import { client } from "./client.ts"
import { authorization, freshStore, startMuster, type Muster } from "./startMuster.ts"

let muster: Muster
let store: string
let sql: postgres.Sql
beforeAll(async () => {
  store = await freshStore()
  muster = await startMuster({ DATABASE_URL: store })
  sql = postgres(store, { max: 1 })
})
afterAll(async () => {
  await sql.end()
  await muster.stop()
})

const call = async <A>(method: string, path: string, body?: unknown, headers = {}): Promise<A> => {
  const isText = typeof body === "string"
  const response = await fetch(`${muster.address}/api/v1/${path}`, {
    method,
    headers: {
      ...authorization,
      ...(body === undefined ? {} : { "Content-Type": isText ? "text/csv" : "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  return (text === "" ? null : JSON.parse(text)) as A
}

/** The tables in which a row says the word, in whatever case. */
const tablesThatSay = async (word: string) => {
  const tables = await sql<Array<{ name: string }>>`
    select table_name as name from information_schema.tables where table_schema = 'public'`
  expect(tables.length).toBeGreaterThan(15)
  const found: Array<string> = []
  for (const { name } of tables) {
    const rows = await sql`select from ${sql(name)} t where t::text ilike ${`%${word}%`} limit 1`
    if (rows.length > 0) found.push(name)
  }
  return found
}

const findUser = async (search: string) =>
  (
    await call<{ items: ReadonlyArray<{ id: string; status: string }> }>(
      "GET",
      `platform/users?search=${search}`,
    )
  ).items[0]

const importOne = async (word: string) => {
  const header = "email,username,firstName,lastName,phone,mobilePhone,externalId"
  const line = `${word}.mail@cage.example,${word}.name,${word} First,${word} Last,${word} phone,${word} mobile,${word}-id`
  const sent = { "Idempotency-Key": `"${crypto.randomUUID()}"` }
  const one = await call<{ id: string }>("POST", "platform/imports", `${header}\n${line}\n`, sent)
  await client(muster.address).run("platform", one.id)
  return `${header}\n${line}\n`
}

it("nothing of a user is left in any table once they are anonymised, under no name they ever had", async () => {
  const file = await importOne("kanariefagel")
  const user = await findUser("kanariefagel")
  const own = `platform/users/${user?.id}`
  await call("POST", "platform/imports", file)
  await call("PATCH", own, {
    email: "papegoja.mail@cage.example",
    username: "papegoja.name",
    lastName: "Papegoja",
  })
  await call("POST", "platform/imports", file.replaceAll("kanariefagel", "papegoja"))
  await call(
    "POST",
    "platform/users",
    { email: "papegoja.mail@cage.example", firstName: "x", lastName: "y" },
    {
      "Idempotency-Key": '"refused"',
    },
  )
  await call("POST", "platform/sample")
  const [database] = (await call<{ items: ReadonlyArray<{ id: string }> }>("GET", "databases")).items
  const place = { departmentId: "00101", groupName: "Reader" }
  await call("POST", `databases/${database?.id}/users`, { email: "papegoja.mail@cage.example", ...place })
  await call("POST", `${own}/invite`)
  await sql`insert into sign_ins (id, user_id, provider_id, account_id, password, created_at, updated_at)
    values (gen_random_uuid(), ${user?.id ?? ""}, 'credential', 'papegoja', 'hash', now(), now())`
  expect((await tablesThatSay("papegoja")).length).toBeGreaterThan(4)
  expect((await tablesThatSay("kanariefagel")).length).toBeGreaterThan(2)

  await call("POST", `${own}/delete`)
  expect(await call("GET", `${own}/traces`)).toMatchObject({ accesses: 1, importRows: 3 })
  expect(await call("POST", `${own}/anonymise`)).toMatchObject({ status: "anonymised" })
  expect(await tablesThatSay("papegoja")).toEqual([])
  expect(await tablesThatSay("kanariefagel")).toEqual([])
  expect(await call("GET", "audit/verification")).toMatchObject({ faults: [] })
})

it("a user deleted as many days ago as the setting says is anonymised by Muster itself", async () => {
  await importOne("sparv")
  await importOne("talgoxe")
  for (const word of ["sparv", "talgoxe"])
    await call("POST", `platform/users/${(await findUser(word))?.id}/delete`)
  await sql`update platform_users set deleted_at = now() - interval '31 days' where username = 'sparv.name'`
  await muster.stop()
  muster = await startMuster({ DATABASE_URL: store, MUSTER_ANONYMISE_AFTER_DAYS: "30" })
  await expect.poll(() => findUser("sparv"), { timeout: 10_000 }).toBe(undefined)
  expect(await tablesThatSay("sparv")).toEqual([])
  expect(await findUser("talgoxe")).toMatchObject({ status: "deleted" })
})
