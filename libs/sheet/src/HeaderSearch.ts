import { isBlank } from "./blank.ts"
import { chooseReading, type Choice } from "./chooseReading.ts"
import { CsvMachine } from "./CsvMachine.ts"
import type { CsvRow } from "./CsvRow.ts"
import type { HeaderPlace, Recognise } from "./findHeader.ts"
import { grammarsOf, sepLine, type Grammar } from "./Grammar.ts"
import { issuesAbove } from "./issuesAbove.ts"
import type { DialectOptions } from "./Sheet.ts"
import { sheetIssue, shorten, type SheetIssue } from "./SheetIssue.ts"
import type { SheetLimits } from "./SheetLimits.ts"
import { weighReading, type Reading, type WeighedReading } from "./weighReading.ts"

/** The header, and the machine that has read the text thus far; it has the rows after the header to give. */
export interface HeaderFound extends Pick<Choice, "reasons" | "issues"> {
  readonly grammar: Grammar
  readonly place: HeaderPlace
  readonly row: number
  readonly machine: CsvMachine
  readonly rows: ReadonlyArray<CsvRow>
}

/** By what a text would be read where no header is found; `row` is where that would be. */
export interface HeaderSupposed extends Pick<HeaderFound, "grammar" | "row" | "reasons"> {
  readonly place: Pick<HeaderPlace, "rows">
}

/** In characters. The text is read in blocks of this size, so that the outcome does not depend on its pieces. */
const blockLength = 16 * 1024

/**
 * Finds the header by reading the beginning of the text by every grammar at once that it may be written in; a `sep=`
 * line leaves one delimiter. Where no known column is found, readings that have no row yet have `maxRowLength`
 * characters left for theirs.
 */
export class HeaderSearch {
  found: HeaderFound | null = null
  refusal: ReadonlyArray<SheetIssue> | null = null

  private readings: ReadonlyArray<Reading> | null = null
  private hasSepLine = false
  private held = ""
  private readSinceFirst = 0

  private readonly recognise: Recognise
  private readonly limits: SheetLimits
  private readonly chosen: DialectOptions

  constructor(recognise: Recognise, limits: SheetLimits, chosen: DialectOptions) {
    this.recognise = recognise
    this.limits = limits
    this.chosen = chosen
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

  /** Finds the header in what has come, if it is there. */
  settle(): void {
    this.read(this.held, false)
    this.held = ""
  }

  /** The number of the row that the text ends in thus far. Nothing can be pushed after this. */
  lastRow(): number {
    const { readings, text } = this.start(this.held)
    readings[0]!.machine.push(text)
    return readings[0]!.machine.row
  }

  /** What the text would be read by, going by what has come of it. */
  suppose(): HeaderSupposed {
    const { headerRow, delimiter, quote } = this.chosen
    const choice = chooseReading(
      this.weigh(this.readings ?? [], headerRow, true),
      this.chosen,
      this.hasSepLine,
    )
    if (choice !== null) {
      const { grammar, place, rows } = choice.best
      return { grammar, place, row: rows[place.at]!.row, reasons: choice.reasons }
    }
    return {
      grammar: (this.readings?.[0] ?? { grammar: grammarsOf("", this.chosen)[0]! }).grammar,
      place: { rows: 1 },
      row: headerRow ?? 1,
      reasons: {
        delimiter: this.hasSepLine ? "sepLine" : delimiter ? "chosen" : "first",
        quote: quote ? "chosen" : "only",
        header: headerRow === undefined ? "first" : "chosen",
      },
    }
  }

  private start(block: string): { readonly readings: ReadonlyArray<Reading>; readonly text: string } {
    if (this.readings !== null) return { readings: this.readings, text: block }
    const sep = this.chosen.delimiter === undefined ? sepLine(block) : null
    const length = sepLine(block)?.length ?? 0
    const text = block.slice(length)
    this.hasSepLine = sep !== null
    this.readings = grammarsOf(text, sep === null ? this.chosen : { ...this.chosen, ...sep }).map(
      (grammar) => ({
        grammar,
        machine: new CsvMachine(grammar, this.limits, length === 0 ? 1 : 2),
        rows: [],
      }),
    )
    return { readings: this.readings, text }
  }

  private read(block: string, last: boolean): void {
    const { readings, text } = this.start(block)
    for (const { machine, rows } of readings) {
      machine.push(text)
      if (last) machine.end()
      for (const row of machine.take()) if (rows.length > 0 || !isBlank(row.cells)) rows.push(row)
    }
    this.decide(readings, last)
    if (this.found !== null || this.refusal !== null || last) return
    const waiting = readings.filter(({ machine, rows }) => rows.length === 0 && machine.refusal === null)
    if (waiting.length < readings.length) this.readSinceFirst += text.length
    const isEnough = waiting.length === 0 && this.chosen.headerRow === undefined
    if (isEnough || this.readSinceFirst > this.limits.maxRowLength) this.giveUp(readings, false)
  }

  private decide(readings: ReadonlyArray<Reading>, last: boolean): void {
    const { headerRow } = this.chosen
    const choice = chooseReading(this.weigh(readings, headerRow, last), this.chosen, this.hasSepLine)
    if (choice === null || (choice.best.place.recognised === 0 && headerRow === undefined)) {
      if (last) this.giveUp(readings, true)
      return
    }
    const { place, rows, machine, grammar } = choice.best
    const headerRows = rows.slice(place.at, place.at + place.rows)
    const faults = headerRows.flatMap((row) => row.issues)
    if (faults.length > 0) this.refusal = faults
    else {
      this.found = {
        grammar,
        place,
        reasons: choice.reasons,
        issues: [
          ...choice.issues,
          ...issuesAbove(rows.slice(0, place.at), headerRows[0]!.row, this.recognise),
        ],
        row: headerRows[0]!.row,
        machine,
        rows: rows.slice(place.at + place.rows),
      }
    }
  }

  /** Unusual quotes are meant only where they stand around cells as often as there are rows. */
  private weigh(
    readings: ReadonlyArray<Reading>,
    headerRow: number | undefined,
    last: boolean,
  ): ReadonlyArray<WeighedReading> {
    const isUsual = ({ grammar }: Reading) => grammar.quote === "double" || this.chosen.quote !== undefined
    return readings
      .filter((reading) => isUsual(reading) || reading.machine.quotedCells >= reading.rows.length)
      .map((reading) => weighReading(reading, this.recognise, headerRow, last))
      .filter((one) => one !== null)
  }

  private giveUp(readings: ReadonlyArray<Reading>, last: boolean): void {
    const refusals = readings
      .filter(({ rows }) => rows.length === 0)
      .map(({ machine }) => machine.refusal ?? machine.openQuote())
      .filter((refusal) => refusal !== null)
    const choice = chooseReading(this.weigh(readings, undefined, last), this.chosen, this.hasSepLine)
    if (refusals.length > 0) this.refusal = refusals.slice(0, 1)
    else if (choice === null || (last && readings.some(({ rows }) => rows.length === 0))) {
      this.refusal = [sheetIssue({ code: "file.empty" })]
    } else {
      const { place, rows } = choice.best
      const found = place.header.map((cell) => shorten(cell, 100))
      this.refusal = [sheetIssue({ code: "header.missing", row: rows[place.at]!.row, details: { found } })]
    }
  }
}
