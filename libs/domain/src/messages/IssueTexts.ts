import { offeredRepair, type Issue, type IssueCode } from "../model/Issue.ts"
import type { RepairKind } from "../model/RepairKind.ts"
import type { ColumnName } from "../rows/Column.ts"

/** What is wrong, and how to put it right (null when there is nothing to do). */
export type IssueText = readonly [message: string, suggestion: string | null]

/** One language's words: a sentence for every code, and what people call the columns. */
export interface IssueTexts {
  readonly columns: Readonly<Record<ColumnName, string>>
  readonly issues: Readonly<Record<IssueCode, (issue: Issue, column: string) => IssueText>>
  readonly repairs: RepairTexts
}

/** For each kind of damage: what is damaged, and what it can be repaired to, by what evidence. */
export type RepairTexts = Readonly<Record<RepairKind, (issue: Issue, column: string) => IssueText>>

/** The part of a language's sentences that is about files, and about what workbooks do to their cells. */
export type WorkbookTexts = Pick<
  IssueTexts["issues"],
  | "file.type_mismatch"
  | "file.format_unsupported"
  | "file.encrypted"
  | "file.macros"
  | "file.damaged"
  | "file.unsafe"
  | "file.too_complex"
  | "file.other_sheets"
  | "file.lists_outdated"
  | "file.lists_foreign"
  | "column.hidden"
  | "column.numbers"
  | "row.hidden"
  | "cell.formula"
  | "cell.error"
  | "cell.precision"
  | "cell.date_in_text"
  | "cell.merged"
>

/** The part of a language's sentences that is about how rows of text are written down. */
export type TextFileTexts = Pick<
  IssueTexts["issues"],
  | "csv.quote_not_closed"
  | "csv.quote_misplaced"
  | "csv.delimiter_unsure"
  | "csv.preamble"
  | "csv.footer"
  | "csv.header_repeated"
  | "csv.other_table"
>

/** A list of texts or numbers out of an issue's details, joined for a sentence. */
export const listed = (issue: Issue, key: string): string => {
  const found = issue.details[key]
  return Array.isArray(found) ? found.join(", ") : String(found ?? "")
}

/** The candidates of an issue for a sentence, each with its name where it has one. */
export const offered = (issue: Issue): string => {
  const { candidates, names } = issue.details
  if (!Array.isArray(candidates)) return ""
  return candidates
    .map((candidate, at) => (Array.isArray(names) && names[at] ? `${candidate} (${names[at]})` : candidate))
    .join(", ")
}

/** How much has changed since the lists of a file were made: renamed, gone, groups gone, added. */
export const changesOf = ({ details }: Issue): ReadonlyArray<number> =>
  Array.isArray(details.counts) ? details.counts.map(Number) : []

/** When the lists of a file were made, to the minute. */
export const momentOf = ({ details }: Issue): string =>
  `${String(details.madeAt).slice(0, 16).replace("T", " ")} UTC`

/** What a repair that is offered is told by. */
export const evidence = ({ details }: Issue): ReadonlyArray<string> =>
  Array.isArray(details.evidence) ? details.evidence.map(String) : []

/** What is said of a damaged cell; null where no repair is offered. */
export const damageText = (texts: RepairTexts, issue: Issue, column: string): IssueText | null => {
  const repair = offeredRepair(issue)
  return repair && texts[repair.kind](issue, column)
}
