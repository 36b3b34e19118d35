import { expect, it } from "vitest"
import { cellsOfText } from "../../src/grid/cellsOfText.ts"
import { fileOfTable } from "../../src/grid/fileOfTable.ts"
import { nextIssue } from "../../src/grid/nextIssue.ts"
import { countFound, findNext, replaceText } from "../../src/grid/replaceText.ts"
import { takeBlock } from "../../src/grid/takeBlock.ts"
import { textOfCells } from "../../src/grid/textOfCells.ts"
import { cellsOf, checkOf, columns, done, never, tableOf, whole } from "./someTable.ts"

it("the clipboard's text is read as spreadsheets write it", () => {
  expect(whole(cellsOfText("a\tb\r\nc\td\r\n"))).toEqual([
    ["a", "b"],
    ["c", "d"],
  ])
  expect(whole(cellsOfText('"two\nlines"\t"say ""hi"""\n"as it\tstands" here\t\n'))).toEqual([
    ["two\nlines", 'say "hi"'],
    ['"as it', 'stands" here', ""],
  ])
  expect(whole(cellsOfText("email;name\na@x.example;Ann"))).toEqual([
    ["email", "name"],
    ["a@x.example", "Ann"],
  ])
  expect(whole(cellsOfText("Ek, Ann\nBo"))).toEqual([["Ek, Ann"], ["Bo"]])
  expect(whole(cellsOfText("alone"))).toEqual([["alone"]])
  expect(whole(cellsOfText(""))).toEqual([])
})

it("cells come back from the clipboard as they went there", () => {
  const cells = [
    ["a\tb", 'say "hi"', "c\r\nd", ""],
    ["", '"', " e ", "'f"],
  ]
  expect(whole(cellsOfText(textOfCells(cells)))).toEqual(cells)
})

const nowhere = { departmentIds: new Set<string>(), groupNames: new Set<string>() }

it("a table with a header is put into the columns it names, full names in two", () => {
  const taken = whole(
    takeBlock(
      "platform-users",
      columns,
      [
        ["Persnr", "Namn", "E-post"],
        ["1", "Ek, Ann", "a@x.example"],
      ],
      nowhere,
    ),
  )
  expect(taken?.cells).toEqual([["a@x.example", "Ann", "Ek"]])
  expect(taken?.matches.filter(({ meaning }) => meaning === null).map(({ header }) => header)).toEqual([
    "Persnr",
  ])
})

it("a table with a header that nobody knows is known by the addresses below it; one without has none", () => {
  const rows = [
    ["Ann", "a@x.example"],
    ["Bo", "b@x.example"],
  ]
  const taken = whole(takeBlock("platform-users", columns, [["Who", "Where to"], ...rows], nowhere))
  expect(taken?.cells[1]).toEqual(["b@x.example", undefined, undefined])
  expect(whole(takeBlock("platform-users", columns, rows, nowhere))).toBeNull()
})

it("of a pasted table only columns that the grid lacks are told as not used", () => {
  const block = [
    ["Skostorlek", "E-post", "Telefon", "Hatt"],
    ["38", "a@x.example", "+46", "stor"],
  ]
  const taken = whole(takeBlock("platform-users", ["email", "skostorlek"], block, nowhere))
  expect(taken?.cells).toEqual([["a@x.example", "38"]])
  expect(taken?.matches.map(({ header, meaning }) => [header, meaning])).toEqual([
    ["E-post", "email"],
    ["Telefon", null],
    ["Hatt", null],
  ])
})

it("a search finds, counts and replaces, in one column or all, in whole cells or parts", () => {
  const table = tableOf(["a@old.example", "Old", "a.b"], ["b@OLD.example", "old", "axb"])
  const search = { text: "old", whole: false, matchCase: false, column: null }
  expect(whole(countFound(table.rows, search))).toBe(4)
  expect(whole(countFound(table.rows, { ...search, whole: true }))).toBe(2)
  expect(whole(countFound(table.rows, { ...search, text: "a.b" }))).toBe(1)
  expect(whole(findNext(table.rows, 3, search, { row: 0, column: 1 }, 1))).toEqual({ row: 1, column: 0 })
  expect(whole(findNext(table.rows, 3, search, { row: 0, column: 0 }, -1))).toEqual({ row: 1, column: 1 })
  expect(whole(findNext(table.rows, 3, { ...search, text: "none" }, { row: 0, column: 0 }, 1))).toBeNull()
  done(table, whole(replaceText(table, table.rows, { ...search, column: 0 }, "$&new")))
  expect(cellsOf(table)).toEqual(["a@$&new.example,Old,a.b", "b@$&new.example,old,axb"])
  whole(table.undo())
  done(table, whole(replaceText(table, table.rows, { ...search, matchCase: true, whole: true }, "")))
  expect(cellsOf(table)).toEqual(["a@old.example,Old,a.b", "b@OLD.example,,axb"])
})

it("the next issue is found onwards and back, round the end", () => {
  const table = tableOf(["bad", "Ann", ""], ["a@x.example", "Ann", "Ek"], ["b@x.example", "", "Ek"])
  checkOf(table).work(never)
  const go = (row: number, column: number, step: 1 | -1) =>
    nextIssue(table.rows, columns, ["error"], { row, column }, step)
  expect(go(0, 0, 1)).toEqual({ row: 0, column: 2 })
  expect(go(0, 2, 1)).toEqual({ row: 2, column: 1 })
  expect(go(2, 1, 1)).toEqual({ row: 0, column: 0 })
  expect(go(0, 0, -1)).toEqual({ row: 2, column: 1 })
  expect(nextIssue(table.rows, columns, ["conflict"], { row: 0, column: 0 }, 1)).toBeNull()
})

it("the file that is sent has the rows and columns in which something is written, and guards formulas", async () => {
  const table = tableOf(["a@x.example", "=1+1", ""], ["", " ", ""], ["b@x.example", 'B "b", c', ""])
  const file = whole(
    fileOfTable(
      columns,
      table.rows.map(({ cells }) => cells),
      (column) => column === "email",
    ),
  )
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await file.arrayBuffer())
  expect(text).toBe('\uFEFFemail,firstName\r\na@x.example,\'=1+1\r\nb@x.example,"B ""b"", c"\r\n')
})
