import type { Act } from "./Act.ts"
import { GridRow, type Cells } from "./GridRow.ts"
import { putIn, takeOut } from "./moveRows.ts"
import { RowCounts } from "./RowCounts.ts"
import { forEach, partOf, type Slices } from "./Slices.ts"

const actsKept = 500

/**
 * A table that is being written, with what was done to it. An act costs what it touches, not what there is; one
 * that puts rows in or takes them out moves the rows behind, but copies no cell. Acts answer the rows that they
 * touched, some perhaps twice; each row says whether it is in the table. One that was begun is to be done to its end.
 */
export class Table {
  readonly columns: ReadonlyArray<string>
  readonly rows: Array<GridRow>
  /** The cells of a row in which nothing is written. */
  readonly blank: Cells
  readonly #counts = new RowCounts()
  #done: Array<Act> = []
  #undone: Array<Act> = []
  #nextId: number

  constructor(columns: ReadonlyArray<string>, rows: ReadonlyArray<GridRow>) {
    this.columns = columns
    this.rows = [...rows]
    this.blank = Array(columns.length).fill("")
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

  /** A row that is not in the table yet. */
  newRow(cells = this.blank): GridRow {
    return new GridRow(this.#nextId++, cells)
  }

  /** Does something that can be taken back. */
  *do(act: Act): Slices<ReadonlyArray<GridRow>> {
    this.#done.push(act)
    if (this.#done.length > actsKept) this.#done.shift()
    this.#undone = []
    return yield* this.#apply(act, false)
  }

  /** Takes back what was done last; null when there is nothing. */
  *undo(): Slices<ReadonlyArray<GridRow> | null> {
    const act = this.#done.pop()
    if (act === undefined) return null
    this.#undone.push(act)
    return yield* this.#apply(act, true)
  }

  /** Does again what was taken back last; null when there is nothing. */
  *redo(): Slices<ReadonlyArray<GridRow> | null> {
    const act = this.#undone.pop()
    if (act === undefined) return null
    this.#done.push(act)
    return yield* this.#apply(act, false)
  }

  *#apply(act: Act, back: boolean): Slices<ReadonlyArray<GridRow>> {
    switch (act.kind) {
      case "write":
        yield* forEach(act.writes, ({ row, before, after }) => {
          row.cells = back ? before : after
          this.#note(row, row.isIn)
        })
        return act.writes.map(({ row }) => row)
      case "insert":
      case "remove": {
        const comes = (act.kind === "insert") !== back
        yield* forEach(act.rows, (row) => this.#note(row, comes))
        if (comes) putIn(this.rows, act.positions, act.rows)
        else takeOut(this.rows, act.positions)
        return act.rows
      }
      case "several": {
        const acts = back ? act.acts.toReversed() : act.acts
        const touched: Array<ReadonlyArray<GridRow>> = []
        for (const [at, one] of acts.entries())
          touched.push(yield* partOf(at / acts.length, (at + 1) / acts.length, this.#apply(one, back)))
        return touched.flat()
      }
    }
  }

  #note(row: GridRow, isIn: boolean): void {
    row.isIn = isIn
    this.#counts.note(row)
  }
}
