import { noKeys, type GridRow, type RowKeys } from "./GridRow.ts"
import { TwinIndex } from "./TwinIndex.ts"

/** Which rows of a table say the same e-mail, username, or department or group, kept as rows come, go and change. */
export class RowTwins {
  readonly #by: Readonly<Record<keyof RowKeys, TwinIndex>> = {
    email: new TwinIndex(),
    username: new TwinIndex(),
    thing: new TwinIndex(),
  }

  /** Takes note of a row's keys; answers the rows that became a twin by that, or ceased to be one. */
  note(row: GridRow, keys: RowKeys): ReadonlyArray<GridRow> {
    const others: Array<GridRow> = []
    for (const by of ["email", "username", "thing"] as const) {
      const [was, is] = [row.keys[by], keys[by]]
      if (was === is) continue
      const left = was === null ? null : this.#by[by].remove(was, row)
      const joined = is === null ? null : this.#by[by].add(is, row)
      if (left !== null) others.push(left)
      if (joined !== null) others.push(joined)
    }
    row.keys = keys
    return others
  }

  /** Takes note of a row that is no more, or has nothing by which it could have twins. */
  forget(row: GridRow): ReadonlyArray<GridRow> {
    return this.note(row, noKeys)
  }

  /** All rows that say the same as a row, itself among them; none where it stands alone. */
  of(by: keyof RowKeys, row: GridRow): ReadonlySet<GridRow> {
    return this.#by[by].twins(row.keys[by])
  }

  /** The twin of a row by which the rules tell it: the first of them that the file has. */
  first(by: keyof RowKeys, row: GridRow): number | null {
    let first: number | null = null
    for (const { id } of this.of(by, row)) {
      if (id !== row.id && (first === null || id < first)) first = id
      if (first !== null && first < row.id) return first
    }
    return first
  }
}
