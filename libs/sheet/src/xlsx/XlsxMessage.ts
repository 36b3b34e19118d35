import type { WorkbookLists } from "../Sheet.ts"
import type { Finding } from "./XlsxFault.ts"
import type { XlsxLimits } from "./XlsxLimits.ts"

/** What a worker is started with: the whole file, handed over. */
export interface XlsxTask {
  readonly file: ArrayBuffer
  readonly limits: XlsxLimits
}

/** The beginning of a sheet that is shown: its first rows that are not blank. */
export interface SheetBeginning {
  readonly name: string
  readonly rows: ReadonlyArray<FoundRow>
}

/** A row that is not blank. */
export interface FoundRow {
  readonly row: number
  readonly cells: Array<string>
  readonly issues: Array<Finding>
}

/** Where the table is: the sheet's place among those told, the row of its header and how many columns that has. */
export interface TablePlace {
  readonly sheet: number
  readonly headerRow: number
  readonly width: number
}

/**
 * What a worker tells. It is answered with a `TablePlace` when it tells of sheets, and with anything when it tells of
 * rows; after `end` and `fault` nothing more comes.
 */
export type XlsxMessage =
  | {
      readonly tell: "sheets"
      readonly sheets: ReadonlyArray<SheetBeginning>
      readonly lists: WorkbookLists | null
    }
  | { readonly tell: "rows"; readonly rows: ReadonlyArray<FoundRow> }
  | { readonly tell: "end"; readonly warnings: ReadonlyArray<Finding> }
  | { readonly tell: "fault"; readonly finding: Finding }
