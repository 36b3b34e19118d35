import type { ImportKind, ImportOptions } from "@muster/domain/model/Import"
import { draftCheck } from "@muster/domain/drafts/draftCheck"
import type { Act } from "../../src/grid/Act.ts"
import type { SeenRows } from "../../src/grid/createSeenRows.ts"
import { GridRow } from "../../src/grid/GridRow.ts"
import type { Slices } from "../../src/grid/Slices.ts"
import { TableCheck } from "../../src/grid/TableCheck.ts"
import { Table } from "../../src/grid/Table.ts"

export const columns = ["email", "firstName", "lastName"]

export const tableOf = (...rows: ReadonlyArray<ReadonlyArray<string>>) =>
  new Table(
    columns,
    rows.map((cells, at) => new GridRow(at + 2, cells)),
  )

export const cellsOf = (table: Table) => table.rows.map(({ cells }) => cells.join(","))

/** All rows looked at, with so many spare ones below. */
export const all = (table: Table, spare = 0): SeenRows => ({
  rows: table.rows,
  spare: Array.from({ length: spare }, () => table.newRow()),
})

export const checkOf = (
  table: Table,
  kind: ImportKind = "platform-users",
  options: Partial<ImportOptions> = {},
) =>
  new TableCheck(kind, table, draftCheck(kind, { mode: "create", invalidRows: "refuse", ...options }, null))

/** Does work that can be interrupted without any interruption. */
export const whole = <A>(work: Slices<A>): A => {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}

/** Does an act to its end; answers the rows that it touched. */
export const done = (table: Table, act: Act | null): ReadonlyArray<GridRow> => whole(table.do(act!))

export const never = () => false

export const codesIn = (table: Table) =>
  table.rows.map(({ issues }) => issues.map(({ code }) => code).join(" "))
