import type { SheetLimits } from "../SheetLimits.ts"

/** What reading one XLSX file may take. */
export interface XlsxLimits extends SheetLimits {
  /** Bytes of all parts together as they are really inflated, whatever the file says of their size. */
  readonly maxInflated: number
  /** How many times its size a part may inflate to, once it is past its first MiB. */
  readonly maxRatio: number
  readonly maxParts: number
  /** Bytes of the strings that cells share, which are held in memory while rows are read. */
  readonly maxSharedStrings: number
  /** Characters of all rows together: a few strings shared by many cells can make a large table of a small file. */
  readonly maxText: number
  /** Milliseconds of reading; waiting for whoever takes the rows does not count. */
  readonly maxTime: number
  /** MiB of the worker's heap. What it holds outside of it is counted by the limits above. */
  readonly maxHeap: number
}

/** Follows what a file may hold, so that a raised limit on rows or bytes raises these too. */
export const xlsxLimits = (limits: SheetLimits): XlsxLimits => ({
  ...limits,
  maxInflated: 10 * limits.maxBytes,
  maxRatio: 200,
  maxParts: 512,
  maxSharedStrings: 3 * limits.maxBytes,
  maxText: limits.maxBytes,
  maxTime: 4000 + limits.maxRows / 5,
  maxHeap: 96,
})
