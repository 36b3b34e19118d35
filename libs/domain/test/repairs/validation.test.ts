import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { offeredRepair } from "../../src/model/Issue.ts"
import { createSamplePlatform } from "../../src/use-cases/createSamplePlatform.ts"
import { platform, rowsOf, step1, upload } from "../platform.ts"

const found = (id: string) =>
  Effect.map(rowsOf(id), (rows) =>
    rows.flatMap(({ status, issues }) =>
      issues.map((issue) => [status, issue.code, issue.column, offeredRepair(issue)?.to]),
    ),
  )

describe("validation offers repairs", () => {
  it.effect("with the error that a cell has, and else with a warning", () =>
    Effect.gen(function* () {
      const { id, state } = yield* upload(step1, [
        ["email", "firstName", "lastName"],
        ["аnn@x.org", "BjÃ¶rn", "Ek"],
        ["bo@gmial.com", "Ek, Bo", ""],
        ["pia@exаmple.org", "Pia", "O'Brien"],
      ])
      assert.strictEqual(state, "refused")
      assert.deepEqual(yield* found(id), [
        ["invalid", "email.non_ascii_local", "email", "ann@x.org"],
        ["invalid", "cell.damaged", "firstName", "Björn"],
        ["invalid", "cell.required", "lastName", "Ek"],
        ["invalid", "cell.damaged", "email", "bo@gmail.com"],
        ["invalid", "cell.damaged", "firstName", "Bo"],
        ["valid", "email.suspicious_domain", "email", "pia@example.org"],
      ])
    }).pipe(Effect.provide(platform)),
  )

  it.effect("of ids by what the database has, and asks for digits that are lost", () =>
    Effect.gen(function* () {
      const [database] = yield* createSamplePlatform()
      assert.isDefined(database)
      const { id } = yield* upload({ kind: "database-users", databaseId: database.id }, [
        ["email", "departmentId", "groupName"],
        ["nobody@hotmal.se", "101", "Rea\u00adder"],
        ["nobody@x.org", "7,01E+11", "Reader"],
      ])
      assert.deepEqual(yield* found(id), [
        ["invalid", "cell.control_character", "groupName", "Reader"],
        ["invalid", "user.not_in_platform", "email", "nobody@hotmail.se"],
        ["invalid", "department.unknown", "departmentId", "00101"],
        ["invalid", "cell.digits_lost", "departmentId", undefined],
        ["invalid", "user.not_in_platform", "email", undefined],
      ])
    }).pipe(Effect.provide(platform)),
  )
})
