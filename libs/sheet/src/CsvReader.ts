import { isBlank, isBlankCell } from "./blank.ts"
import type { CsvMachine, CsvRow } from "./CsvMachine.ts"
import { EncodingSample } from "./EncodingSample.ts"
import { unguardFormula } from "./formulaGuard.ts"
import { HeaderSearch } from "./HeaderSearch.ts"
import type { Dialect, SheetRow } from "./Sheet.ts"
import { sheetIssue, type SheetIssue } from "./SheetIssue.ts"
import type { SheetLimits } from "./SheetLimits.ts"
import { sniffType } from "./sniffType.ts"
import { isBinary, TextDecoding } from "./TextDecoding.ts"

const headLength = 1024

/**
 * Reads the bytes of one file, pushed in pieces of any size, as a header and rows. What it finds does not depend on
 * the pieces. Once there is a `refusal`, rows taken before it stand and nothing more is read.
 */
export class CsvReader {
  header: ReadonlyArray<string> | null = null
  dialect: Dialect | null = null
  refusal: ReadonlyArray<SheetIssue> | null = null

  private readonly head: Uint8Array
  private received = 0
  private decoding: TextDecoding | null = null
  private machine: CsvMachine | null = null
  private rows: Array<SheetRow> = []
  private dataRows = 0
  private readonly sample = new EncodingSample()

  private readonly search: HeaderSearch
  private readonly limits: SheetLimits

  /** `recognise` says how many of a header's cells are known columns. */
  constructor(recognise: (header: ReadonlyArray<string>) => number, limits: SheetLimits) {
    this.search = new HeaderSearch(recognise, limits)
    this.limits = limits
    this.head = new Uint8Array(Math.min(headLength, limits.maxBytes))
  }

  /** The rows that were completed since the last call. */
  take(): Array<SheetRow> {
    const rows = this.rows
    this.rows = []
    return rows
  }

  /** Warnings about the file thus far. */
  warnings(): ReadonlyArray<SheetIssue> {
    return this.decoding?.encoding === "windows-1252" ? [this.sample.issue()] : []
  }

  push(bytes: Uint8Array): void {
    if (this.refusal !== null) return
    const { maxBytes } = this.limits
    const within = bytes.subarray(0, maxBytes - this.received)
    const rest = this.decoding === null ? this.fillHead(within) : within
    this.received += bytes.length
    if (this.decoding !== null) this.decode(rest, false)
    if (this.received > maxBytes) this.refuse("file.too_large", null, { limit: maxBytes })
  }

  end(): void {
    if (this.decoding === null) this.open(this.head.subarray(0, this.received))
    this.decode(new Uint8Array(0), true)
    if (this.refusal !== null) return
    if (this.machine === null) this.search.end()
    else this.machine.end()
    this.advance()
    const { maxRows } = this.limits
    if (this.dataRows === 0) this.refuse("file.no_rows", null, {})
    if (this.dataRows > maxRows) {
      this.refuse("file.too_many_rows", null, { limit: maxRows, found: this.dataRows })
    }
  }

  /** Takes what the head lacks, opens the file when it is full, and returns the other bytes. */
  private fillHead(bytes: Uint8Array): Uint8Array {
    const heading = bytes.subarray(0, this.head.length - this.received)
    this.head.set(heading, this.received)
    if (this.received + heading.length === this.head.length) this.open(this.head)
    return bytes.subarray(heading.length)
  }

  private open(head: Uint8Array): void {
    const found = sniffType(head)
    if (found !== null) this.refuse("file.type_mismatch", null, { found })
    if (isBinary(head)) this.refuse("file.encoding_unknown", 1, { offset: 0 })
    this.decoding = new TextDecoding(head)
    this.decode(head.subarray(this.decoding.offset), false)
  }

  private decode(bytes: Uint8Array, last: boolean): void {
    if (this.refusal !== null || this.decoding === null) return
    this.decoding.decode(bytes, last, (text) => {
      if (this.refusal !== null) return
      if (this.machine === null) this.search.push(text)
      else this.machine.push(text)
      this.advance()
    })
    const { fault } = this.decoding
    if (fault === null) return
    const row = this.machine === null ? this.search.lastRow() : this.machine.row
    this.refuse("file.encoding_unknown", row, { offset: fault })
  }

  /** Takes what the machines have read. */
  private advance(): void {
    const { found } = this.search
    if (this.machine === null && found !== null) {
      this.header = found.header
      this.dialect = { format: "csv", delimiter: found.delimiter, encoding: this.decoding!.encoding }
      this.machine = found.machine
      this.showSample(found.row, found.header)
      found.rows.forEach((row) => this.accept(row, found.header.length))
    }
    if (this.machine === null) this.refusal = this.search.refusal
    else {
      for (const row of this.machine.take()) this.accept(row, this.header!.length)
      if (this.machine.refusal !== null) this.refusal = [this.machine.refusal]
    }
  }

  private accept({ row, cells, issues }: CsvRow, width: number): void {
    for (let at = 0; at < cells.length; at++) cells[at] = unguardFormula(cells[at]!)
    if (issues.length === 0 && isBlank(cells)) return
    this.dataRows++
    if (this.dataRows > this.limits.maxRows) return
    this.showSample(row, cells)
    const ragged = cells.length === width ? null : fit(row, cells, width)
    this.rows.push({ row, cells, issues: ragged === null ? issues : [...issues, ragged] })
  }

  private showSample(row: number, cells: ReadonlyArray<string>): void {
    if (this.decoding!.encoding === "windows-1252") this.sample.add(row, cells)
  }

  /** Refuses the file, if nothing before did. */
  private refuse(code: SheetIssue["code"], row: number | null, details: SheetIssue["details"]): void {
    this.refusal ??= [sheetIssue({ code, row, details })]
  }
}

/** Gives a row as many cells as the header has, and says what is wrong if any was missing or any lost text. */
const fit = (row: number, cells: Array<string>, width: number): SheetIssue | null => {
  const details = { expected: width, found: cells.length }
  const extra = cells.findIndex((cell, at) => at >= width && !isBlankCell(cell))
  const value = cells[extra] ?? null
  while (cells.length < width) cells.push("")
  cells.length = width
  if (details.found < width) return sheetIssue({ code: "row.missing_cells", row, details })
  return extra === -1
    ? null
    : sheetIssue({ code: "row.extra_cells", row, columnIndex: extra, value, details })
}
