import type { GridRow } from "./GridRow.ts"

const many = 1000

/** Rows that are to be looked at: those that came with few others before those that came with many. */
export class WaitingRows {
  #few: Array<GridRow> = []
  #many: Array<{ readonly rows: ReadonlyArray<GridRow>; at: number }> = []
  #size = 0

  /** How many wait, each counted once. */
  get size(): number {
    return this.#size
  }

  add(rows: ReadonlyArray<GridRow>): void {
    for (const row of rows) {
      if (!row.waits) this.#size++
      row.waits = true
    }
    if (rows.length < many) this.#few.push(...rows)
    else this.#many.push({ rows, at: 0 })
  }

  /** The next row, which then waits no more; undefined for none. */
  take(): GridRow | undefined {
    for (let row = this.#next(); row !== undefined; row = this.#next()) {
      if (!row.waits) continue
      row.waits = false
      this.#size--
      return row
    }
    return undefined
  }

  #next(): GridRow | undefined {
    const few = this.#few.pop()
    if (few !== undefined) return few
    const first = this.#many[0]
    const row = first?.rows[first.at++]
    if (first !== undefined && first.at >= first.rows.length) this.#many.shift()
    return row
  }
}
