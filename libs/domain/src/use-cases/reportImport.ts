import { Effect, Stream } from "effect"
import type { Import, ImportScope, RowStatus } from "../model/Import.ts"
import type { ImportRow } from "../model/ImportRow.ts"
import type { Severity, ToldIssue } from "../model/Issue.ts"
import type { RowChanges } from "../model/RowChanges.ts"
import type { Language } from "../model/Language.ts"
import { columnLabel, tellIssue } from "../messages/tellIssue.ts"
import { Imports } from "../ports/Imports.ts"
import { rowBatches } from "./rowBatches.ts"

/** Rows that did not do, before the run or after it, with those that nobody came to; or every row. */
export type ReportRows = "failed" | "all"

/** A row of a report. `marks` are its cells, by position, that something is to be said of. */
export interface ReportRow {
  readonly cells: ReadonlyArray<string>
  readonly marks: ReadonlyMap<number, ReportMark>
}

/** What is said of a cell: every issue's message and remedy, and the worst of their severities. */
export interface ReportMark {
  readonly severity: Severity
  readonly text: string
}

/**
 * What happened to each row, as a table: the file's own columns first, so that it can be corrected and
 * uploaded as it is, then `_row,_status,_code,_column,_message,_suggestion` (several issues joined by ` | `),
 * and where rows are also about who is there `_outcome,_changes`: what becomes what, and for each department the
 * permissions gained (`+`) and lost (`-`) there (`*`: everywhere).
 */
export const reportImport = Effect.fn("reportImport")(function* (
  scope: ImportScope,
  id: string,
  which: ReportRows,
  language: Language,
) {
  const imports = yield* Imports
  const one = yield* imports.find(scope, id)
  const statuses = which === "all" ? null : notDone(one)
  return {
    import: one,
    header: [
      ...[...one.header, "_row", "_status", "_code", "_column", "_message", "_suggestion"],
      ...(tellsChanges(one) ? ["_outcome", "_changes"] : []),
    ],
    rows: rowBatches(id, { statuses }).pipe(
      Stream.flatMap(Stream.fromIterable),
      Stream.map((row) => reportRow(one, row, language)),
    ),
  }
})

/** An import that has stopped leaves rows that it did not come to: they go into the error file, so that none is lost. */
const notDone = ({ state }: Import): ReadonlyArray<RowStatus> =>
  state === "refused" || state === "failed" || state === "cancelled"
    ? ["failed", "invalid", "conflict", "unprocessed"]
    : ["failed", "invalid", "conflict"]

const tellsChanges = ({ mode }: Import): boolean => mode !== "create"

const reportRow = (one: Import, row: ImportRow, language: Language): ReportRow => {
  const { cells, issues, outcome, changes } = row
  const told = issues.map((issue) => tellIssue(issue, language))
  const joined = (texts: ReadonlyArray<string | null>) => texts.filter((text) => text).join(" | ")
  return {
    cells: [
      ...one.header.map((_, position) => cells[position] ?? ""),
      String(row.row),
      row.status,
      joined(told.map(({ code }) => code)),
      joined(told.map(({ column }) => column && headerOf(one, column, language))),
      joined(told.map(({ message }) => message)),
      joined(told.map(({ suggestion }) => suggestion)),
      ...(tellsChanges(one) ? [outcome ?? "", joined(changeTexts(one, changes, language))] : []),
    ],
    marks: marksOf(one, told),
  }
}

const severities: ReadonlyArray<Severity> = ["info", "warning", "conflict", "error"]

/** An issue of no column that the file has is told at the row's status. */
const marksOf = (one: Import, told: ReadonlyArray<ToldIssue>): ReportRow["marks"] => {
  const status = one.header.length + 1
  const marks = new Map<number, ReportMark>()
  for (const { column, severity, message, suggestion } of told) {
    const found = column === null ? -1 : one.columns.indexOf(column)
    const position = found === -1 ? status : found
    const before = marks.get(position)
    const worst = Math.max(severities.indexOf(severity), severities.indexOf(before?.severity ?? severity))
    const text = [before?.text, message, suggestion].filter((line) => line).join("\n")
    marks.set(position, { severity: severities[worst]!, text })
  }
  return marks
}

const changeTexts = (one: Import, { fields, gained, lost }: RowChanges, language: Language) => [
  ...fields.map(
    ({ column, before, after }) => `${headerOf(one, column, language)}: ${before ?? ""} → ${after ?? ""}`,
  ),
  ...gained.map(({ name, departmentId }) => `${departmentId ?? "*"}: +${name}`),
  ...lost.map(({ name, departmentId }) => `${departmentId ?? "*"}: -${name}`),
]

/** What the file itself calls the column. */
const headerOf = (one: Import, column: string, language: Language): string =>
  one.header[one.columns.indexOf(column)] ?? columnLabel(column, language)
