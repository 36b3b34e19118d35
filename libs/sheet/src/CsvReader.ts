import type { CsvMachine } from "./CsvMachine.ts"
import { DosEnd } from "./DosEnd.ts"
import { EncodingSample } from "./EncodingSample.ts"
import type { Recognise } from "./findHeader.ts"
import { HeaderSearch, type HeaderFound, type HeaderSupposed } from "./HeaderSearch.ts"
import type { Dialect, DialectOptions, SheetRow } from "./Sheet.ts"
import { sheetIssue, type SheetIssue } from "./SheetIssue.ts"
import type { SheetLimits } from "./SheetLimits.ts"
import { sniffType } from "./sniffType.ts"
import { TableRows } from "./TableRows.ts"
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
  private table: TableRows | null = null
  private hasApostrophe = false
  private readonly sample = new EncodingSample()
  private readonly dosEnd = new DosEnd()

  private readonly search: HeaderSearch
  private readonly recognise: Recognise
  private readonly limits: SheetLimits
  private readonly chosen: DialectOptions

  /** `recognise` says how many of a header's cells are known columns; `chosen` is not to be found out. */
  constructor(recognise: Recognise, limits: SheetLimits, chosen: DialectOptions) {
    this.search = new HeaderSearch(recognise, limits, chosen)
    this.recognise = recognise
    this.limits = limits
    this.chosen = chosen
    this.head = new Uint8Array(Math.min(headLength, limits.maxBytes))
  }

  /** The rows that were completed since the last call. */
  take(): Array<SheetRow> {
    return this.table?.take() ?? []
  }

  /** How the file is written down, as far as that is known where it is refused; null where it is no text. */
  supposed(): Dialect | null {
    if (this.decoding === null || this.refusal?.some(({ code }) => code === "file.type_mismatch")) return null
    return this.dialect ?? this.dialectOf(this.search.suppose())
  }

  /** What is worth saying of the file thus far. */
  warnings(): ReadonlyArray<SheetIssue> {
    return [
      ...(this.isGuessed() ? [this.sample.issue()] : []),
      ...(this.search.found?.issues ?? []),
      ...(this.table?.issues() ?? []),
    ]
  }

  push(bytes: Uint8Array): void {
    if (this.refusal !== null) return
    const { maxBytes } = this.limits
    const within = bytes.subarray(0, maxBytes - this.received)
    const rest = this.decoding === null ? this.fillHead(within) : within
    this.received += bytes.length
    if (this.decoding !== null) this.decode(rest, false)
    if (this.received > maxBytes) {
      this.settle()
      this.refuse("file.too_large", null, { limit: maxBytes })
    }
  }

  end(): void {
    if (this.decoding === null) this.open(this.head.subarray(0, this.received))
    this.decode(new Uint8Array(0), true)
    if (this.refusal !== null) return
    if (this.machine === null) this.search.end()
    else this.machine.end()
    this.advance()
    this.table?.end()
    const { maxRows } = this.limits
    const rows = this.table?.count ?? 0
    if (rows === 0) this.refuse("file.no_rows", null, {})
    if (rows > maxRows) {
      const counted = this.table!.isOver ? 0 : this.machine!.countedRows
      this.refuse("file.too_many_rows", null, { limit: maxRows, found: rows + counted })
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
    if (this.chosen.encoding === undefined && isBinary(head))
      this.refuse("file.encoding_unknown", 1, { offset: 0 })
    this.decoding = new TextDecoding(head, this.chosen.encoding)
    this.decode(head.subarray(this.decoding.offset), false)
  }

  private decode(bytes: Uint8Array, last: boolean): void {
    if (this.refusal !== null || this.decoding === null) return
    this.decoding.decode(bytes, last, (decoded) => {
      const text = this.dosEnd.before(decoded)
      if (this.refusal !== null || text === "") return
      this.sample.isWanted = this.isGuessed()
      this.hasApostrophe ||= text.includes("'")
      if (this.table !== null) this.table.mayBeGuarded = this.hasApostrophe
      if (this.machine === null) this.search.push(text)
      else this.machine.push(text)
      this.advance()
    })
    const { fault } = this.decoding
    if (fault === null) return
    this.settle()
    const row = this.machine === null ? this.search.lastRow() : this.machine.row
    this.refuse("file.encoding_unknown", row, { offset: fault })
  }

  /** Decides on the header by what has come, as nothing more will. */
  private settle(): void {
    if (this.machine !== null || this.refusal !== null) return
    this.search.settle()
    this.advance()
  }

  /** Takes what the machines have read. */
  private advance(): void {
    const { found } = this.search
    if (this.machine === null && found !== null) this.startTable(found)
    if (this.machine === null || this.table === null) this.refusal = this.search.refusal
    else {
      if (this.table.isEnough) this.machine.countOn()
      if (this.machine.refusal !== null) this.refusal = [this.machine.refusal]
    }
  }

  private startTable(found: HeaderFound): void {
    const { header } = found.place
    this.header = header
    this.dialect = this.dialectOf(found)
    this.sample.isWanted = this.isGuessed()
    if (this.sample.isWanted) this.sample.add(found.row, header)
    this.table = new TableRows(header, this.recognise, this.limits, this.sample)
    this.table.mayBeGuarded = this.hasApostrophe
    for (const row of found.rows) this.table.push(row)
    this.machine = found.machine
    this.machine.handTo(this.table)
  }

  private dialectOf({ grammar, row, place, reasons }: HeaderSupposed): Dialect {
    const { encoding, reason } = this.decoding!
    const headers = { headerRow: row, headerRows: place.rows }
    return { format: "csv", ...grammar, encoding, ...headers, reasons: { ...reasons, encoding: reason } }
  }

  private isGuessed(): boolean {
    return this.decoding?.reason === "guessed"
  }

  /** Refuses the file, if nothing before did. */
  private refuse(code: SheetIssue["code"], row: number | null, details: SheetIssue["details"]): void {
    this.refusal ??= [sheetIssue({ code, row, details })]
  }
}
