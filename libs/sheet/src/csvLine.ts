import { guardFormula } from "./formulaGuard.ts"

/**
 * One row of a CSV file, with CRLF at its end: quotes by RFC 4180, every cell through the formula guard. Other
 * delimiters than its own are quoted too: in a file of one column no delimiter can be told from the header.
 */
export const csvLine = (cells: ReadonlyArray<string>, delimiter: string): string =>
  cells.map(csvCell).join(delimiter) + "\r\n"

const csvCell = (cell: string): string => {
  const guarded = guardFormula(cell)
  return /[",;|\t\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
