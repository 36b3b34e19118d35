import { describe, expect, it, test } from "vitest"
import type { SheetIssue } from "../src/SheetIssue.ts"
import { cellsOf, readText, type ReadOptions } from "./read.ts"

const tell = ({ code, row, details }: SheetIssue) =>
  [code, row, ...Object.values(details)].filter((part) => part !== null).join(" ")

const read = async (text: string, options: ReadOptions = {}) => {
  const outcome = await readText(text, options)
  return {
    header: outcome.header,
    rows: outcome.rows.map(({ row, cells }) => [row, ...cells].join("/")),
    told: [...outcome.refusal, ...outcome.warnings, ...outcome.rows.flatMap(({ issues }) => issues)].map(
      tell,
    ),
    dialect: outcome.dialect,
  }
}

const clean = "email,name,phone\na@x.se,Anna,1\nb@x.se,Bo,2\n"
const rows = ["2/a@x.se/Anna/1", "3/b@x.se/Bo/2"]
const moved = (by: number) => rows.map((row) => row.replace(/^\d+/, (number) => String(Number(number) + by)))
const quoted = (quote: string) => clean.replace(/[^,\n]+/g, (cell) => quote + cell + quote)

describe("a polluted file is read, and told", () => {
  test.each<[what: string, text: string, rows: ReadonlyArray<string>, told: ReadonlyArray<string>]>([
    ["a title above the header", `Our people\n${clean}`, moved(1), ["csv.preamble 1 1 1"]],
    [
      "several lines above it, with delimiters and quotes",
      `"Our people, all",,\nMade: 2026-11-26,by me\n\n\n${clean}`,
      moved(4),
      ["csv.preamble 1 1 2"],
    ],
    ["blank lines above it alone", `\n,,\n${clean}`, moved(2), []],
    ["a sum at the end", `${clean}Total,,2\n`, rows, ["csv.footer 4 4 4"]],
    ["a sum of one cell", `${clean}Summa: 2\n`, rows, ["csv.footer 4 4 4"]],
    [
      "a footer below a blank line",
      `${clean}\nMade by HR on 2026-11-26\n\n---\nEnd of report\n`,
      rows,
      ["csv.footer 5 5 8"],
    ],
    [
      "words below a blank line that rows follow",
      `${clean}\nThe new ones\nc@x.se,Cy,3\n`,
      [...rows, "5/The new ones//", "6/c@x.se/Cy/3"],
      ["row.missing_cells 5 3 1"],
    ],
    [
      "an address without the rest at the end",
      `${clean}\nc@x.se\n`,
      [...rows, "5/c@x.se//"],
      ["row.missing_cells 5 3 1"],
    ],
    ["a name alone right at the end", `${clean}Anna\n`, [...rows, "4/Anna//"], ["row.missing_cells 4 3 1"]],
    [
      "a row with all its delimiters below a blank line",
      `${clean}\nFirst group,,\n`,
      [...rows, "5/First group//"],
      [],
    ],
    [
      "the header once more",
      `${clean}email,name,phone\nc@x.se,Cy,3\nemail, name ,phone\n`,
      [...rows, "5/c@x.se/Cy/3"],
      ["csv.header_repeated 4 4,6 2"],
    ],
    [
      "another table below a blank line and a title",
      `${clean}\nDepartments we have\nname,phone,email\n1,2,3\n`,
      rows,
      ["csv.footer 5 5 5", "csv.other_table 6"],
    ],
    ["another table of other width right below", `${clean}email,name\nx,y\n`, rows, ["csv.other_table 4"]],
    [
      "another table above that has fewer known columns",
      `email,name,x\n1,2,3\n\n${clean}`,
      moved(3),
      ["csv.preamble 1 1 2", "csv.other_table 1"],
    ],
    [
      "a header that is split over two lines",
      clean.replace("email,name,phone", "em,na,ph\nail,me,one"),
      moved(1),
      [],
    ],
    ["a row of groups above the header", `Person,,Contact\n${clean}`, moved(1), ["csv.preamble 1 1 1"]],
    ["blanks around quotes", clean.replaceAll(/[^,\n]+/g, ' "$&"  '), rows, []],
    [
      "single quotes",
      quoted("'").replace("'Anna'", "'Ann, a'"),
      rows.map((row) => row.replace("Anna", "Ann, a")),
      [],
    ],
    ["single quotes around all cells", quoted("'"), rows, []],
    [
      "quotes of books",
      quoted("”").replace("”Anna”", "”Ann, a”"),
      rows.map((row) => row.replace("Anna", "Ann, a")),
      [],
    ],
    [
      "quotes after a backslash",
      clean.replace("Anna", '"Ann \\"a\\", b"'),
      rows.map((row) => row.replace("Anna", 'Ann "a", b')),
      [],
    ],
    [
      "a backslash at the end of a cell in quotes",
      clean.replace("Anna", '"C:\\"'),
      rows.map((row) => row.replace("Anna", "C:\\")),
      [],
    ],
    ["bars", clean.replaceAll(",", "|"), rows, []],
    [
      "an apostrophe before some names",
      clean.replace("Anna", "'t Hooft").replace("Bo", "'Bo'"),
      rows.map((row) => row.replace("Anna", "'t Hooft").replace("Bo", "'Bo'")),
      [],
    ],
    [
      "one delimiter too many, and one too few",
      "email,name,phone\na@x.se,Anna,,1\nb@x.se,Bo\nc@x.se,Cy,3\n",
      ["2/a@x.se/Anna/", "3/b@x.se/Bo/", "4/c@x.se/Cy/3"],
      ["row.extra_cells 2 3 4", "row.missing_cells 3 3 2"],
    ],
  ])("%s", async (_, text, expected, told) => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const outcome = await read(
        text.replaceAll("\n", end),
        end === "\r" ? { known: joinedToo } : { known: joinedToo },
      )
      expect(outcome.rows).toEqual(expected)
      expect(outcome.told).toEqual(told)
    }
  })
})

const joinedToo = ["email", "name", "phone", "em ail", "na me", "ph one"]

describe("what tells the dialect", () => {
  test.each([
    ["sep=;\nemail;name\na;b\n", { delimiter: "sepLine" }],
    ["email,name\na,b\n", { delimiter: "only", quote: "only", header: "first" }],
    ["email;name\na,b;c\n", { delimiter: "columns" }],
    ["Title\n\nemail;name\na;b\n", { delimiter: "columns", header: "columns" }],
    ["email\na|b\n", { delimiter: "rows" }],
    ["'email','name'\n'a','b'\n", { quote: "cells" }],
    ["'email',name\n'a,b',c\n", { quote: "rows" }],
  ])("%j", async (text, reasons) => {
    const { dialect } = await read(text, { known: ["email", "name", "'email'", "'name'"] })
    expect(dialect!.reasons).toMatchObject(reasons)
  })

  it("is unsure where two delimiters give as many columns and rows as sound", async () => {
    const { told, dialect } = await read("email,name;phone\na,b;c\n", { known: ["email", "phone"] })
    expect(dialect!.delimiter).toBe(",")
    expect(told).toEqual(["csv.delimiter_unsure 1 , ;"])
  })
})

describe("what was chosen stands", () => {
  it("for the delimiter, also against a `sep=` line", async () => {
    const { header, rows } = await read("sep=,\nemail,name;phone\na,b;c\n", { dialect: { delimiter: ";" } })
    expect([header, rows]).toEqual([["email,name", "phone"], ["2/a,b/c"]])
  })

  it("for the header, of which then no column need be known", async () => {
    const outcome = await read(`Title\n${clean}`, { dialect: { headerRow: 1 } })
    expect(outcome.header).toEqual(["Title"])
    expect(outcome.dialect).toMatchObject({ headerRow: 1, reasons: { header: "chosen" } })
    const below = await read(`Title\n${clean}`, { dialect: { headerRow: 3 } })
    expect([below.header, below.rows]).toEqual([["a@x.se", "Anna", "1"], ["4/b@x.se/Bo/2"]])
  })

  it("for quotes and backslashes", async () => {
    const text = `email,name\n"a",'b'\n"c\\"",d\n`
    const none = await readText(text, { dialect: { quote: "none" } })
    expect(cellsOf(none)).toEqual([
      ['"a"', "'b'"],
      ['"c\\""', "d"],
    ])
    const single = await readText(text, { dialect: { quote: "single", backslash: false } })
    expect(cellsOf(single)[0]).toEqual(['"a"', "b"])
    const escaped = await readText(text, { dialect: { backslash: true } })
    expect(escaped.dialect).toMatchObject({ quote: "double", backslash: true })
  })
})

it("takes no signs in rows for quotes that would spoil the header", async () => {
  const { header } = await read(`email,,,"'\t"\r\n,',,"'\r"\r\n`)
  expect(header).toEqual(["email"])
})

it("finds a header below many lines", async () => {
  const { header, told } = await read(`${"A line of words, and more\n".repeat(30)}${clean}`)
  expect(header).toEqual(["email", "name", "phone"])
  expect(told).toEqual(["csv.preamble 1 1 30"])
})
