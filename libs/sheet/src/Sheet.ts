import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type { SheetIssue } from "./SheetIssue.ts"
import type { SheetRefused } from "./SheetRefused.ts"

export type Delimiter = "," | ";" | "\t"

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252"

/**
 * How a file is written down. `encoding` is what was known when the header was read: a file that is plain ASCII
 * up to there says `utf-8`, and if it turns out to be Windows-1252 later, the issue `file.encoding_guessed` says so.
 */
export interface Dialect {
  readonly format: "csv"
  readonly delimiter: Delimiter
  readonly encoding: Encoding
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
