import { csvLine } from "@muster/sheet/csvLine"
import { isBlankRow, type GridRow } from "./GridRow.ts"

/**
 * A table as the CSV file that the server takes: the rows in which something is written, and the columns that are
 * `needed` or have something in them, by their names.
 */
export const fileOfTable = (
  columns: ReadonlyArray<string>,
  rows: ReadonlyArray<GridRow>,
  needed: (column: string) => boolean,
): Blob => {
  const written = rows.filter((row) => !isBlankRow(row))
  const sent = columns.flatMap((column, at) =>
    needed(column) || written.some(({ cells }) => cells[at]?.trim()) ? [at] : [],
  )
  const line = (cells: ReadonlyArray<string>) =>
    csvLine(
      sent.map((at) => cells[at] ?? ""),
      ",",
    )
  return new Blob(["\uFEFF", line(columns), ...written.map(({ cells }) => line(cells))], { type: "text/csv" })
}
