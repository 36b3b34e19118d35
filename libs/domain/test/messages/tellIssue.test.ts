import { describe, expect, it } from "vitest"
import { IssueCode, type Issue } from "../../src/model/Issue.ts"
import { RepairKind } from "../../src/model/RepairKind.ts"
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

  it.each(RepairKind.literals)("tells a repair of %s, of a damaged cell and beside an error", (repair) => {
    const details = { repair, to: "00101", evidence: ["Finance", "other"] }
    for (const language of ["en", "sv"] as const)
      for (const code of ["cell.damaged", "department.unknown"] as const) {
        const told = tellIssue(issue(code, details), language)
        expect(told.suggestion).toMatch(/^(Repair it to|Laga till) "00101".*[^ ]\.$/)
        expect(told.message).toMatch(/^\S.*[.]$/)
        expect(told.message).not.toContain("undefined")
        expect(told.repair).toEqual({ kind: repair, to: "00101" })
      }
  })

  it("names other rows", () => {
    expect(tellIssue(issue("email.duplicate_in_file", { rows: [4, 9] }), "sv").message).toContain("rad 4, 9")
  })
})
