/** What a file may hold. Characters are UTF-16 code units. */
export interface SheetLimits {
  /** Data rows. The header and blank rows do not count. */
  readonly maxRows: number
  /** Bytes received. */
  readonly maxBytes: number
  readonly maxColumns: number
  /** Characters of one cell. */
  readonly maxCellLength: number
  /** Characters of one row, delimiters included. */
  readonly maxRowLength: number
}

export const defaultLimits: SheetLimits = {
  maxRows: 249,
  maxBytes: 20 * 1024 * 1024,
  maxColumns: 64,
  maxCellLength: 32 * 1024,
  maxRowLength: 1024 * 1024,
}
