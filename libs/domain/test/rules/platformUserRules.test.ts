import { describe, expect, it } from "vitest"
import { columnsOf } from "../../src/rows/columnsOf.ts"
import { textRow } from "../../src/rows/TextRow.ts"
import { checkRow } from "../../src/rules/checkRow.ts"
import type { PlatformKnown } from "../../src/rules/platform-user/PlatformKnown.ts"
import { someUser } from "../someUser.ts"
import { platformUserRules } from "../../src/rules/platformUserRules.ts"

const columns = columnsOf("platform-users").map(({ name }) => name)
const nobody: PlatformKnown = {
  columns: columnsOf("platform-users"),
  invalidRows: "refuse",
  mode: "create",
  mayAdd: true,
  mayChange: () => true,
  byEmail: new Map(),
  byUsername: new Map(),
  rowsByEmail: new Map(),
  rowsByUsername: new Map(),
}
const good = { email: "ann@x.org", firstName: "Ann", lastName: "Lee" }
type Cells = Partial<Record<(typeof columns)[number], string>>

const check = (cells: Cells, known: PlatformKnown = nobody, row = 2) =>
  checkRow(
    platformUserRules,
    textRow(
      row,
      columns,
      columns.map((name) => cells[name] ?? ""),
    ),
    known,
    [],
  )
const found = (cells: Cells, known?: PlatformKnown) =>
  check({ ...good, ...cells }, known).issues.map(({ code, column, severity }) => [code, column, severity])

const ann = someUser({ email: "ann@x.org", username: "annie" })

describe("a platform user's row", () => {
  it("of an importer who may not add people is refused", () =>
    expect(check(good, { ...nobody, mayAdd: false })).toMatchObject({
      status: "invalid",
      issues: [{ code: "import.not_permitted", column: null }],
    }))

  it("without fault is valid", () => expect(check(good)).toEqual({ row: 2, status: "valid", issues: [] }))

  it.each<[string, Cells, string, string]>([
    ["lacks an e-mail", { email: "  " }, "cell.required", "email"],
    ["lacks a first name", { firstName: "" }, "cell.required", "firstName"],
    ["lacks a last name", { lastName: "\u00a0" }, "cell.required", "lastName"],
    ["has a name of 101 characters", { firstName: "a".repeat(101) }, "cell.too_long", "firstName"],
    ["has a username of 151 characters", { username: "a".repeat(151) }, "cell.too_long", "username"],
    ["has a NUL in a name", { lastName: "a\0b" }, "cell.control_character", "lastName"],
    ["has a line break in a name", { lastName: "a\nb" }, "cell.control_character", "lastName"],
    [
      "has a bidirectional override in a name",
      { lastName: "a\u202eb" },
      "cell.control_character",
      "lastName",
    ],
    ["has a joiner in a username", { username: "a\u200db" }, "cell.control_character", "username"],
    ["has a zero-width space in the e-mail", { email: "ann\u200b@x.org" }, "cell.control_character", "email"],
    ["has half a character in a name", { firstName: "a\ud800" }, "cell.invalid_unicode", "firstName"],
    ["has a character lost before", { firstName: "Bj\ufffdrn" }, "cell.invalid_unicode", "firstName"],
    ["has an e-mail without domain", { email: "ann@" }, "email.invalid", "email"],
    ["has an e-mail with ö", { email: "björn@x.org" }, "email.non_ascii_local", "email"],
    ["has a username with two spaces", { username: "a  b" }, "username.invalid", "username"],
    ["has a phone whose digits are lost", { phone: "4,67E+10" }, "cell.digits_lost", "phone"],
    ["has an id whose digits are lost", { externalId: "7.01e+011" }, "cell.digits_lost", "externalId"],
    ["has a language nobody speaks", { languageCode: "swedish!" }, "language_code.invalid", "languageCode"],
  ])("that %s is invalid", (_, cells, code, column) => {
    expect(found(cells)).toEqual([[code, column, "error"]])
    expect(check({ ...good, ...cells }).status).toBe("invalid")
  })

  it.each(["=cmd|' /C calc'!A0", "O'Brien", "Ø", "名前", "👩‍🚀", "-", "Nguyễn", "d’Arc", "'t Hooft"])(
    "keeps the name %s as text",
    (name) => expect(found({ firstName: name, lastName: name })).toEqual([]),
  )

  it.each<[string, Cells]>([
    ["an id that is no number", { externalId: "7E+1a" }],
    ["a name", { firstName: "1E+11" }],
  ])("is not said to have lost digits in %s", (_, cells) => expect(found(cells)).toEqual([]))

  it.each(["anna@exаmple.org", "anna@аре.com", "anna@пpимер.рф"])(
    "is warned of a domain of several alphabets: %s",
    (email) => expect(found({ email })).toEqual([["email.suspicious_domain", "email", "warning"]]),
  )

  it.each(["anna@bücher.example", "anna@пример.рф", "anna@παράδειγμα.ελ"])(
    "is not warned of a domain of one alphabet: %s",
    (email) => expect(found({ email })).toEqual([]),
  )

  it("shows every fault at once, one a cell", () => {
    expect(
      check({ email: "no", firstName: "", lastName: "x".repeat(200), username: "a\tb" }).issues.map(
        ({ code }) => code,
      ),
    ).toEqual(["cell.required", "cell.control_character", "cell.too_long", "email.invalid"])
  })

  it("whose e-mail somebody has is a conflict that names them", () => {
    const known = { ...nobody, byEmail: new Map([["ann@x.org", ann]]) }
    expect(found({ email: "ANN@X.ORG" }, known)).toEqual([["email.taken", "email", "conflict"]])
    expect(check({ ...good, email: "ANN@X.ORG" }, known)).toMatchObject({
      status: "conflict",
      issues: [{ value: "ANN@X.ORG", details: { username: "annie" } }],
    })
  })

  it("whose username somebody has is a conflict, also when it comes from the e-mail", () => {
    const known = {
      ...nobody,
      byUsername: new Map([
        ["annie", ann],
        ["ann@x.org", { ...ann, id: "2" }],
      ]),
    }
    expect(found({ username: "Annie" }, known)).toEqual([["username.taken", "username", "conflict"]])
    expect(found({}, known)).toEqual([["username.taken", "username", "conflict"]])
  })

  it("of somebody deleted is a conflict of its own", () => {
    const known = { ...nobody, byEmail: new Map([["ann@x.org", { ...ann, status: "deleted" as const }]]) }
    expect(found({}, known)).toEqual([["user.deleted", "email", "conflict"]])
  })

  it("repeated in the file is told in every occurrence, with the others", () => {
    const known = { ...nobody, rowsByEmail: new Map([["ann@x.org", [2, 5, 9]]]) }
    expect(check(good, known).issues).toMatchObject([
      { code: "email.duplicate_in_file", severity: "error", details: { rows: [5, 9] } },
    ])
  })

  it("repeated in the file stands in its first occurrence where invalid rows are left out", () => {
    const known = { ...nobody, invalidRows: "skip" as const, rowsByEmail: new Map([["ann@x.org", [2, 5]]]) }
    expect(check(good, known, 2).status).toBe("valid")
    expect(check(good, known, 5).status).toBe("invalid")
  })

  it("of the example is left out", () => {
    expect(check({ ...good, email: "Anna.Example@example.invalid" })).toMatchObject({
      status: "skipped",
      issues: [{ code: "row.example", severity: "info" }],
    })
  })

  it("with an odd phone number is warned about, not refused", () => {
    expect(found({ phone: "ask Ann", mobilePhone: "+46 (0)70-123 45 67" })).toEqual([
      ["phone.invalid", "phone", "warning"],
    ])
    expect(check({ ...good, phone: "ask Ann" }).status).toBe("valid")
  })

  it("with a language written sv_SE is offered sv-SE", () => {
    expect(check({ ...good, languageCode: "sv_SE" }).issues).toMatchObject([
      { details: { candidates: ["sv-SE"] } },
    ])
  })
})
