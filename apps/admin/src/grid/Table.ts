import type { Act } from "./Act.ts"
import { GridRow, type Cells } from "./GridRow.ts"
import { putIn, takeOut } from "./moveRows.ts"
import { RowCounts } from "./RowCounts.ts"

const actsKept = 500

/**
 * A table that is being written, with what was done to it. An act costs what it touches, not what there is; one
 * that puts rows in or takes them out moves the rows behind, but copies no cell. Acts answer the rows that they
 * touched, some perhaps twice; each row says whether it is in the table.
 */
export class Table {
  readonly columns: ReadonlyArray<string>
  readonly rows: Array<GridRow>
  readonly #counts = new RowCounts()
  readonly #blank: Cells
  #done: Array<Act> = []
  #undone: Array<Act> = []
  #nextId: number

  constructor(columns: ReadonlyArray<string>, rows: ReadonlyArray<GridRow>) {
    this.columns = columns
    this.rows = [...rows]
    this.#blank = Array(columns.length).fill("")
    this.#nextId = rows.reduce((most, { id }) => Math.max(most, id), 1) + 1
    for (const row of rows) this.#note(row, true)
  }

  /** How many rows are written in. */
  get written(): number {
    return this.#counts.written
  }
  /** How many rows that were loaded have other cells by now, or are no longer there. */
  get changed(): number {
    return this.#counts.changed
  }
  get mayUndo(): boolean {
    return this.#done.length > 0
  }
  get mayRedo(): boolean {
    return this.#undone.length > 0
  }

  /** A blank row that is not in the table yet. */
  blankRow(): GridRow {
    return new GridRow(this.#nextId++, this.#blank)
  }

  /** Does something that can be taken back. */
  do(act: Act): ReadonlyArray<GridRow> {
    this.#done.push(act)
    if (this.#done.length > actsKept) this.#done.shift()
    this.#undone = []
    return this.#apply(act, false)
  }

  /** Takes back what was done last; null when there is nothing. */
  undo(): ReadonlyArray<GridRow> | null {
    const act = this.#done.pop()
    if (act === undefined) return null
    this.#undone.push(act)
    return this.#apply(act, true)
  }

  /** Does again what was taken back last; null when there is nothing. */
  redo(): ReadonlyArray<GridRow> | null {
    const act = this.#undone.pop()
    if (act === undefined) return null
    this.#done.push(act)
    return this.#apply(act, false)
  }

  #apply(act: Act, back: boolean): ReadonlyArray<GridRow> {
    switch (act.kind) {
      case "write":
        return act.writes.map(({ row, before, after }) => {
          row.cells = back ? before : after
          return this.#note(row, row.isIn)
        })
      case "insert":
      case "remove": {
        const comes = (act.kind === "insert") !== back
        if (comes) putIn(this.rows, act.positions, act.rows)
        else takeOut(this.rows, act.positions)
        for (const row of act.rows) this.#note(row, comes)
        return act.rows
      }
      case "several":
        return (back ? act.acts.toReversed() : act.acts).flatMap((one) => this.#apply(one, back))
    }
  }

  #note(row: GridRow, isIn: boolean): GridRow {
    row.isIn = isIn
    this.#counts.note(row)
    return row
  }
}
