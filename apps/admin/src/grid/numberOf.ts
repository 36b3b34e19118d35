import type { GridRow } from "./GridRow.ts"

/** The number that a row is shown with: the one that the server knows it by, else as a spreadsheet has it below a header. */
export const numberOf = (row: GridRow, position: number): number =>
  row.loaded === null ? position + 2 : row.id
