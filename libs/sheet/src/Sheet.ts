import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type { SheetIssue } from "./SheetIssue.ts"
import type { SheetRefused } from "./SheetRefused.ts"

export type Delimiter = "," | ";" | "\t" | "|"

/** `"`, `'`, or any of the quotes of books, „so“, “so” or «so»; `none` where quotes are text like any other. */
export type Quote = "double" | "single" | "typographic" | "none"

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252"

/**
 * How a file is written down. `encoding` is what was known when the header was read: a file that is plain ASCII
 * up to there says `utf-8`, and if it turns out to be Windows-1252 later, the issue `file.encoding_guessed` says so.
 */
export interface Dialect {
  readonly format: "csv"
  readonly delimiter: Delimiter
  readonly quote: Quote
  /** Whether a quote within quotes may be written with a backslash before it, and not only twice. */
  readonly backslash: boolean
  readonly encoding: Encoding
  /** The row of the header, and how many rows it has: their texts are joined column by column. */
  readonly headerRow: number
  readonly headerRows: number
  readonly reasons: DialectReasons
}

/** What was said of a file beforehand; the rest is found out. */
export interface DialectOptions {
  readonly delimiter?: Delimiter | undefined
  readonly quote?: Quote | undefined
  readonly backslash?: boolean | undefined
  readonly encoding?: Encoding | undefined
  /** The number that a spreadsheet shows of the (first) row of the header. */
  readonly headerRow?: number | undefined
}

/** By what a dialect was told; `chosen` is what was said beforehand. */
export interface DialectReasons {
  /** A `sep=` line; no other stands in the file; most known columns in the header; rows as long as it; just the first. */
  readonly delimiter: "chosen" | "sepLine" | "only" | "columns" | "rows" | "first"
  /** No other quotes stand around cells; these make sound rows of the same length; most cells are in them. */
  readonly quote: "chosen" | "only" | "rows" | "cells"
  /** A byte order mark; sound UTF-8 thus far; bytes that UTF-8 has not. */
  readonly encoding: "chosen" | "mark" | "sound" | "guessed"
  /** The first row that is not blank; the one that names the most known columns. */
  readonly header: "chosen" | "first" | "columns"
}

/** Which sheet of a workbook was read, by its name; and the lists that it was made with, if it was made here. */
export interface XlsxDialect {
  readonly format: "xlsx"
  readonly sheet: string
  readonly lists: WorkbookLists | null
}

/** What cells of a workbook could be chosen from: the rows of a sheet, when it was made (ISO 8601), and of what. */
export interface WorkbookLists {
  readonly madeAt: string
  readonly of: string
  readonly rows: ReadonlyArray<ReadonlyArray<string>>
}

/** A row that is not blank, with exactly as many cells as the header, each cell the text as it stands. */
export interface SheetRow {
  /** The number that a spreadsheet shows (header = 1). */
  readonly row: number
  readonly cells: ReadonlyArray<string>
  readonly issues: ReadonlyArray<SheetIssue>
}

/** A table of text being read. `E` is how the bytes themselves may fail, `D` what is known of how it is written down. */
export interface Sheet<E = never, D = Dialect> {
  /** The header's cells, without blank ones at its end. */
  readonly header: ReadonlyArray<string>
  readonly dialect: D
  /** The rows below the header, read from the bytes on demand; runs once, within the scope of `readSheet`. */
  readonly rows: Stream.Stream<SheetRow, SheetRefused | E>
  /** Warnings about the whole file; complete when `rows` has ended. */
  readonly issues: Effect.Effect<ReadonlyArray<SheetIssue>>
}
