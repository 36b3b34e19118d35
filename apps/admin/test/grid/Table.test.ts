import { expect, it } from "vitest"
import { GridRow } from "../../src/grid/GridRow.ts"
import { Table } from "../../src/grid/Table.ts"
import { removeRows } from "../../src/grid/removeRows.ts"
import { clearArea, fillDown, pasteBlock, writeArea } from "../../src/grid/writeCells.ts"
import { all, cellsOf, done, tableOf, whole } from "./someTable.ts"

const one = ["a@x.example", "Ann", "Ek"]
const two = ["b@x.example", "Bo", "Al"]
const area = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right })

it("what was done is taken back and done again, and something new ends that", () => {
  const table = tableOf(one, two)
  done(table, whole(writeArea(table, all(table), area(0, 1), () => "Anna")))
  done(table, whole(clearArea(table, all(table), area(0, 2, 1, 2))))
  expect(cellsOf(table)).toEqual(["a@x.example,Anna,", "b@x.example,Bo,"])
  whole(table.undo())
  expect(cellsOf(table)).toEqual(["a@x.example,Anna,Ek", "b@x.example,Bo,Al"])
  whole(table.redo())
  whole(table.undo())
  whole(table.undo())
  expect(cellsOf(table)).toEqual([one.join(","), two.join(",")])
  expect(whole(table.undo())).toBeNull()
  whole(table.redo())
  done(table, whole(writeArea(table, all(table), area(1, 1), () => "Bob")))
  expect(whole(table.redo())).toBeNull()
  expect(cellsOf(table)).toEqual(["a@x.example,Anna,Ek", "b@x.example,Bob,Al"])
})

it("writing what stands there already is no act", () => {
  const table = tableOf(one)
  expect(whole(writeArea(table, all(table), area(0, 1), () => "Ann"))).toBeNull()
})

it("a block goes where it is put, into rows that are added as far as they are needed", () => {
  const table = tableOf(one, two)
  done(
    table,
    whole(
      pasteBlock(table, all(table, 1), area(1, 1), [
        ["Cy", "Os", "beyond"],
        [undefined, "Ad"],
        [""],
        ["Di"],
        [""],
      ]),
    ),
  )
  expect(cellsOf(table)).toEqual([one.join(","), "b@x.example,Cy,Os", ",,Ad", ",,", ",Di,"])
  whole(table.undo())
  expect(cellsOf(table)).toEqual([one.join(","), two.join(",")])
})

it("a single cell fills the block that is chosen", () => {
  const table = tableOf(one, two)
  done(table, whole(pasteBlock(table, all(table), area(0, 1, 1, 2), [["Same"]])))
  expect(cellsOf(table)).toEqual(["a@x.example,Same,Same", "b@x.example,Same,Same"])
})

it("filling down takes the first row of a block, or what stands above a single cell", () => {
  const table = tableOf(one, two, ["c@x.example", "", ""])
  done(table, whole(fillDown(table, all(table), area(0, 2, 2, 2))))
  expect(cellsOf(table)).toEqual([one.join(","), "b@x.example,Bo,Ek", "c@x.example,,Ek"])
  done(table, whole(fillDown(table, all(table), area(2, 1))))
  expect(cellsOf(table)[2]).toBe("c@x.example,Bo,Ek")
  expect(whole(fillDown(table, all(table), area(0, 1)))).toBeNull()
})

it("rows taken out come back where they were, however many and wherever", () => {
  const table = tableOf(...Array.from({ length: 9 }, (_, at) => [`${at}`, "", ""]))
  const before = cellsOf(table)
  const some = [0, 1, 4, 7, 8].map((at) => table.rows[at] as GridRow)
  done(table, removeRows(table, some))
  expect(cellsOf(table)).toEqual(["2,,", "3,,", "5,,", "6,,"])
  done(table, removeRows(table, [table.rows[1] as GridRow]))
  expect(cellsOf(table)).toEqual(["2,,", "5,,", "6,,"])
  whole(table.undo())
  whole(table.undo())
  expect(cellsOf(table)).toEqual(before)
})

it("a cell of 100,000 rows is written without any other row being touched", () => {
  const rows = Array.from({ length: 100_000 }, (_, at) => new GridRow(at, [`${at}@x.example`, "A", "B"]))
  const table = new Table(["email", "firstName", "lastName"], rows)
  const was = rows.map(({ cells }) => cells)
  const touched = done(table, whole(writeArea(table, all(table), area(50_000, 1), () => "Z")))
  expect(touched).toEqual([rows[50_000]])
  expect(table.rows.filter((row, at) => row.cells !== was[at])).toEqual([rows[50_000]])
})
