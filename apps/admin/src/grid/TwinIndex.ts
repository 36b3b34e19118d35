import type { GridRow } from "./GridRow.ts"

/** Which rows have a key, kept as rows come, go and change; a row that stands alone takes no set. */
export class TwinIndex {
  readonly #rows = new Map<string, GridRow | Set<GridRow>>()

  /** Adds a row; answers the one that until now stood alone with the key, if one did. */
  add(key: string, row: GridRow): GridRow | null {
    const there = this.#rows.get(key)
    if (there === undefined) this.#rows.set(key, row)
    else if (there instanceof Set) there.add(row)
    else if (there !== row) {
      this.#rows.set(key, new Set([there, row]))
      return there
    }
    return null
  }

  /** Takes a row away; answers the one that now stands alone with the key, if one does. */
  remove(key: string, row: GridRow): GridRow | null {
    const there = this.#rows.get(key)
    if (there === row) this.#rows.delete(key)
    if (!(there instanceof Set)) return null
    there.delete(row)
    const [left] = there
    if (there.size !== 1 || left === undefined) return null
    this.#rows.set(key, left)
    return left
  }

  /** All rows with the key; none where at most one has it. */
  twins(key: string | null): ReadonlySet<GridRow> {
    const there = key === null ? undefined : this.#rows.get(key)
    return there instanceof Set ? there : none
  }
}

const none: ReadonlySet<GridRow> = new Set()
