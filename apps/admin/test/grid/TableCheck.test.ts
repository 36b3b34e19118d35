import { expect, it } from "vitest"
import type { Issue } from "@muster/domain/model/Issue"
import { draftCheck } from "@muster/domain/drafts/draftCheck"
import { GridRow } from "../../src/grid/GridRow.ts"
import { Table } from "../../src/grid/Table.ts"
import { removeRows } from "../../src/grid/removeRows.ts"
import { writeArea } from "../../src/grid/writeCells.ts"
import { all, checkOf, codesIn, columns, done, never, tableOf, whole } from "./someTable.ts"

const at = (row: number, column: number) => ({ top: row, left: column, bottom: row, right: column })

it("the domain's rules find what is wrong, and blank rows are none", () => {
  const table = tableOf(["no-address", "Ann", ""], ["", "", " "], ["a@x.example", "Ann", "Ek"])
  const check = checkOf(table)
  check.work(never)
  expect(codesIn(table)).toEqual(["cell.required email.invalid", "", ""])
  expect(check.kinds.wrong).toBe(1)
  expect(check.kinds.all().map(({ code, rows }) => [code, rows])).toEqual([
    ["cell.required", 1],
    ["email.invalid", 1],
  ])
})

it("twins are told as they come, go and change, with the numbers they have by then", () => {
  const table = tableOf(["a@x.example", "A", "A"], ["A@X.example", "B", "B"], ["c@x.example", "C", "C"])
  const check = checkOf(table)
  check.work(never)
  const twin = "email.duplicate_in_file"
  expect(codesIn(table)).toEqual([twin, twin, ""])

  check.touch(done(table, whole(writeArea(table, all(table), at(2, 0), () => "a@x.example"))))
  check.work(never)
  expect(codesIn(table)).toEqual([twin, twin, twin])
  const [first, , last] = table.rows as [GridRow, GridRow, GridRow]
  expect(check.withTwins(first, first.issues[0] as Issue).details).toEqual({ rows: [3, 4], more: 0 })

  check.touch(done(table, removeRows(table, [table.rows[1] as GridRow])))
  check.work(never)
  expect(codesIn(table)).toEqual([twin, twin])
  expect(check.withTwins(first, first.issues[0] as Issue).details).toEqual({ rows: [3], more: 0 })

  check.touch(done(table, whole(writeArea(table, all(table), at(0, 0), () => "z@x.example"))))
  check.work(never)
  expect(codesIn(table)).toEqual(["", ""])
  check.touch(whole(table.undo())!)
  check.touch(whole(table.undo())!)
  check.work(never)
  expect(codesIn(table)).toEqual([twin, twin, twin])
  expect(check.withTwins(last, last.issues[0] as Issue).details).toEqual({ rows: [2, 3], more: 0 })
  expect(check.kinds.wrong).toBe(3)
})

it("what the server found stays until its cell is another, and what is found here is found anew", () => {
  const told = (code: Issue["code"], column: string | null): Issue => ({
    code,
    severity: "conflict",
    row: 7,
    column,
    value: null,
    details: {},
  })
  const cells = ["a@x.example", "Ann", ""]
  const issues = [
    told("email.taken", "email"),
    told("cell.required", "lastName"),
    told("row.missing_cells", null),
  ]
  const row = new GridRow(7, cells, { cells, issues })
  const table = new Table(columns, [row])
  const check = checkOf(table)
  check.work(never)
  expect(codesIn(table)).toEqual(["email.taken row.missing_cells"])
  check.touch(done(table, whole(writeArea(table, all(table), at(0, 2), () => "Ek"))))
  check.work(never)
  expect(codesIn(table)).toEqual(["email.taken"])
  check.touch(done(table, whole(writeArea(table, all(table), at(0, 0), () => "b@x.example"))))
  check.work(never)
  expect(codesIn(table)).toEqual([""])
})

it("the work stops when it is told to, and goes on where it was", () => {
  const table = tableOf(...Array.from({ length: 100 }, (_, at) => [`${at}`, "A", "B"]))
  const check = checkOf(table)
  check.work(() => true)
  expect(check.waiting).toBeGreaterThan(50)
  while (check.waiting > 0) check.work(() => true)
  expect(check.kinds.wrong).toBe(100)
})

it("many rows alike cost no more each than few", () => {
  const table = new Table(
    columns,
    Array.from({ length: 20_000 }, (_, at) => new GridRow(at + 2, ["same@x.example", "A", "B"])),
  )
  const check = checkOf(table)
  const begun = performance.now()
  check.work(never)
  expect(check.kinds.wrong).toBe(20_000)
  expect(performance.now() - begun).toBeLessThan(5_000)
})

it("departments and permission groups are told as unknown once it is known which there are", () => {
  const table = new Table(
    ["email", "departmentId", "groupName"],
    [new GridRow(2, ["a@x.example", "101", "Reader"])],
  )
  const check = checkOf(table, "database-users")
  check.work(never)
  expect(codesIn(table)).toEqual([""])
  const group = { id: "1", groupName: "Reader", description: "", permissions: [], version: 1 }
  const places = { departments: new Map(), groups: new Map([["Reader", group]]) }
  check.checkBy(draftCheck("database-users", { mode: "create", invalidRows: "refuse" }, places))
  check.work(never)
  expect(codesIn(table)).toEqual(["department.unknown"])
})
