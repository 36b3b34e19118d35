import { describe, expect, it } from "vitest"
import { offeredRepair } from "../../src/model/Issue.ts"
import type { ImportKind } from "../../src/model/Import.ts"
import { offerRepairs } from "../../src/repairs/offerRepairs.ts"
import { columnsOf } from "../../src/rows/columnsOf.ts"
import { textRow, type CellTexts } from "../../src/rows/TextRow.ts"
import type { NamedThing } from "../../src/repairs/Repair.ts"

const departments = new Map<string, NamedThing>([
  ["00101", { name: "Finance", isOpen: true }],
  ["00102", { name: "Schools", isOpen: true }],
  ["0102", { name: "Roads", isOpen: true }],
  ["0007", { name: "Closed", isOpen: false }],
  ["000", { name: "All", isOpen: true }],
  ["2-3", { name: "Two three", isOpen: true }],
  ["4-5", { name: "Four five", isOpen: true }],
  ["5-4", { name: "Five four", isOpen: true }],
  ["9-1-2020", { name: "Nine", isOpen: true }],
  ["3-25", { name: "Month", isOpen: true }],
  ["MAR7", { name: "Gene", isOpen: true }],
  ["ABC", { name: "Letters", isOpen: true }],
])
const groups = new Map<string, NamedThing>([["Region Nord", { name: "Region Nord", isOpen: true }]])
const none = new Map<string, NamedThing>()

/** What is offered for the cells of a sound row, by column. */
const offered = (kind: ImportKind, cells: CellTexts) => {
  const columns = columnsOf(kind)
  const names = columns.map(({ name }) => name).filter((name) => Object.hasOwn(cells, name))
  const row = textRow(
    2,
    names,
    names.map((name) => cells[name] ?? ""),
  )
  const facts = {
    columns,
    isSomebodys: (email: string) => email === "real@gmial.com",
    thingsOf: (column: string) =>
      column === "departmentId" || column === "parentId"
        ? departments
        : column === "groupName"
          ? groups
          : none,
  }
  const { issues } = offerRepairs({ row: 2, status: "valid", issues: [] }, row, facts)
  return issues.map((issue) => [issue.column, offeredRepair(issue)?.kind, offeredRepair(issue)?.to])
}
const inName = (text: string) => offered("platform-users", { firstName: text })[0]?.slice(1)
const inEmail = (text: string) => offered("platform-users", { email: text })[0]?.slice(1)
const inDepartment = (text: string) => offered("database-users", { departmentId: text })[0]?.slice(1)

describe("letters misread", () => {
  const misread = (text: string, as: string): string =>
    new TextDecoder(as).decode(new TextEncoder().encode(text))
  const names = [
    "Åsa Öberg",
    "Björn",
    "Søren Ærø",
    "Þór Guðmundsdóttir",
    "Núñez",
    "José María",
    "François Lefèvre",
    "Łukasz Żółć",
    "Dvořák",
    "Çağlar Şahin",
    "Ștefan Țuțuianu",
    "Nguyễn Thị Hồng",
    "Иван Петров",
    "Γιώργος",
    "Muñoz–Grüß",
    "D’Été",
    "À la Père",
    "MUÑOZ PÉREZ ÅÄÖ",
    "山田太郎",
  ]
  it.each(names)("of %s are read back from Windows-1252", (name) =>
    expect(inName(misread(name, "windows-1252"))).toEqual(["misreadLetters", name]),
  )
  it.each(names)("of %s are read back when that happened twice", (name) =>
    expect(inName(misread(misread(name, "windows-1252"), "windows-1252"))).toEqual(["misreadLetters", name]),
  )
  it.each(["Åsa Öberg", "Björn", "Søren Ærø", "Núñez", "Dvořák"])(
    "of %s are read back from the code page of a Mac",
    (name) => expect(inName(misread(name, "macintosh"))).toEqual(["misreadLetters", name]),
  )
  it.each([
    ["Bj├╢rn", "Björn"],
    ["├àsa", "Åsa"],
  ])("by a command line, %s, are read back", (text, name) =>
    expect(inName(text)).toEqual(["misreadLetters", name]),
  )
})

describe("a soft hyphen", () => {
  it("after a letter that begins misread ones is one that nobody sees", () =>
    expect(inName("Å\u00adsa")).toEqual(["hiddenCharacters", "Åsa"]))

  it("can be of a misread letter", () =>
    expect(inName("Mar\u00c3\u00ada")).toEqual(["misreadLetters", "María"]))
})

describe("no damage is seen in", () => {
  it("a cell that is too long, which is not searched", () =>
    expect(inName(`Ek${" ".repeat(30_000)}1, Bo\u200b`)).toBeUndefined())

  it.each([
    ..."O'Brien|O’Brien|Núñez|Þór|Søren|Ana-María|Ã|Â|Å|Ð|João|JOÃO|SÃO|São Tomé|IRMÃ|Mãe d’Água|L’École|D’ÉSIR".split(
      "|",
    ),
    ..."Ægir|Åke|ÅÄÖ|ÄÖ|Çelik|ÇÖL|İbrahim|Işık|Šimić|ŠIMIĆ|Žižek|Łódź|Nguyễn|Đặng|Ștefan|Źdźbło|ÑÚÑEZ|RENÉ’S|Weiß’".split(
      "|",
    ),
    ..."Иван|ИВАНОВ|Γιώργος|王|山田　太郎|محمد|דוד|ทักษิณ|नरेन्द्र|می‌خواهم|ᱚᱞ|👩‍🚀|Jean-Luc|van der Berg|'t Hooft|d'Arc|-|X Æ A-12".split(
      "|",
    ),
    ..."Mary Ann|Ek|Anna «Nina» Öst|K–Ö|A–Ö|Ö–Å|Søn … Ø|50 €|½ Ö|§ 4|α-group|µ|Ω|№ 5|ﬁn|ŒUVRE|Ÿ".split("|"),
  ])("the name %s", (name) =>
    expect(offered("platform-users", { firstName: name, lastName: name })).toEqual([]),
  )

  it.each(
    "anna@gmail.com|anna@googlemail.com|anna@ymail.com|anna@mail.com|anna@email.com|anna@gmx.com|anna@hotmail.co.uk|anna@hotmail.se|anna@live.se|anna@msn.com|anna@yahoo.co.jp|anna@outlook.com|anna@me.com|anna@grail.com|anna@gmail.se|anna@fmail.com|anna@company.example|anna@xn--bcher-kva.example|anna@bücher.example|anna@почта.рф|anna@malmö.se|real@gmial.com|anna@hot-mail.example|anna|@gmial.com|anna@mail.gmial.com|anna@yahoo.com.br|anna@telia.com|anna@tele2.se|anna@x.co|anna@αβγ.ελ".split(
      "|",
    ),
  )("the address %s", (email) => expect(offered("platform-users", { email })).toEqual([]))

  it.each(
    "00101|101x|102|7|8|0102|1-2|4-5|2/3|99-mars|mars|2-xyz|05-apr|2020-01-09x|1234|ABC|Alpha-2|12-maj".split(
      "|",
    ),
  )("the department id %s", (departmentId) => expect(offered("database-users", { departmentId })).toEqual([]))
})

describe("what nobody sees", () => {
  it.each([
    ["an\u200bna@x.org", "anna@x.org"],
    ["\u2060anna@x.org\ufeff.\u00adse", "anna@x.org.se"],
    ["anna@x.org\u00a0\u202f", undefined],
    ["anna\u00a0@x.org", "anna@x.org"],
  ])("leaves the address %j", (email, to) => expect(inEmail(email)?.[1]).toBe(to))

  it.each([
    ["Anna\u00a0Maria", "Anna Maria"],
    ["Anna \u00a0 Maria", "Anna Maria"],
    ["Anna\r\nMaria", "Anna Maria"],
    ["An\u00adna", "Anna"],
    ["\u202eAnna", "Anna"],
  ])("leaves the name %j", (name, to) => expect(inName(name)).toEqual(["hiddenCharacters", to]))

  it("leaves a group's name, which is then there", () =>
    expect(offered("database-users", { groupName: "Region\u00a0Nord" })).toEqual([
      ["groupName", "hiddenCharacters", "Region Nord"],
    ]))
})

describe("letters that look alike", () => {
  it.each([
    ["аnna@x.org", "anna@x.org"],
    ["anna@exаmple.org", "anna@example.org"],
    ["anna@аре.com", "anna@ape.com"],
    ["anna@example.cоm", "anna@example.com"],
    ["αnnα@x.org", "anna@x.org"],
  ])("in the address %s are Latin", (email, to) => expect(inEmail(email)).toEqual(["lookAlikeLetters", to]))

  it.each([
    ["Аnna", "Anna"],
    ["Pеter Оlsson", "Peter Olsson"],
    ["Ивaнов", "Иванов"],
    ["Пaпaгeно", "Папагено"],
    ["Νikos", "Nikos"],
  ])("in the name %s are of one alphabet", (name, to) =>
    expect(inName(name)).toEqual(["lookAlikeLetters", to]),
  )

  it("in an id are those of the department there is", () =>
    expect(inDepartment("АВС")).toEqual(["lookAlikeLetters", "ABC"]))
})

describe("a misspelt mail domain", () => {
  it.each([
    ["a@gmial.com", "a@gmail.com"],
    ["a@GMAL.com", "a@gmail.com"],
    ["a@gnail.com", "a@gmail.com"],
    ["a@gmaill.com", "a@gmail.com"],
    ["a@gmail.con", "a@gmail.com"],
    ["a@gamil.com", "a@gmail.com"],
    ["a@hotmal.se", "a@hotmail.se"],
    ["a@hotmial.com", "a@hotmail.com"],
    ["a@outlok.com", "a@outlook.com"],
    ["a@yaho.com", "a@yahoo.com"],
    ["a@iclod.com", "a@icloud.com"],
    ["a@comehm.se", "a@comhem.se"],
    ["a@company.con", "a@company.com"],
  ])("%s is %s", (email, to) => expect(inEmail(email)).toEqual(["misspeltDomain", to]))
})

describe("a whole name", () => {
  const cells = (firstName: string, lastName: string) => offered("platform-users", { firstName, lastName })
  const both = (first: string, last: string) => [
    ["firstName", "surnameFirst", first],
    ["lastName", "surnameFirst", last],
  ]
  it("in one cell is split over both", () => {
    expect(cells("Ek, Bo", "")).toEqual(both("Bo", "Ek"))
    expect(cells("", "van der Berg ,Ann Sofie")).toEqual(both("Ann Sofie", "van der Berg"))
    expect(cells("Ek, Bo", "Ek, Bo")).toEqual(both("Bo", "Ek"))
  })
  it("beside its own part leaves the rest", () => {
    expect(cells("Bo", "Ek, Bo")).toEqual([["lastName", "surnameFirst", "Ek"]])
    expect(cells("Ek, Bo", "EK")).toEqual([["firstName", "surnameFirst", "Bo"]])
  })
  it.each([
    ["Anna", "Ek, Bo"],
    ["Martin", "King, Jr."],
    ["Ann", "Lee, PhD"],
    ["", "Acme, Inc, Ltd"],
    ["", "Ek,"],
    ["", ", Bo"],
    ["", "Floor 2, B"],
  ])("is not seen in %j %j", (first, last) => expect(cells(first, last)).toEqual([]))
  it("is left where the file has no column for the other part", () =>
    expect(offered("platform-users", { firstName: "Ek, Bo" })).toEqual([]))
})

describe("an id that a spreadsheet changed", () => {
  it.each([
    ["101", "00101", "lostZeros"],
    ["0", "000", "lostZeros"],
    ["2-mars", "2-3", "madeDate"],
    ["02-mar", "2-3", "madeDate"],
    ["Mar-02", "2-3", "madeDate"],
    ["2-Mar", "2-3", "madeDate"],
    ["3-Feb", "2-3", "madeDate"],
    ["02.Mrz", "2-3", "madeDate"],
    ["2026-03-02", "2-3", "madeDate"],
    ["2026-03-02 00:00:00", "2-3", "madeDate"],
    ["02/03/2026", "2-3", "madeDate"],
    ["2.3.2026", "2-3", "madeDate"],
    ["2020-01-09", "9-1-2020", "madeDate"],
    ["mar-25", "3-25", "madeDate"],
    ["2025-03-01", "3-25", "madeDate"],
    ["07-mars", "MAR7", "madeDate"],
  ])("to %s can only be %s", (text, to, kind) => expect(inDepartment(text)).toEqual([kind, to]))

  it("is found in the place that a department stands below, and in its own id", () =>
    expect(offered("departments", { departmentId: "101", name: "Finance", parentId: "2-mar" })).toEqual([
      ["departmentId", "lostZeros", "00101"],
      ["parentId", "madeDate", "2-3"],
    ]))
})
