import { isBlank } from "../blank.ts"
import { foundRow } from "./foundRow.ts"
import { SheetParser } from "./SheetParser.ts"
import type { Workbook, WorkbookSheet } from "./Workbook.ts"
import type { XlsxLimits } from "./XlsxLimits.ts"
import type { FoundRow, SheetBeginning } from "./XlsxMessage.ts"
import { xmlText } from "./xmlText.ts"

/** In how many rows a header is looked for. */
const rowsLookedAt = 20

/** The beginning of each of the sheets. */
export const sheetBeginnings = async (
  workbook: Workbook,
  sheets: ReadonlyArray<WorkbookSheet>,
  limits: XlsxLimits,
): Promise<ReadonlyArray<SheetBeginning>> => {
  const beginnings: Array<SheetBeginning> = []
  for (const { name, part } of sheets) {
    beginnings.push({ name, rows: await firstRows(workbook, part, limits, rowsLookedAt) })
  }
  return beginnings
}

/** The first rows of a sheet that are not blank, so many at most. */
export const firstRows = async (
  workbook: Workbook,
  part: string,
  limits: XlsxLimits,
  count: number,
): Promise<ReadonlyArray<FoundRow>> => {
  const rows: Array<FoundRow> = []
  const parser = new SheetParser(part, workbook, limits)
  for await (const text of xmlText(workbook.parts.part(part), workbook.parts.budget)) {
    parser.push(text)
    rows.push(
      ...parser
        .take()
        .map(foundRow)
        .filter(({ cells }) => !isBlank(cells)),
    )
    if (rows.length >= count) return rows.slice(0, count)
  }
  parser.end()
  return rows
}
