import { Schema } from "effect"

/** How a file of text is written down, as it can be chosen: its separator, quotes, and encoding. */
export const dialectFields = {
  delimiter: Schema.Literals(["comma", "semicolon", "tab", "pipe"]),
  quote: Schema.Literals(["double", "single", "typographic", "none"]),
  backslash: Schema.Boolean,
  encoding: Schema.Literals(["utf-8", "utf-16le", "utf-16be", "windows-1252"]),
  headerRow: Schema.Int,
}

/**
 * How a file of text was read, and by what each part was told. `headerRow` is the row that a spreadsheet shows,
 * `headerRows` how many rows are joined to the header. Reasons: `chosen` by whoever asked; for the delimiter a `sep=`
 * line, it is the `only` one in the file, most known `columns` in the header, most sound `rows`, or just the `first` of several
 * that fit; for quotes the `only` ones around cells, most sound `rows`, or most `cells` in them; for the encoding a byte
 * order `mark`, `sound` UTF-8 or bytes that are none (`guessed`); for the header the `first` row, or the most known `columns`.
 */
export const FileDialect = Schema.Struct({
  ...dialectFields,
  headerRows: Schema.Int,
  reasons: Schema.Struct({
    delimiter: Schema.Literals(["chosen", "sepLine", "only", "columns", "rows", "first"]),
    quote: Schema.Literals(["chosen", "only", "rows", "cells"]),
    encoding: Schema.Literals(["chosen", "mark", "sound", "guessed"]),
    header: Schema.Literals(["chosen", "first", "columns"]),
  }),
})
export type FileDialect = typeof FileDialect.Type

/** What is said beforehand of how a file is written down; the rest is found out. */
export type DialectChoice = Partial<
  Pick<FileDialect, "delimiter" | "quote" | "backslash" | "encoding" | "headerRow">
>
