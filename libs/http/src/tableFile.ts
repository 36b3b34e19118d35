import type { Delimiter } from "@muster/domain/model/Import"
import { writeSheet } from "@muster/sheet/writeSheet"
import type { CellToWrite } from "@muster/sheet/xlsx/WorkbookToWrite"
import { writeXlsx } from "@muster/sheet/xlsx/writeXlsx"
import { DateTime, Effect, Schema, Stream } from "effect"
import type { FileToSave } from "./Answer.ts"
import type { Services } from "./Services.ts"

/** How a table is asked for as a file. */
export const fileQuery = {
  format: Schema.optionalKey(
    Schema.Literals(["csv", "xlsx"]).annotate({ description: "The file's format; csv where absent" }),
  ),
  delimiter: Schema.optionalKey(
    Schema.Literals(["comma", "semicolon"]).annotate({ description: "Of a CSV file; comma where absent" }),
  ),
}

interface FileWanted {
  readonly format?: "csv" | "xlsx"
  readonly delimiter?: "comma" | "semicolon"
}

/** The delimiter of a CSV file that is asked for. */
export const delimiterOf = ({ delimiter }: FileWanted) => (delimiter === "semicolon" ? ";" : ",")

/** A table of plain text as the file that is asked for. `name` is the file's, without its ending. */
export const tableFile = (
  wanted: FileWanted,
  name: string,
  sheet: string,
  header: ReadonlyArray<string>,
  rows: Stream.Stream<ReadonlyArray<string>, unknown, Services>,
): Effect.Effect<FileToSave> =>
  wanted.format === "xlsx"
    ? xlsxFile(name, sheet, header, rows)
    : Effect.succeed(csvFile(name, delimiterOf(wanted), header, rows))

/** A table as a CSV file. */
export const csvFile = (
  name: string,
  delimiter: Delimiter,
  header: ReadonlyArray<string>,
  rows: Stream.Stream<ReadonlyArray<string>, unknown, Services>,
): FileToSave => ({ fileName: `${name}.csv`, format: "csv", bytes: writeSheet({ delimiter }, header, rows) })

/** A table as an XLSX file with one sheet. */
export const xlsxFile = (
  name: string,
  sheet: string,
  header: ReadonlyArray<string>,
  rows: Stream.Stream<ReadonlyArray<CellToWrite>, unknown, Services>,
): Effect.Effect<FileToSave> =>
  Effect.map(DateTime.nowAsDate, (madeAt) => ({
    fileName: `${name}.xlsx`,
    format: "xlsx",
    bytes: writeXlsx({
      madeAt,
      sheets: [
        { name: sheet, columns: header.map((text) => ({ header: text, width: widthOf(text) })), rows },
      ],
    }),
  }))

/** How wide a column is at first, in characters. */
export const widthOf = (header: string): number => {
  if (/^_(message|suggestion|changes)$/.test(header)) return 60
  if (/^_(row|status)$/.test(header)) return 12
  return /mail|mejl|e-post/i.test(header) ? 36 : 22
}
