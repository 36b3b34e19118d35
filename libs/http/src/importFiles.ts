import { workbookWords } from "@muster/domain/messages/workbookWords"
import { exampleFile } from "@muster/domain/use-cases/exampleFile"
import { reportImport, type ReportRow } from "@muster/domain/use-cases/reportImport"
import type { CellToWrite } from "@muster/sheet/xlsx/WorkbookToWrite"
import { Effect, Schema, Stream } from "effect"
import { fileToSave } from "./Answer.ts"
import { exampleText } from "./exampleText.ts"
import { kindQueryOf, scopeOf, type ImportMount } from "./ImportMount.ts"
import { route, type Route } from "./route.ts"
import { csvFile, delimiterOf, fileQuery, xlsxFile } from "./tableFile.ts"
import { templateFile } from "./templateFile.ts"

/** The calls that answer files: an import's example file and its report. */
export const importFileRoutes = (mount: ImportMount): ReadonlyArray<Route> => [
  templateRoute(mount),
  reportRoute(mount),
]

const templateRoute = (mount: ImportMount): Route => {
  const { base, kind, tag, named, needs } = mount
  return route({
    method: "get",
    path: `${base}/template`,
    name: `download${named}Template`,
    tag,
    needs: needs.read,
    summary: "Download the example file",
    description:
      "CSV in UTF-8 with byte order mark, or XLSX; that of a database offers its departments and groups to choose from. The example row, if left in, is skipped.",
    query: { ...fileQuery, ...kindQueryOf(mount) },
    answer: fileToSave("The example file", exampleText(kind)),
    problems: ["database.not_found"],
    run: ({ params, query, language }) =>
      Effect.gen(function* () {
        const scope = scopeOf(params, query.kind)
        const example = yield* exampleFile(scope)
        if (query.format === "xlsx") return yield* templateFile(scope.kind, example, language)
        return csvFile(scope.kind, delimiterOf(query), example.header, Stream.make(example.row))
      }),
  })
}

const reportRoute = ({ base, kind, tag, named, needs }: ImportMount): Route =>
  route({
    method: "get",
    path: `${base}/:importId/report`,
    name: `download${named}Report`,
    tag,
    needs: needs.read,
    summary: "Download the error file, or all rows",
    description:
      "The file's own columns, then `_row,_status,_code,_column,_message,_suggestion`, and `_outcome,_changes` unless the mode is `create`; as CSV in the file's own " +
      "delimiter, or as XLSX with what is wrong marked and told in notes. Corrected, it can be uploaded as it is. The error file of an import that was cancelled, failed or " +
      "was set aside has the rows that were not reached too, so that none is lost.",
    query: { format: fileQuery.format, rows: Schema.optionalKey(Schema.Literals(["failed", "all"])) },
    answer: fileToSave(
      "The report",
      exampleText(kind, [
        ["_row", "2"],
        ["_status", "failed"],
        ["_code", "email.taken"],
        ["_column", "E-mail"],
        ["_message", "Somebody has the address already."],
        ["_suggestion", "Leave the row out."],
      ]),
    ),
    problems: ["import.not_found"],
    run: ({ params, query: { format, rows = "failed" }, language }) =>
      Effect.gen(function* () {
        const report = yield* reportImport(scopeOf(params), params.importId, rows, language)
        const of = report.import.fileName.replace(/\.[A-Za-z0-9]{1,5}$/, "")
        const name = `${of}-${rows === "failed" ? "errors" : "report"}`
        if (format !== "xlsx") {
          const cells = Stream.map(report.rows, (row) => row.cells)
          return csvFile(name, report.import.delimiter, report.header, cells)
        }
        const { report: sheet } = workbookWords[language].sheets
        return yield* xlsxFile(name, sheet, report.header, Stream.map(report.rows, markedCells))
      }),
  })

const markedCells = ({ cells, marks }: ReportRow): ReadonlyArray<CellToWrite> =>
  cells.map((text, position) => {
    const found = marks.get(position)
    if (found === undefined) return text
    const mark = found.severity === "error" || found.severity === "conflict" ? "error" : "warning"
    return { text, mark, note: found.text }
  })
