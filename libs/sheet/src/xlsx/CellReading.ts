import { unguardFormula } from "../formulaGuard.ts"
import { dateText } from "./dateText.ts"
import { unescapeCharacters } from "./escapedCharacters.ts"
import { maskDigits } from "./NumberFormat.ts"
import { numberText } from "./numberText.ts"
import { RichText, type ReadText } from "./RichText.ts"
import type { Workbook } from "./Workbook.ts"
import { damaged, tooComplex, type Finding } from "./XlsxFault.ts"
import type { XlsxLimits } from "./XlsxLimits.ts"

/** A cell that holds something: its text, what is to be said of it, and whether it is a number. */
export interface ReadCell {
  readonly text: string
  readonly issue: Omit<Finding, "row" | "columnIndex"> | null
  readonly isNumber: boolean
}

const maxFormula = 200

/**
 * Reads one cell after the other (ECMA-376 part 1, CT_Cell) as the text that it shows. What it shows is not what was
 * meant where it is calculated, a date, an error or a number with more digits than a spreadsheet keeps: its issue
 * says so.
 */
export class CellReading {
  private type = "n"
  private style: string | undefined
  private within: "v" | "f" | "is" | "" = ""
  private hasValue = false
  private formula: string | null = null
  private textRead = 0
  private readonly value: RichText

  private readonly part: string
  private readonly workbook: Workbook
  private readonly limits: XlsxLimits

  constructor(part: string, workbook: Workbook, limits: XlsxLimits) {
    this.part = part
    this.workbook = workbook
    this.limits = limits
    this.value = new RichText(limits.maxCellLength)
  }

  start(type: string, style: string | undefined): void {
    this.type = type
    this.style = style
    this.within = ""
    this.hasValue = false
    this.formula = null
    this.value.start()
  }

  /** An element inside the cell opens; depth is 1 for those right below it. */
  open(name: string, depth: number): void {
    if (depth > 1) return this.within === "is" ? this.value.open(name) : undefined
    this.within = name === "v" || name === "f" || name === "is" ? name : ""
    if (name === "f") this.formula = ""
    if (name === "v") this.hasValue = true
  }

  close(name: string, depth: number): void {
    if (depth === 1) this.within = ""
    else this.value.close(name)
  }

  add(piece: string): void {
    if (this.within === "v") this.value.append(piece)
    else if (this.within === "is") this.value.add(piece)
    else if (this.within === "f" && this.formula !== null && this.formula.length < maxFormula) {
      this.formula += piece.slice(0, maxFormula)
    }
  }

  /** What the cell holds, or null if that is nothing. */
  take(): ReadCell | null {
    const { formula, hasValue } = this
    const read = this.value.take()
    const cell = read.length === 0 ? blank : this.convert(read)
    this.textRead += cell.text.length
    if (this.textRead > this.limits.maxText) throw tooComplex("text", this.limits.maxText)
    if (formula === null || (hasValue && read.length === 0)) return cell.text === "" ? null : cell
    const issue = { code: "cell.formula", value: cell.text, details: { formula: `=${formula}` } } as const
    return { ...cell, issue, isNumber: false }
  }

  private convert(read: ReadText): ReadCell {
    if (this.type === "s") return this.text(this.workbook.strings.get(index(read.text), this.part))
    if (this.type === "inlineStr" || this.type === "str") return this.text(read)
    if (this.type === "b") return plain(read.text.trim() === "1" ? "TRUE" : "FALSE")
    if (this.type === "e") return { ...plain(read.text), issue: { code: "cell.error", value: read.text } }
    if (this.type === "d") return date(read.text)
    if (this.type === "n") return this.number(read.text.trim())
    throw damaged(this.part, "content")
  }

  private text({ text, length }: ReadText): ReadCell {
    const { maxCellLength } = this.limits
    if (length > maxCellLength) {
      const details = { limit: maxCellLength, found: length }
      return { ...plain(text), issue: { code: "cell.too_long", value: text, details } }
    }
    return plain(unguardFormula(unescapeCharacters(text)))
  }

  private number(written: string): ReadCell {
    const number = numberText(written)
    if (number === null) return { ...plain(written), issue: { code: "cell.error", value: written } }
    const format = this.workbook.formats.of(this.style)
    if (format === "date") {
      const text = dateText(Number(written), this.workbook.from1904)
      if (text !== null) return date(text)
    }
    const isMasked = typeof format === "object" && /^\d+$/.test(number.text)
    const text = isMasked ? maskDigits(number.text, format.mask) : number.text
    const issue = number.lostDigits ? ({ code: "cell.precision", value: text } as const) : null
    return { text, issue, isNumber: true }
  }
}

const plain = (text: string): ReadCell => ({ text, issue: null, isNumber: false })

const blank = plain("")

const date = (text: string): ReadCell => ({
  ...plain(text),
  issue: { code: "cell.date_in_text", value: text },
})

const index = (text: string): number => (/^\s*\d+\s*$/.test(text) ? Number(text) : -1)
