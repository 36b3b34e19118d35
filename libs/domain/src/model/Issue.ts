import { Schema } from "effect"
import { RepairKind } from "./RepairKind.ts"

/** Every code an issue can carry. Codes are published: add to them, rename none. */
export const IssueCode = Schema.Literals([
  "file.empty",
  "file.no_rows",
  "file.too_many_rows",
  "file.too_many_columns",
  "file.too_large",
  "file.encoding_unknown",
  "file.encoding_guessed",
  "file.type_mismatch",
  "file.format_unsupported",
  "file.encrypted",
  "file.macros",
  "file.damaged",
  "file.unsafe",
  "file.too_complex",
  "file.other_sheets",
  "file.lists_outdated",
  "file.lists_foreign",
  "file.wrong_template",
  "header.missing",
  "header.duplicate",
  "header.forbidden",
  "header.unknown",
  "header.not_used",
  "column.hidden",
  "column.numbers",
  "row.example",
  "row.hidden",
  "row.missing_cells",
  "row.extra_cells",
  "row.too_long",
  "csv.quote_not_closed",
  "csv.quote_misplaced",
  "csv.delimiter_unsure",
  "csv.preamble",
  "csv.footer",
  "csv.header_repeated",
  "csv.other_table",
  "cell.required",
  "cell.too_long",
  "cell.control_character",
  "cell.invalid_unicode",
  "cell.formula",
  "cell.error",
  "cell.precision",
  "cell.date_in_text",
  "cell.merged",
  "cell.digits_lost",
  "cell.damaged",
  "cell.repaired",
  "email.invalid",
  "email.non_ascii_local",
  "email.suspicious_domain",
  "email.duplicate_in_file",
  "email.taken",
  "username.invalid",
  "username.duplicate_in_file",
  "username.taken",
  "phone.invalid",
  "language_code.invalid",
  "user.not_in_platform",
  "user.inactive",
  "user.deleted",
  "user.above_own",
  "department.unknown",
  "department.closed",
  "department.taken",
  "department.duplicate_in_file",
  "department.parent_unknown",
  "department.circle",
  "group.unknown",
  "group.ambiguous",
  "group.not_grantable",
  "group.taken",
  "group.duplicate_in_file",
  "permission.unknown",
  "import.not_permitted",
  "import.set_aside",
  "access.already_granted",
  "access.differs",
  "access.not_there",
  "access.above_own",
  "access.duplicate_in_file",
  "undo.already_undone",
  "undo.changed_since",
  "undo.field_changed_since",
  "undo.has_access",
  "undo.signs_in",
])
export type IssueCode = typeof IssueCode.Type

/** `error` refuses the row, `conflict` leaves it as the platform has it, `warning` and `info` hinder nothing. */
export const Severity = Schema.Literals(["error", "conflict", "warning", "info"])
export type Severity = typeof Severity.Type

/** What a message needs beyond column and value: limits, other rows, near misses. */
export const IssueDetails = Schema.Record(
  Schema.String,
  Schema.Union([Schema.String, Schema.Number, Schema.Array(Schema.String), Schema.Array(Schema.Number)]),
)
export type IssueDetails = typeof IssueDetails.Type

/**
 * One finding about a file or a row, as rules make it and stores keep it: no sentence in it, so that it can
 * be told in any language (`messages/describeIssue`). `row` is the number that the spreadsheet shows
 * (header = 1), null for the whole file; `column` the canonical name of a known column, else the header text.
 */
export const Issue = Schema.Struct({
  code: IssueCode,
  severity: Severity,
  row: Schema.NullOr(Schema.Int),
  column: Schema.NullOr(Schema.String),
  value: Schema.NullOr(Schema.String),
  details: IssueDetails,
})
export type Issue = typeof Issue.Type

/** What a damaged cell would hold once the damage is undone. */
export const OfferedRepair = Schema.Struct({ kind: RepairKind, to: Schema.String })

/**
 * An issue as people and clients read it: with its sentence, how to fix it, values that would do, and the repair
 * that is offered where the cell is damaged in a known way.
 */
export const ToldIssue = Schema.Struct({
  ...Issue.fields,
  message: Schema.String,
  suggestion: Schema.NullOr(Schema.String),
  candidates: Schema.Array(Schema.String),
  repair: Schema.NullOr(OfferedRepair),
})
export type ToldIssue = typeof ToldIssue.Type

/** Whether any of the issues has the severity. */
export const hasSeverity = (issues: ReadonlyArray<Issue>, severity: Severity): boolean =>
  issues.some((issue) => issue.severity === severity)

const isRepairKind = Schema.is(RepairKind)

/** The repair that is offered with an issue, as the rules left it in its details; null where there is none. */
export const offeredRepair = ({ details }: Issue): typeof OfferedRepair.Type | null => {
  const { repair, to } = details
  return isRepairKind(repair) && typeof to === "string" ? { kind: repair, to } : null
}
