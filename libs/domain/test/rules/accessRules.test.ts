import { describe, expect, it } from "vitest"
import { noExtra } from "../../src/model/Access.ts"
import { someUser } from "../someUser.ts"
import { columnsOf } from "../../src/rows/columnsOf.ts"
import { textRow } from "../../src/rows/TextRow.ts"
import type { AccessKnown } from "../../src/rules/access/AccessKnown.ts"
import { accessRules } from "../../src/rules/accessRules.ts"
import { checkRow } from "../../src/rules/checkRow.ts"

const columns = columnsOf("database-users").map(({ name }) => name)
const department = (departmentId: string, name: string, closed = false) =>
  [departmentId, { departmentId, name, parentId: null, closed }] as const
const group = (groupName: string) => [groupName, { groupName, description: "", permissions: [] }] as const
const user = (id: string, status: "active" | "inactive" | "deleted") =>
  [`${id}@x.org`, someUser({ id, email: `${id}@x.org`, username: id, status })] as const

const known: AccessKnown = {
  columns: columnsOf("database-users"),
  invalidRows: "refuse",
  mode: "create",
  users: new Map([
    user("ann", "active"),
    user("ina", "inactive"),
    user("del", "deleted"),
    user("has", "active"),
  ]),
  departments: new Map([
    department("00101", "Finance"),
    department("00102", "Human Resources"),
    department("00110", "Schools"),
  ]),
  groups: new Map([group("Reader"), group("Editor"), group("EDITOR")]),
  accesses: new Map([
    [
      "has",
      {
        userId: "has",
        email: "has@x.org",
        firstName: "Has",
        lastName: "It",
        status: "active",
        departmentId: "00101",
        groupName: "Reader",
        extra: noExtra,
        version: 1,
      },
    ],
  ]),
  mayGrant: ({ permissions }) => permissions.length === 0,
  rowsByEmail: new Map(),
}

const check = (email: string, departmentId = "00101", groupName = "Reader", facts = known) =>
  checkRow(accessRules, textRow(2, columns, [email, departmentId, groupName]), facts, [])

describe("an access row", () => {
  it("grants no group that its importer may not", () => {
    const groups = new Map([["Chief", { groupName: "Chief", description: "", permissions: ["all"] }]])
    expect(check("ann@x.org", "00101", "Chief", { ...known, groups })).toMatchObject({
      status: "invalid",
      issues: [{ code: "group.not_grantable", column: "groupName", value: "Chief" }],
    })
  })

  it("with a user, a department and a group that are there is valid", () => {
    expect(check("Ann@X.org")).toEqual({ row: 2, status: "valid", issues: [] })
  })

  it.each([
    ["nobody@x.org", "user.not_in_platform"],
    ["ina@x.org", "user.inactive"],
    ["del@x.org", "user.deleted"],
  ])("of %s is refused as %s", (email, code) => {
    expect(check(email)).toMatchObject({
      status: "invalid",
      issues: [{ code, column: "email", severity: "error" }],
    })
  })

  it.each([
    ["101", ["00101"]],
    ["0010l", ["00101", "00102"]],
    ["finance", ["00101"]],
    ["human resource", ["00102"]],
    ["nothing like it", ["00101", "00102", "00110"]],
  ])("with the department %s is refused and offered what is near", (departmentId, near) => {
    const [issue] = check("ann@x.org", departmentId).issues
    expect(issue).toMatchObject({ code: "department.unknown", column: "departmentId", value: departmentId })
    expect(new Set(issue?.details.candidates as Array<string>)).toEqual(new Set(near))
  })

  it("is refused in a department that is closed, which is offered to nobody, except to who is there", () => {
    const departments = new Map([
      department("00101", "Finance", true),
      department("00102", "Human Resources"),
    ])
    const facts = { ...known, departments }
    expect(check("ann@x.org", "00101", "Reader", facts).issues).toMatchObject([
      { code: "department.closed", column: "departmentId", value: "00101", details: { name: "Finance" } },
    ])
    expect(check("has@x.org", "00101", "Reader", facts).status).toBe("valid")
    expect(check("ann@x.org", "101", "Reader", facts).issues[0]?.details.candidates).toEqual(["00102"])
  })

  it("is offered nothing where nothing is near among many", () => {
    const many = new Map(
      Array.from({ length: 9 }, (_, at) => department(`D${at}${at}${at}`, `Department ${at}`)),
    )
    expect(
      check("ann@x.org", "zzz", "Reader", { ...known, departments: many }).issues[0]?.details.candidates,
    ).toEqual([])
  })

  it("takes a group sign by sign, and offers the one meant", () => {
    expect(check("ann@x.org", "00101", "reader").issues).toMatchObject([
      { code: "group.unknown", details: { candidates: ["Reader"] } },
    ])
    expect(check("ann@x.org", "00101", " Reader\u00a0").status).toBe("valid")
  })

  it("with a group that several are named like is ambiguous", () => {
    expect(check("ann@x.org", "00101", "editor").issues).toMatchObject([
      { code: "group.ambiguous", details: { candidates: ["Editor", "EDITOR"] } },
    ])
  })

  it("of somebody who has the same access is valid and says so", () => {
    expect(check("has@x.org")).toMatchObject({
      status: "valid",
      issues: [{ code: "access.already_granted", severity: "info" }],
    })
  })

  it("of somebody with other access there is a conflict, which refuses nothing", () => {
    expect(check("has@x.org", "00102")).toMatchObject({
      status: "conflict",
      issues: [{ code: "access.differs", severity: "conflict" }],
    })
  })

  it("of a person twice in the file is refused in both rows", () => {
    const twice = { ...known, rowsByEmail: new Map([["ann@x.org", [2, 7]]]) }
    expect(check("ann@x.org", "00101", "Reader", twice).issues).toMatchObject([
      { code: "access.duplicate_in_file", details: { rows: [7] } },
    ])
  })
})
