import { isBlank, isBlankCell } from "../blank.ts"
import { foundRow } from "./foundRow.ts"
import { RowTally } from "./RowTally.ts"
import { lastRow, SheetParser, type CellRange, type ParsedRow } from "./SheetParser.ts"
import type { Workbook } from "./Workbook.ts"
import { damaged, XlsxFault, type Finding } from "./XlsxFault.ts"
import type { XlsxLimits } from "./XlsxLimits.ts"
import type { FoundRow, TablePlace } from "./XlsxMessage.ts"
import { xmlText } from "./xmlText.ts"

/** How many rows too many are read one by one; beyond, they are counted as they stand in the sheet. */
const rowsTooMany = 1000

/** How many places a warning names. */
const placesNamed = 5

/** The rows of a table, below its header, and what is worth saying of the table as a whole when they have ended. */
export class TableRows {
  private dataRows = 0
  private readonly numbers = new Map<number, { rows: Array<number>; value: string; count: number }>()
  private readonly parser: SheetParser

  private readonly workbook: Workbook
  private readonly part: string
  private readonly table: TablePlace
  private readonly limits: XlsxLimits

  constructor(workbook: Workbook, part: string, table: TablePlace, limits: XlsxLimits) {
    this.workbook = workbook
    this.part = part
    this.table = table
    this.limits = limits
    this.parser = new SheetParser(part, workbook, limits)
  }

  /** Some rows at a time. Throws at the end if there were none, or too many. */
  async *read(): AsyncGenerator<ReadonlyArray<FoundRow>, void> {
    const { parts } = this.workbook
    const { maxRows } = this.limits
    let tally: RowTally | null = null
    for await (const text of xmlText(parts.part(this.part), parts.budget)) {
      if (tally !== null) this.count(tally, text)
      else {
        this.parser.push(text)
        const rows = this.parser.take().flatMap((row) => this.accept(row) ?? [])
        if (rows.length > 0) yield rows
        if (this.dataRows > maxRows + rowsTooMany) tally = new RowTally(this.parser.hasValue, text)
      }
    }
    if (tally === null) this.parser.end()
    else this.dataRows += tally.rows
    if (this.dataRows === 0) throw new XlsxFault({ code: "file.no_rows" })
    if (this.dataRows > maxRows) {
      const details = { limit: maxRows, found: this.dataRows }
      throw new XlsxFault({ code: "file.too_many_rows", details })
    }
  }

  /** More rows than a sheet can have are no sheet's. */
  private count(tally: RowTally, text: string): void {
    tally.push(text)
    if (this.dataRows + tally.rows > lastRow) throw damaged(this.part, "content")
  }

  warnings(): ReadonlyArray<Finding> {
    return [...this.hiddenColumns(), ...this.numberColumns(), ...this.mergedCells()]
  }

  private accept(parsed: ParsedRow): FoundRow | null {
    if (parsed.row <= this.table.headerRow) return null
    const found = foundRow(parsed)
    if (isBlank(found.cells) && found.issues.length === 0) return null
    this.dataRows++
    if (this.dataRows > this.limits.maxRows) return null
    const { row, cells, issues } = found
    if (parsed.hidden) issues.push({ code: "row.hidden", severity: "warning", row })
    this.checkLength(found)
    this.fit(found)
    parsed.cells.forEach((cell, column) => {
      if (cell?.isNumber && cell.issue === null && column < this.table.width)
        this.addNumber(column, row, cell.text)
    })
    return { row, cells, issues }
  }

  private checkLength({ row, cells, issues }: FoundRow): void {
    const { maxRowLength } = this.limits
    const found = cells.reduce((length, cell) => length + cell.length + 1, 0)
    if (found > maxRowLength && !issues.some(({ code }) => code === "cell.too_long")) {
      issues.push({ code: "row.too_long", row, details: { limit: maxRowLength, found } })
    }
  }

  /** Gives the row as many cells as the header has, and says so if that loses any text. */
  private fit({ row, cells, issues }: FoundRow): void {
    const { width } = this.table
    const extra = cells.findIndex((cell, at) => at >= width && !isBlankCell(cell))
    if (extra !== -1) {
      const details = { expected: width, found: cells.length }
      issues.push({ code: "row.extra_cells", row, columnIndex: extra, value: cells[extra]!, details })
    }
    while (cells.length < width) cells.push("")
    cells.length = width
  }

  private addNumber(column: number, row: number, value: string): void {
    const seen = this.numbers.get(column)
    if (seen === undefined) {
      this.numbers.set(column, { rows: [row], value, count: 1 })
      return
    }
    seen.count++
    if (seen.rows.length < placesNamed) seen.rows.push(row)
  }

  private numberColumns(): ReadonlyArray<Finding> {
    return [...this.numbers].map(([columnIndex, { rows, value, count }]) => ({
      code: "column.numbers",
      severity: "warning",
      columnIndex,
      value,
      details: { rows: rows.map(String), count },
    }))
  }

  private hiddenColumns(): ReadonlyArray<Finding> {
    const isHidden = (column: number) =>
      this.parser.hiddenColumns.some(([first, last]) => first <= column && column <= last)
    const columns = Array.from({ length: this.table.width }, (_, column) => column)
    return columns
      .filter(isHidden)
      .map((columnIndex) => ({ code: "column.hidden", severity: "warning", columnIndex }))
  }

  private mergedCells(): ReadonlyArray<Finding> {
    const { headerRow, width } = this.table
    const inTable = ({ rows, columns }: CellRange) => rows[1] > headerRow && columns[0] < width
    const merged = this.parser.merged.filter(inTable)
    if (merged.length === 0) return []
    const cells = merged.slice(0, placesNamed).map(({ reference }) => reference)
    return [
      {
        code: "cell.merged",
        severity: "warning",
        row: merged[0]!.rows[0],
        details: { cells, count: merged.length },
      },
    ]
  }
}
