import { CellReading, type ReadCell } from "./CellReading.ts"
import { columnOf, parseReference } from "./cellReference.ts"
import { spreadsheetNamespaces } from "./namespaces.ts"
import { isTrue, type Workbook } from "./Workbook.ts"
import { damaged, XlsxFault } from "./XlsxFault.ts"
import type { XlsxLimits } from "./XlsxLimits.ts"
import type { XmlAttributes } from "./XmlAttributes.ts"
import { XmlReader } from "./XmlReader.ts"

/** A row as it stands in the sheet, with a cell at each column that has one. */
export interface ParsedRow {
  readonly row: number
  readonly hidden: boolean
  readonly cells: ReadonlyArray<ReadCell | undefined>
}

/** A rectangle of cells, in rows from 1 and columns from 0, its last ones included. */
export interface CellRange {
  readonly rows: readonly [first: number, last: number]
  readonly columns: readonly [first: number, last: number]
  readonly reference: string
}

/** The last row that a sheet can have, and the last column. */
export const lastRow = 1_048_576
const lastColumn = 16_383

/** How many ranges of one kind are kept; the others are as their number says. */
const keptRanges = 1000

/** Takes the XML of a worksheet in pieces and gives its rows. */
export class SheetParser {
  /** Columns that are hidden. */
  readonly hiddenColumns: Array<CellRange["columns"]> = []
  /** Cells merged into one, complete when all of the sheet is read: they stand below the rows. */
  readonly merged: Array<CellRange> = []

  private rows: Array<ParsedRow> = []
  private inData = false
  private row = 0
  private rowText = "0"
  private rowHidden = false
  private column = -1
  private inCell = false
  private cells: Array<ReadCell | undefined> = []
  private readonly cell: CellReading

  private readonly part: string
  private readonly limits: XlsxLimits
  private readonly reader: XmlReader

  constructor(part: string, workbook: Workbook, limits: XlsxLimits) {
    this.part = part
    this.limits = limits
    this.cell = new CellReading(part, workbook, limits)
    this.reader = new XmlReader(part, spreadsheetNamespaces, {
      open: (name, attributes, depth) => this.open(name, attributes, depth),
      text: (piece) => this.cell.add(piece),
      close: (name, depth) => this.close(name, depth),
    })
  }

  /** Whether the row being read has a value thus far, or a cell that may have one. */
  get hasValue(): boolean {
    return this.cells.length > 0 || this.inCell
  }

  push(text: string): void {
    this.reader.push(text)
  }

  end(): void {
    this.reader.end()
  }

  /** The rows that were completed since the last call; those without cells are not told. */
  take(): ReadonlyArray<ParsedRow> {
    const rows = this.rows
    this.rows = []
    return rows
  }

  private open(name: string, attributes: XmlAttributes, depth: number): void {
    if (depth === 2) this.inData = name === "sheetData"
    if (this.inData) {
      if (depth === 3 && name === "row") this.startRow(attributes)
      else if (depth === 4 && name === "c") this.startCell(attributes)
      else if (depth > 4) this.cell.open(name, depth - 4)
    } else if (depth === 3 && name === "col") {
      const columns = [Number(attributes.get("min")) - 1, Number(attributes.get("max")) - 1] as const
      if (isTrue(attributes.get("hidden")) && this.hiddenColumns.length < keptRanges) {
        this.hiddenColumns.push(columns)
      }
    } else if (depth === 3 && name === "mergeCell") this.addMerged(attributes.get("ref") ?? "")
  }

  private close(name: string, depth: number): void {
    if (!this.inData) return
    if (depth === 4 && name === "c") this.endCell()
    else if (depth === 3 && name === "row") this.endRow()
    else if (depth > 4) this.cell.close(name, depth - 4)
  }

  private startRow(attributes: XmlAttributes): void {
    const given = attributes.get("r")
    const row = given === undefined ? this.row + 1 : Number(given)
    if (!Number.isInteger(row) || row <= this.row || row > lastRow) throw damaged(this.part, "content")
    this.row = row
    this.rowText = String(row)
    this.rowHidden = isTrue(attributes.get("hidden"))
    this.column = -1
  }

  private startCell(attributes: XmlAttributes): void {
    const reference = attributes.get("r")
    this.column = reference === undefined ? this.column + 1 : columnOf(reference, this.rowText)
    const taken = this.cells[this.column] !== undefined
    if (this.column < 0 || this.column > lastColumn || taken) throw damaged(this.part, "content")
    this.inCell = true
    this.cell.start(attributes.get("t") ?? "n", attributes.get("s"))
  }

  private endCell(): void {
    this.inCell = false
    const cell = this.cell.take()
    if (cell === null) return
    const { maxColumns } = this.limits
    if (this.column >= maxColumns) {
      throw new XlsxFault({ code: "file.too_many_columns", row: this.row, details: { limit: maxColumns } })
    }
    while (this.cells.length < this.column) this.cells.push(undefined)
    this.cells[this.column] = cell
  }

  private endRow(): void {
    if (this.cells.length === 0) return
    this.rows.push({ row: this.row, hidden: this.rowHidden, cells: this.cells })
    this.cells = []
  }

  private addMerged(reference: string): void {
    const range = parseReference(reference)
    if (range === null) throw damaged(this.part, "content")
    if (this.merged.length < keptRanges) this.merged.push(range)
  }
}
