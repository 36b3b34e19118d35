import type { WorkbookLists } from "../Sheet.ts"
import { firstRows } from "./sheetBeginnings.ts"
import { readStamp } from "./stamp.ts"
import type { Workbook } from "./Workbook.ts"
import type { XlsxLimits } from "./XlsxLimits.ts"

/** More than the lists of any database have; longer ones are not read. */
const rowsRead = 20_000

/** The lists that a workbook was made with, or null if it was not made here or has lost them. */
export const readLists = async (workbook: Workbook, limits: XlsxLimits): Promise<WorkbookLists | null> => {
  const stamp = await readStamp(workbook.parts)
  const sheet = workbook.sheets.find(({ name }) => name === stamp?.sheet)
  if (stamp === null || sheet === undefined) return null
  const rows = await firstRows(workbook, sheet.part, limits, rowsRead)
  if (rows.length === rowsRead) return null
  return { madeAt: stamp.madeAt, of: stamp.of, rows: rows.map(({ cells }) => cells) }
}
