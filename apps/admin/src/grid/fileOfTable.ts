import { csvLine } from "@muster/sheet/csvLine"
import { isBlankRow, type Cells } from "./GridRow.ts"
import { forEach, partOf, type Slices } from "./Slices.ts"

/**
 * A table as the CSV file that the server takes: the rows in which something is written, and the columns that are
 * `needed` or have something in them, by their names.
 */
export function* fileOfTable(
  columns: ReadonlyArray<string>,
  rows: ReadonlyArray<Cells>,
  needed: (column: string) => boolean,
): Slices<Blob> {
  const used = columns.map(needed)
  const written: Array<Cells> = []
  yield* partOf(
    0,
    0.3,
    forEach(rows, (cells) => {
      if (isBlankRow({ cells })) return
      written.push(cells)
      cells.forEach((cell, column) => (used[column] ||= cell.trim() !== ""))
    }),
  )
  const line = (cells: Cells) =>
    csvLine(
      columns.flatMap((_, at) => (used[at] ? [cells[at] ?? ""] : [])),
      ",",
    )
  const lines = ["\uFEFF", line(columns)]
  yield* partOf(
    0.3,
    1,
    forEach(written, (cells) => lines.push(line(cells))),
  )
  return new Blob(lines, { type: "text/csv" })
}
