import type * as Stream from "effect/Stream"

/** A workbook as it is to be written. */
export interface WorkbookToWrite<E = never, R = never> {
  /** One at least; the first is the one that opens. */
  readonly sheets: ReadonlyArray<SheetToWrite<E, R>>
  readonly madeAt: Date
  /** The name of a sheet of lists that whoever reads the file is given again, with the time it was made at and of what. */
  readonly lists?: { readonly sheet: string; readonly of: string }
}

export interface SheetToWrite<E = never, R = never> {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string
  /** A line above the header. */
  readonly title?: string
  readonly columns: ReadonlyArray<ColumnToWrite>
  readonly rows: Stream.Stream<ReadonlyArray<CellToWrite>, E, R>
}

export interface ColumnToWrite {
  readonly header: string
  /** In characters; 20 where none is given. */
  readonly width?: number
  readonly choices?: Choices
}

/** What a column's cells may be chosen from: the cells of another sheet's column, so many below its header. */
export interface Choices {
  readonly sheet: string
  readonly column: number
  readonly count: number
  /** What is said to whoever writes something else, which they may. */
  readonly otherwise: string
}

/** A text, or a text that is marked, with a note that opens beside it. */
export type CellToWrite = string | MarkedCell

export interface MarkedCell {
  readonly text: string
  readonly mark: "error" | "warning"
  readonly note: string
}
