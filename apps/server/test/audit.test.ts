import postgres from "postgres"
import { afterAll, beforeAll, expect, it } from "vitest"
import { client } from "./client.ts"
import { freshStore, MusterEnded, startMuster, type Muster } from "./startMuster.ts"

let url: string
let muster: Muster
beforeAll(async () => {
  url = await freshStore()
  muster = await startMuster({ DATABASE_URL: url })
  const { json } = client(muster.address)
  const body = JSON.stringify({ email: "ann@audit.example", firstName: "Ann", lastName: "Audit" })
  await json("platform/users", { method: "POST", body, headers: { "Content-Type": "application/json" } })
})
afterAll(() => muster.stop())

/** What the command says, and the code it ends with. */
const verify = async () => {
  const ended = await startMuster({ DATABASE_URL: url }, "--verify-audit").catch((error: unknown) => error)
  if (!(ended instanceof MusterEnded)) throw ended
  return { code: ended.code, output: ended.message }
}

it("the command that verifies the audit finds it whole, and names the line of which one byte was altered", async () => {
  expect(await verify()).toMatchObject({ code: 0, output: expect.stringContaining("2 lines") })
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  await sql.unsafe(`alter table audit_lines disable trigger user;
    update audit_lines set event = overlay(event placing 'X' from 1) where event = 'user.created';
    alter table audit_lines enable trigger user`)
  await sql.end()
  const { code, output } = await verify()
  expect(code).toBe(3)
  expect(output).toContain("Line 2 was altered.")
  expect(output).not.toContain("Line 1")
})
