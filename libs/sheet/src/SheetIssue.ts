import * as Schema from "effect/Schema"

/**
 * One finding about a file, a row or a cell.
 *
 * `row` is the number that a spreadsheet shows: the header is row 1, blank rows are counted, a line break inside
 * quotes starts no new row, and a `sep=` line is not shown and so not counted. `columnIndex` counts from 0.
 * `value` is what was read, at most 200 characters. `details` holds what a message needs, such as `limit`,
 * `found`, or `line` (the line of the text, where quoted line breaks and a `sep=` line count too).
 */
export const SheetIssue = Schema.Struct({
  code: Schema.Literals([
    "file.empty",
    "file.no_rows",
    "file.too_many_rows",
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
    "file.too_many_columns",
    "header.missing",
    "column.hidden",
    "column.numbers",
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
    "cell.too_long",
    "cell.formula",
    "cell.error",
    "cell.precision",
    "cell.date_in_text",
    "cell.merged",
  ]),
  severity: Schema.Literals(["error", "warning", "info"]),
  row: Schema.NullOr(Schema.Number),
  columnIndex: Schema.NullOr(Schema.Number),
  value: Schema.NullOr(Schema.String),
  details: Schema.Record(
    Schema.String,
    Schema.Union([Schema.String, Schema.Number, Schema.Array(Schema.String)]),
  ),
})

export interface SheetIssue extends Schema.Schema.Type<typeof SheetIssue> {}

/** An issue of severity `error` about the whole file, but for what `about` says otherwise. */
export const sheetIssue = (about: Pick<SheetIssue, "code"> & Partial<SheetIssue>): SheetIssue => ({
  severity: "error",
  row: null,
  columnIndex: null,
  details: {},
  ...about,
  value: about.value == null ? null : shorten(about.value, 200),
})

/** The first `length` UTF-16 code units of a text, or one less where that would cut a character in two. */
export const shorten = (text: string, length: number): string => {
  if (text.length <= length) return text
  const last = text.charCodeAt(length - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length)
}
