import { describe, expect, it } from "vitest"
import { recogniseHeader } from "../../src/rows/recogniseHeader.ts"
import { checkHeader } from "../../src/rules/checkHeader.ts"

const columns = (...texts: ReadonlyArray<string>) =>
  recogniseHeader("platform-users", texts).kept.map(({ column }) => column)
const issues = (...texts: ReadonlyArray<string>) =>
  checkHeader(recogniseHeader("platform-users", texts), "create")
const codes = (...texts: ReadonlyArray<string>) => issues(...texts).map(({ code }) => code)

describe("a header", () => {
  it("is matched without regard to case, spaces, underscores, hyphens and accents", () => {
    expect(columns("E-Mail", "FIRST_NAME", " last name", "user-name")).toEqual([
      "email",
      "firstName",
      "lastName",
      "username",
    ])
  })

  it("is matched in Swedish and with its key in brackets", () => {
    expect(columns("E-postadress", "Förnamn", "efternamn", "Vad som helst (mobilePhone)")).toEqual([
      "email",
      "firstName",
      "lastName",
      "mobilePhone",
    ])
  })

  it("leaves out columns that start with an underscore, and blank ones, with their cells", () => {
    const { kept } = recogniseHeader("platform-users", ["_row", "email", "", "lastName", "_code"])
    expect(kept.map(({ position }) => position)).toEqual([1, 3])
  })

  it("lacking required columns names them", () => {
    expect(issues("email", "town")).toMatchObject([
      { code: "header.missing", severity: "error", row: 1, details: { columns: ["firstName", "lastName"] } },
      { code: "header.unknown", severity: "warning", column: "town" },
    ])
  })

  it("of the other step's file is told as that", () => {
    expect(codes("email", "departmentId", "groupName")).toContain("file.wrong_template")
    expect(
      checkHeader(recogniseHeader("database-users", ["email", "firstName", "lastName"]), "create").map(
        ({ code }) => code,
      ),
    ).toContain("file.wrong_template")
  })

  it("with two columns that mean the same is refused", () => {
    expect(codes("email", "E-post", "firstName", "lastName")).toEqual(["header.duplicate"])
    expect(codes("email", "firstName", "lastName", "Town", "town")).toContain("header.duplicate")
  })

  it.each([
    "password",
    "Role",
    "platform_role",
    "isAdmin",
    "id",
    "status",
    "permissions",
    "lösenord",
    "database",
  ])("with the privileged column %s is refused", (text) => {
    expect(issues("email", "firstName", "lastName", text)).toMatchObject([
      { code: "header.forbidden", severity: "error", column: text },
    ])
  })

  it.each(["__proto__x", "constructor", "toString"])("takes %s for an unknown column", (text) => {
    expect(columns(text)).toEqual(text.startsWith("_") ? [] : [null])
  })
})
