import { isBlank, isBlankCell } from "./blank.ts"
import { CsvMachine, type CsvRow } from "./CsvMachine.ts"
import { delimiters, detectDelimiter, sepLine, type HeaderCandidate } from "./detectDelimiter.ts"
import { unguardFormula } from "./formulaGuard.ts"
import type { Delimiter } from "./Sheet.ts"
import { sheetIssue, shorten, type SheetIssue } from "./SheetIssue.ts"
import type { SheetLimits } from "./SheetLimits.ts"

/** The header, and the machine that has read the text thus far; it has the rows after the header to give. */
export interface HeaderFound extends HeaderCandidate {
  readonly row: number
  readonly machine: CsvMachine
  readonly rows: ReadonlyArray<CsvRow>
}

interface Reading {
  readonly delimiter: Delimiter
  readonly machine: CsvMachine
  /** From the header on. */
  readonly rows: Array<CsvRow>
}

/** In characters. The text is read in blocks of this size, so that the outcome does not depend on its pieces. */
const blockLength = 1024

/**
 * Finds the header, the first row that is not blank, by reading the text under every delimiter at once; a `sep=` line
 * leaves one. When one reading has its header, the others have `maxRowLength` characters left to find theirs.
 */
export class HeaderSearch {
  found: HeaderFound | null = null
  refusal: ReadonlyArray<SheetIssue> | null = null

  private readings: ReadonlyArray<Reading> | null = null
  private held = ""
  private readSinceFirst = 0

  private readonly recognise: (header: ReadonlyArray<string>) => number
  private readonly limits: SheetLimits

  constructor(recognise: (header: ReadonlyArray<string>) => number, limits: SheetLimits) {
    this.recognise = recognise
    this.limits = limits
  }

  push(text: string): void {
    const joined = this.held + text
    let at = 0
    while (joined.length - at >= blockLength && this.found === null && this.refusal === null) {
      this.read(joined.slice(at, at + blockLength), false)
      at += blockLength
    }
    this.held = joined.slice(at)
    if (this.found !== null) this.found.machine.push(this.held)
  }

  end(): void {
    this.read(this.held, true)
  }

  /** The number of the row that the text ends in thus far. Nothing can be pushed after this. */
  lastRow(): number {
    const { readings, text } = this.start(this.held)
    readings[0]!.machine.push(text)
    return readings[0]!.machine.row
  }

  private start(block: string): { readonly readings: ReadonlyArray<Reading>; readonly text: string } {
    if (this.readings !== null) return { readings: this.readings, text: block }
    const sep = sepLine(block)
    this.readings = (sep === null ? delimiters : [sep.delimiter]).map((delimiter) => ({
      delimiter,
      machine: new CsvMachine(delimiter, this.limits, sep === null ? 1 : 2),
      rows: [],
    }))
    return { readings: this.readings, text: block.slice(sep?.length ?? 0) }
  }

  private read(block: string, last: boolean): void {
    const { readings, text } = this.start(block)
    for (const { machine, rows } of readings) {
      machine.push(text)
      if (last) machine.end()
      for (const row of machine.take()) if (rows.length > 0 || !isBlank(row.cells)) rows.push(row)
    }
    const waiting = readings.filter(({ machine, rows }) => rows.length === 0 && machine.refusal === null)
    if (waiting.length < readings.length) this.readSinceFirst += text.length
    if (waiting.length > 0 && !last && this.readSinceFirst <= this.limits.maxRowLength) return
    this.decide(readings, last)
  }

  private decide(readings: ReadonlyArray<Reading>, last: boolean): void {
    const candidates = readings.flatMap(({ delimiter, machine, rows: [first, ...rows] }) =>
      first === undefined
        ? []
        : [{ header: headerOf(first), delimiter, machine, row: first.row, first, rows }],
    )
    const choice = detectDelimiter(candidates, this.recognise)
    if (choice !== null && choice.recognised > 0) {
      if (choice.best.first.issues.length > 0) this.refusal = choice.best.first.issues
      else this.found = choice.best
      return
    }
    const refusals = readings
      .filter(({ rows }) => rows.length === 0)
      .map(({ machine }) => machine.refusal ?? machine.openQuote())
      .filter((refusal) => refusal !== null)
    if (refusals.length > 0) this.refusal = refusals.slice(0, 1)
    else if (choice === null || (last && candidates.length < readings.length)) {
      this.refusal = [sheetIssue({ code: "file.empty" })]
    } else this.refusal = [headerMissing(choice.best)]
  }
}

const headerOf = (row: CsvRow): ReadonlyArray<string> => {
  const cells = row.cells.map(unguardFormula)
  return cells.slice(0, cells.findLastIndex((cell) => !isBlankCell(cell)) + 1)
}

const headerMissing = (best: HeaderFound): SheetIssue =>
  sheetIssue({
    code: "header.missing",
    row: best.row,
    details: { found: best.header.map((cell) => shorten(cell, 100)) },
  })
