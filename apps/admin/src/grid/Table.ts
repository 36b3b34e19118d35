import { inverse, type Act } from "./Act.ts"
import { GridRow } from "./GridRow.ts"

/** What an act came to: rows with other cells or new in the table, and rows no longer in it. */
export interface Touched {
  readonly present: ReadonlyArray<GridRow>
  readonly gone: ReadonlyArray<GridRow>
}

const actsKept = 500

/**
 * A table that is being written, with what was done to it. An act costs what it touches, not what there is; one
 * that puts rows in or takes them out moves the rows behind, but copies no cell.
 */
export class Table {
  readonly columns: ReadonlyArray<string>
  readonly rows: Array<GridRow>
  #done: Array<Act> = []
  #undone: Array<Act> = []
  #nextId: number

  constructor(columns: ReadonlyArray<string>, rows: ReadonlyArray<GridRow>) {
    this.columns = columns
    this.rows = [...rows]
    this.#nextId = rows.reduce((most, { id }) => Math.max(most, id), 1) + 1
  }

  get mayUndo(): boolean {
    return this.#done.length > 0
  }
  get mayRedo(): boolean {
    return this.#undone.length > 0
  }

  /** A blank row that is not in the table yet. */
  blankRow(): GridRow {
    return new GridRow(this.#nextId++, Array(this.columns.length).fill(""))
  }

  /** Does something that can be taken back. */
  do(act: Act): Touched {
    this.#done.push(act)
    if (this.#done.length > actsKept) this.#done.shift()
    this.#undone = []
    return this.#apply(act)
  }

  /** Takes back what was done last; null when there is nothing. */
  undo(): Touched | null {
    const act = this.#done.pop()
    if (act === undefined) return null
    this.#undone.push(act)
    return this.#apply(inverse(act))
  }

  /** Does again what was taken back last; null when there is nothing. */
  redo(): Touched | null {
    const act = this.#undone.pop()
    if (act === undefined) return null
    this.#done.push(act)
    return this.#apply(act)
  }

  #apply(act: Act): Touched {
    const present = new Set<GridRow>()
    const gone = new Set<GridRow>()
    const apply = (one: Act): void => {
      switch (one.kind) {
        case "write":
          for (const { row, after } of one.writes) {
            row.cells = after
            present.add(row)
          }
          break
        case "insert":
          putIn(this.rows, one.positions, one.rows)
          for (const row of one.rows) {
            gone.delete(row)
            present.add(row)
          }
          break
        case "remove":
          takeOut(this.rows, one.positions)
          for (const row of one.rows) {
            present.delete(row)
            gone.add(row)
          }
          break
        case "several":
          one.acts.forEach(apply)
      }
    }
    apply(act)
    return { present: [...present], gone: [...gone] }
  }
}

const putIn = (
  rows: Array<GridRow>,
  positions: ReadonlyArray<number>,
  some: ReadonlyArray<GridRow>,
): void => {
  if (some.length === 1) return void rows.splice(positions[0] ?? 0, 0, ...some)
  let from = rows.length - 1
  rows.length += some.length
  let next = some.length - 1
  for (let at = rows.length - 1; next >= 0; at--) {
    if (at === positions[next]) rows[at] = some[next--] as GridRow
    else rows[at] = rows[from--] as GridRow
  }
}

const takeOut = (rows: Array<GridRow>, positions: ReadonlyArray<number>): void => {
  if (positions.length === 1) return void rows.splice(positions[0] ?? 0, 1)
  let next = 0
  let to = positions[0] ?? rows.length
  for (let at = to; at < rows.length; at++) {
    if (at === positions[next]) next++
    else rows[to++] = rows[at] as GridRow
  }
  rows.length = to
}
