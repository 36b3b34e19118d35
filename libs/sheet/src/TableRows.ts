import type { CsvRow } from "./CsvRow.ts"
import type { EncodingSample } from "./EncodingSample.ts"
import type { Recognise } from "./findHeader.ts"
import { fitRow } from "./fitRow.ts"
import { unguardFormula } from "./formulaGuard.ts"
import { RowSieve } from "./RowSieve.ts"
import type { SheetRow } from "./Sheet.ts"
import type { SheetIssue } from "./SheetIssue.ts"
import type { SheetLimits } from "./SheetLimits.ts"

/**
 * How many rows too many are looked at one by one. Beyond, they are counted as they stand in the text, a footer too,
 * and none is made.
 */
const rowsTooMany = 1000

/** The rows below a header, made rows of data one by one: as long as the header, without the formula guard. */
export class TableRows {
  /** How many rows of data there were, those over the limit included. */
  count = 0
  /** Whether an apostrophe came, without which no cell has the formula guard. */
  mayBeGuarded = false

  private rows: Array<SheetRow> = []
  private readonly width: number
  private readonly maxRows: number
  private readonly sieve: RowSieve
  private readonly sample: EncodingSample

  constructor(
    header: ReadonlyArray<string>,
    recognise: Recognise,
    { maxRows }: SheetLimits,
    sample: EncodingSample,
  ) {
    this.width = header.length
    this.maxRows = maxRows
    this.sieve = new RowSieve(header, recognise)
    this.sample = sample
  }

  push(row: CsvRow): void {
    if (this.mayBeGuarded) unguard(row.cells)
    if (this.sieve.isPlain(row)) this.accept(row)
    else this.sieve.push(row, this.accept)
  }

  /** The rows that were completed since the last call. */
  take(): Array<SheetRow> {
    const { rows } = this
    this.rows = []
    return rows
  }

  end(): void {
    this.sieve.end()
  }

  /** Whether no row is of the table any more. */
  get isOver(): boolean {
    return this.sieve.isOver
  }

  /** Whether no more rows need to be made. */
  get isEnough(): boolean {
    return this.isOver || this.count > this.maxRows + rowsTooMany
  }

  /** What was left out thus far. */
  issues(): ReadonlyArray<SheetIssue> {
    return this.sieve.issues()
  }

  private readonly accept = (one: CsvRow): void => {
    const { row, cells, issues } = one
    this.count++
    if (this.count > this.maxRows) return
    if (this.sample.isWanted) this.sample.add(row, cells)
    const ragged = cells.length === this.width ? null : fitRow(row, cells, this.width)
    this.rows.push(ragged === null ? one : { row, cells, issues: [...issues, ragged] })
  }
}

const unguard = (cells: Array<string>): void => {
  for (let at = 0; at < cells.length; at++) cells[at] = unguardFormula(cells[at]!)
}
