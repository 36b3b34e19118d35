import { Audit, everyLine } from "@muster/domain/ports/Audit"
import { Databases } from "@muster/domain/ports/Databases"
import { verifyAudit } from "@muster/domain/use-cases/verifyAudit"
import { Effect } from "effect"
import { afterAll, beforeEach, describe, expect, it } from "vitest"
import { startStore } from "./startStore.ts"

const { process, sql, stop } = await startStore()
afterAll(stop)

const verify = () => Effect.runPromise(Effect.provide(verifyAudit(), process()))
const faults = async () => (await verify()).faults

/** As somebody would who owns the store: without the triggers that guard the lines. */
const tamper = async (statement: string) => {
  await sql.unsafe(`alter table audit_lines disable trigger user; ${statement};
    alter table audit_lines enable trigger user`)
}

beforeEach(async () => {
  await tamper("delete from audit_lines; delete from databases; update audit_head set ordinal = 0, hash = ''")
  await Effect.runPromise(
    Effect.gen(function* () {
      const databases = yield* Databases
      for (let at = 1; at <= 9; at++) yield* databases.create({ id: `d${at}`, name: `Database ${at}` })
    }).pipe(Effect.provide(process())),
  )
})

describe("the verifier of the audit", () => {
  it("finds nothing wrong with lines that are as they were written", async () => {
    expect(await verify()).toMatchObject({ lines: 9, faults: [], head: { ordinal: 9 } })
  })

  it.each([
    ["actor", "actor = 'tesu'"],
    ["event", "event = 'database.creates'"],
    ["time", "at = at + interval '1 microsecond'"],
    ["database", "database_id = 'd6'"],
    ["import", "import_id = gen_random_uuid()"],
    ["user", "user_id = gen_random_uuid()"],
    ["details", "details = '{ }'"],
    ["personal details", "personal = 'x', salt = 'y'"],
    ["hash", "hash = 'f' || substr(hash, 2, 62) || 'g'"],
  ])("names the one line of which the %s was altered", async (_, change) => {
    await tamper(`update audit_lines set ${change} where ordinal = 5`)
    expect(await faults()).toEqual([{ ordinal: 5, fault: "altered" }])
  })

  it("names lines that are missing, in the middle, at the start and at the end", async () => {
    await tamper("delete from audit_lines where ordinal in (1, 4, 5, 9)")
    expect(await faults()).toEqual([1, 4, 5, 9].map((ordinal) => ({ ordinal, fault: "missing" })))
  })

  it("names the end of the chain when it was altered", async () => {
    await tamper("update audit_head set hash = repeat('0', 64)")
    expect(await faults()).toEqual([{ ordinal: 9, fault: "head" }])
  })

  it("names a line that was put in another's place", async () => {
    await tamper(`update audit_lines set ordinal = 100 where ordinal = 3;
      update audit_lines set ordinal = 3 where ordinal = 4; update audit_lines set ordinal = 4 where ordinal = 100`)
    expect((await faults()).map(({ ordinal }) => ordinal)).toEqual(expect.arrayContaining([3, 4]))
  })
})

describe("the lines of the audit", () => {
  it.each([
    "update audit_lines set actor = 'me'",
    "update audit_lines set personal = 'x'",
    "update audit_lines set personal = null, salt = null, details = 'x'",
    "delete from audit_lines",
    "truncate audit_lines",
  ])("refuse `%s`", async (statement) => {
    await expect(sql.unsafe(statement)).rejects.toThrow("The audit is not changed.")
  })

  it("are in one chain, whoever writes at the same moment", async () => {
    await Effect.runPromise(
      Effect.gen(function* () {
        const databases = yield* Databases
        yield* Effect.forEach(
          Array.from({ length: 200 }, (_, at) => at),
          (at) => databases.create({ id: `c${at}`, name: "Same moment" }),
          { concurrency: 20 },
        )
      }).pipe(Effect.provide(process())),
    )
    expect(await verify()).toMatchObject({ lines: 209, faults: [] })
  })

  it("are never earlier than the line before, were the clock put back", async () => {
    await tamper("update audit_lines set at = '2100-01-01' where ordinal = 9")
    await Effect.runPromise(
      Effect.gen(function* () {
        yield* (yield* Databases).create({ id: "late", name: "Late" })
      }).pipe(Effect.provide(process())),
    )
    expect(await sql`select at from audit_lines where ordinal = 10`).toEqual([{ at: new Date("2100-01-01") }])
  })

  it("are found by when they were written, from one moment until before another", async () => {
    await tamper("update audit_lines set at = timestamptz '2020-01-01Z' + ordinal / 2 * interval '1 hour'")
    const hours = [null, ...Array.from({ length: 7 }, (_, at) => `2020-01-01T0${at}:00:00Z`)]
    const list = (from: string | null, until: string | null) =>
      Effect.gen(function* () {
        const { items } = yield* (yield* Audit).list({ ...everyLine, limit: 50, cursor: null, from, until })
        return items.map(({ ordinal }) => ordinal)
      }).pipe(Effect.provide(process()), Effect.runPromise)
    for (const [first, from] of hours.entries())
      for (const [end, until] of hours.entries())
        expect(await list(from, until)).toEqual(
          [9, 8, 7, 6, 5, 4, 3, 2, 1].filter((ordinal) => {
            const hour = Math.floor(ordinal / 2)
            return (from === null || hour >= first - 1) && (until === null || hour < end - 1)
          }),
        )
  })
})
