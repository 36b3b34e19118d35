import { expect, it } from "vitest"
import { actOfDraft } from "../../src/drafts/actOfDraft.ts"
import { rowsOfDraft } from "../../src/drafts/rowsOfDraft.ts"
import type { Draft, DraftRow } from "../../src/drafts/draftStore.ts"
import { GridRow } from "../../src/grid/GridRow.ts"
import { rowChanges } from "../../src/grid/rowChanges.ts"
import { Table } from "../../src/grid/Table.ts"
import { cellsOf, columns, done, whole } from "./someTable.ts"

const draftOf = (rows: ReadonlyArray<DraftRow>, gone: ReadonlyArray<number> = []): Draft => ({
  head: { id: "", userId: "", at: 0, mode: "create", rows: rows.length, order: null, columns, gone },
  rows,
})
const loaded = (id: number, ...cells: ReadonlyArray<string>) => new GridRow(id, cells, { cells, issues: [] })

it("what was changed in an import comes upon its rows as they are by now, and goes again", () => {
  const rows = [
    loaded(2, "new@x.example", "Ann", "Ek"),
    loaded(3, "b@x.example", "Bo", "Al"),
    loaded(5, "c@x.example", "Cy", "Os"),
  ]
  const table = new Table(columns, rows)
  const draft = draftOf(
    [
      [2, ["old@x.example", "Anna", "Ek"], ["old@x.example", "Ann", "Ek"]],
      [4, ["gone@x.example", "", ""], ["", "", ""]],
    ],
    [5, 6],
  )
  done(table, whole(actOfDraft(draft, table)))
  expect(cellsOf(table)).toEqual(["new@x.example,Anna,Ek", "b@x.example,Bo,Al"])
  expect(whole(rowChanges(columns, rows))).toEqual([
    { row: 2, cells: { firstName: "Anna" } },
    { row: 5, status: "skipped" },
  ])
  whole(table.undo())
  expect(whole(rowChanges(columns, rows))).toEqual([])
})

it("a draft of which nothing is left to do is no act", () => {
  const table = new Table(columns, [loaded(2, "a@x.example", "Ann", "Ek")])
  const draft = draftOf([[2, ["a@x.example", "Ann", "Ek"], ["a@x.example", "An", "Ek"]]])
  expect(whole(actOfDraft(draft, table))).toBeNull()
})

it("a table begun is read into the columns that there are now", () => {
  const draft = draftOf([[7, ["a@x.example", "Ann", "Ek"], null]])
  const [row] = rowsOfDraft(draft, ["lastName", "phone", "email"])
  expect([row?.id, row?.cells]).toEqual([7, ["Ek", "", "a@x.example"]])
})
