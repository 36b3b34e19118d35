import { Issue } from "@muster/domain/model/Issue"
import { PersonTaken } from "@muster/domain/ports/PlatformUsers"
import { FileRefused } from "@muster/domain/use-cases/FileRefused"
import { assert, describe, it } from "vitest"
import { problemTexts } from "../src/problemTexts.ts"
import { respond } from "../src/respond.ts"

const asked = { requestId: "0f8fad5b-d9cb-469f-a165-70867728950e", language: "en" } as const

const issue = (about: Partial<Issue>): Issue => ({
  code: "csv.quote_not_closed",
  severity: "error",
  row: 7,
  column: null,
  value: null,
  details: {},
  ...about,
})

const told = (issues: ReadonlyArray<Issue>) => {
  const { status, body } = respond(new FileRefused({ issues }), asked)
  return {
    status,
    problem: JSON.parse(String(body)) as { code: string; issues: ReadonlyArray<Issue>; total: number },
  }
}

describe("the problem of a refused file", () => {
  it("takes its code from the first error, not from what is less", () => {
    const warning = issue({ code: "header.unknown", severity: "warning", details: { known: ["email"] } })
    const { status, problem } = told([warning, issue({}), issue({ code: "header.missing" })])
    assert.deepEqual([status, problem.code, problem.total], [422, "csv.quote_not_closed", 3])
  })

  it("lists at most 1,000 issues and says how many there are", () => {
    const { problem } = told(Array.from({ length: 1500 }, (_, row) => issue({ row })))
    assert.deepEqual([problem.issues.length, problem.total], [1000, 1500])
  })
})

describe("a person taken between check and write", () => {
  it("is a conflict", () => {
    const { status, body } = respond(new PersonTaken(), asked)
    assert.deepEqual([status, (JSON.parse(String(body)) as { code: string }).code], [409, "user.taken"])
  })
})

describe("the catalogue", () => {
  it("speaks both languages, each in its own words", () => {
    for (const [code, { en, sv }] of Object.entries(problemTexts)) {
      for (const text of [...en, ...sv]) assert.isAbove(text.length, 5, code)
      assert.notDeepEqual<readonly string[]>(en, sv, code)
    }
  })
})
