import { isBlankCell } from "../blank.ts"
import { sheetIssue, shorten, type SheetIssue } from "../SheetIssue.ts"
import type { SheetBeginning, TablePlace } from "./XlsxMessage.ts"

/** Where the table of a workbook is, by the header that was found. */
export interface FoundTable {
  readonly place: TablePlace
  readonly sheet: string
  readonly header: ReadonlyArray<string>
  readonly issues: ReadonlyArray<SheetIssue>
}

interface Candidate extends FoundTable {
  readonly recognised: number
}

/**
 * The sheet and row whose cells name the most known columns; of equals the first. Any other sheet that has a header
 * as good is named by a warning. `refusal` says why there is none: all sheets are blank, or no column is known.
 */
export const findTable = (
  sheets: ReadonlyArray<SheetBeginning>,
  recognise: (header: ReadonlyArray<string>) => number,
): FoundTable | { readonly refusal: ReadonlyArray<SheetIssue> } => {
  const candidates = sheets.flatMap(({ name, rows }, sheet) =>
    best(
      rows.map(({ row, cells, issues }) => {
        const header = cells.slice(0, cells.findLastIndex((cell) => !isBlankCell(cell)) + 1)
        const place = { sheet, headerRow: row, width: header.length }
        const recognised = recognise(header)
        return { place, sheet: name, header, issues: issues.map(sheetIssue), recognised }
      }),
    ),
  )
  const [table] = best(candidates)
  if (table === undefined) return { refusal: [sheetIssue({ code: "file.empty" })] }
  if (table.recognised === 0) return { refusal: [headerMissing(table)] }
  const unreadable = table.issues.filter(({ code }) => code === "cell.too_long")
  if (unreadable.length > 0) return { refusal: unreadable }
  const others = candidates.filter((one) => one !== table && one.recognised === table.recognised)
  return { ...table, issues: others.length === 0 ? [] : [otherSheets(table, others)] }
}

const best = (candidates: ReadonlyArray<Candidate>): ReadonlyArray<Candidate> => {
  const most = Math.max(...candidates.map(({ recognised }) => recognised))
  return candidates.filter(({ recognised }) => recognised === most).slice(0, 1)
}

const headerMissing = ({ place, header }: Candidate): SheetIssue =>
  sheetIssue({
    code: "header.missing",
    row: place.headerRow,
    details: { found: header.map((cell) => shorten(cell, 100)) },
  })

const otherSheets = (table: Candidate, others: ReadonlyArray<Candidate>): SheetIssue =>
  sheetIssue({
    code: "file.other_sheets",
    severity: "warning",
    details: { sheet: table.sheet, others: others.map(({ sheet }) => sheet) },
  })
