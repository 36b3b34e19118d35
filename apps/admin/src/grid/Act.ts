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

/** What takes an act back. */
export const inverse = (act: Act): Act => {
  switch (act.kind) {
    case "write":
      return {
        kind: "write",
        writes: act.writes.map(({ row, before, after }) => ({ row, before: after, after: before })),
      }
    case "insert":
      return { ...act, kind: "remove" }
    case "remove":
      return { ...act, kind: "insert" }
    case "several":
      return { kind: "several", acts: act.acts.map(inverse).reverse() }
  }
}

/** How many rows an act touches, each counted as often as it does. */
export const rowsTouched = (act: Act): number =>
  act.kind === "write"
    ? act.writes.length
    : act.kind === "several"
      ? act.acts.reduce((sum, one) => sum + rowsTouched(one), 0)
      : act.rows.length
