import { defaultLimits } from "../../src/SheetLimits.ts"
import { sheetBeginnings } from "../../src/xlsx/sheetBeginnings.ts"
import { TableRows } from "../../src/xlsx/TableRows.ts"
import { openWorkbook } from "../../src/xlsx/Workbook.ts"
import { XlsxFault } from "../../src/xlsx/XlsxFault.ts"
import { xlsxLimits } from "../../src/xlsx/XlsxLimits.ts"
import type { FoundRow } from "../../src/xlsx/XlsxMessage.ts"

const limits = xlsxLimits({ ...defaultLimits, maxRows: 10_000 })

/** What reading came to: the first sheet's rows that are not blank, or the code of the fault. */
export interface HereOutcome {
  readonly code: string | null
  readonly header: ReadonlyArray<string>
  readonly rows: ReadonlyArray<FoundRow>
}

/** Reads a file as a worker does, but in this thread. What is thrown and is no fault is a mistake of ours. */
export const readHere = async (file: Buffer): Promise<HereOutcome> => {
  const rows: Array<FoundRow> = []
  let header: ReadonlyArray<string> = []
  try {
    const workbook = await openWorkbook(file, limits)
    const [beginning] = await sheetBeginnings(workbook, workbook.sheets, limits)
    const first = beginning?.rows[0]
    if (first === undefined) return { code: "file.empty", header, rows }
    header = first.cells
    const place = { sheet: 0, headerRow: first.row, width: header.length }
    const table = new TableRows(workbook, workbook.sheets[0]!.part, place, limits)
    for await (const some of table.read()) rows.push(...some)
    table.warnings()
    return { code: null, header, rows }
  } catch (cause) {
    if (!(cause instanceof XlsxFault)) throw cause
    return { code: cause.finding.code, header, rows }
  }
}
