/** Cells as a text that spreadsheet programs take as cells; `cellsOfText` gives the same back, unless all are blank. */
export const textOfCells = (rows: ReadonlyArray<ReadonlyArray<string>>): string =>
  rows
    .map((row) =>
      row.map((cell) => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t"),
    )
    .join("\r\n")
