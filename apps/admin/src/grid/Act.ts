import type { Cells, GridRow } from "./GridRow.ts"

/** Other cells in a row. */
export interface Write {
  readonly row: GridRow
  readonly before: Cells
  readonly after: Cells
}

/**
 * Something done to a table, in such a form that it can be taken back: cells written, rows put in or taken out.
 * `positions` are in order, and say where the rows stand when they are in the table.
 */
export type Act =
  | { readonly kind: "write"; readonly writes: ReadonlyArray<Write> }
  | {
      readonly kind: "insert" | "remove"
      readonly positions: ReadonlyArray<number>
      readonly rows: ReadonlyArray<GridRow>
    }
  | { readonly kind: "several"; readonly acts: ReadonlyArray<Act> }
