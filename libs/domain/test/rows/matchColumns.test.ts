import { describe, expect, it } from "vitest"
import type { ImportKind } from "../../src/model/Import.ts"
import type { ColumnMeaning } from "../../src/rows/ColumnMatch.ts"
import { isSure, matchColumns } from "../../src/rows/matchColumns.ts"

const known = { departmentIds: new Set(["00101", "00102"]), groupNames: new Set(["Reader", "Editor"]) }

const matched = (
  kind: ImportKind,
  columns: Readonly<Record<string, ReadonlyArray<string>>>,
  remembered: ReadonlyArray<ColumnMeaning | null> | null = null,
) => {
  const header = Object.keys(columns)
  const longest = Math.max(...Object.values(columns).map((cells) => cells.length))
  const rows = Array.from({ length: longest }, (_, at) => header.map((text) => columns[text]?.[at] ?? ""))
  return matchColumns({ kind, header, rows, known, remembered })
}
const told = (...of: Parameters<typeof matched>) => matched(...of).map(({ meaning, by }) => [meaning, by])

const people = { email: ["a@x.org", "b@x.org"], firstName: ["Ann", "Bo"], lastName: ["Lee", "Ek"] }

describe("the columns of a file", () => {
  it("are sure where each header is a published spelling", () => {
    const columns = matched("platform-users", { "E-post": [], Förnamn: [], Efternamn: [] })
    expect(columns.map(({ by }) => by)).toEqual(["name", "name", "name"])
    expect(isSure("platform-users", "create", columns)).toBe(true)
  })

  it("are sure with one that is like nothing, but not without one that is required", () => {
    expect(isSure("platform-users", "create", matched("platform-users", { ...people, Town: ["Oslo"] }))).toBe(
      true,
    )
    const { lastName: _, ...rest } = people
    expect(isSure("platform-users", "create", matched("platform-users", rest))).toBe(false)
    expect(isSure("platform-users", "update", matched("platform-users", rest))).toBe(true)
  })

  it("are guessed by near spelling, and by words of a header", () => {
    expect(
      told("platform-users", { "Work e-mail": [], Fornanm: [], Efternam: [], "Telefon (arbete)": [] }),
    ).toEqual([
      ["email", "spelling"],
      ["firstName", "spelling"],
      ["lastName", "spelling"],
      ["phone", "spelling"],
    ])
  })

  it("are guessed in no time, whatever their cells hold", () => {
    const long = `Anna ${"a".repeat(30_000)}1`
    expect(matched("platform-users", { Spalte1: [long] })[0]?.meaning).toBe(null)
  })

  it("are guessed by their cells where the header says nothing", () => {
    const columns = matched("platform-users", {
      Spalte1: ["Ann Lee", "Bo Ek"],
      Spalte2: ["ann@x.org", "bo@x.org", ""],
      Spalte3: ["+46 70 123", "not a number", "070-1 23 45"],
    })
    expect(columns.map(({ meaning }) => meaning)).toEqual(["fullName", "email", null])
    expect(columns[1]).toEqual({
      position: 1,
      header: "Spalte2",
      samples: ["ann@x.org", "bo@x.org"],
      meaning: "email",
      by: "content",
    })
    expect(isSure("platform-users", "create", columns)).toBe(false)
  })

  it("of step 2 are guessed by what the database has", () => {
    expect(
      told("database-users", { A: ["x@y.org"], B: ["00101", "00102"], C: ["Reader"], D: ["Writer"] }),
    ).toEqual([
      ["email", "content"],
      ["departmentId", "content"],
      ["groupName", "content"],
      [null, null],
    ])
  })

  it("give no meaning to two of them by a guess, and no full name beside a first name", () => {
    expect(
      told("platform-users", { ...people, "Manager's e-mail": ["c@x.org"], Name: ["Ann Lee"] }).slice(3),
    ).toEqual([
      [null, null],
      [null, null],
    ])
  })

  it("are what was chosen before for the same header, whatever their names say", () => {
    const columns = matched("platform-users", { ...people, Namn: ["Ann Lee"] }, [
      "email",
      null,
      null,
      "fullName",
    ])
    expect(columns.map(({ meaning, by }) => [meaning, by])).toEqual([
      ["email", "name"],
      [null, null],
      [null, null],
      ["fullName", "memory"],
    ])
    expect(isSure("platform-users", "create", columns)).toBe(true)
  })

  it("that Muster adds to its reports, and blank ones, are none", () => {
    expect(
      matched("platform-users", { _row: [], ...people, "": [] }).map(({ position }) => position),
    ).toEqual([1, 2, 3])
  })
})
