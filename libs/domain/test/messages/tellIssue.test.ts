import { describe, expect, it } from "vitest"
import { IssueCode, type Issue } from "../../src/model/Issue.ts"
import { tellIssue } from "../../src/messages/tellIssue.ts"

const issue = (code: IssueCode, details: Issue["details"] = {}): Issue => ({
  code,
  severity: "error",
  row: 2,
  column: "departmentId",
  value: "101",
  details,
})

describe("an issue", () => {
  it.each(IssueCode.literals)("%s has a sentence of its own in both languages", (code) => {
    const [en, sv] = [tellIssue(issue(code), "en"), tellIssue(issue(code), "sv")]
    for (const { message, suggestion } of [en, sv]) {
      expect(message).toMatch(/^\S.*[.]$/s)
      expect(suggestion ?? "x.").toMatch(/[.?]$/)
    }
    expect(en.message).not.toBe(sv.message)
  })

  it("offers what is near by id and name", () => {
    const told = tellIssue(issue("department.unknown", { candidates: ["00101"], names: ["Finance"] }), "en")
    expect(told).toMatchObject({ suggestion: "Did you mean 00101 (Finance)?", candidates: ["00101"] })
  })

  it("names other rows", () => {
    expect(tellIssue(issue("email.duplicate_in_file", { rows: [4, 9] }), "sv").message).toContain("rad 4, 9")
  })
})
