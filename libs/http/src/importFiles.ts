import { exampleFile } from "@muster/domain/use-cases/exampleFile"
import { reportImport } from "@muster/domain/use-cases/reportImport"
import { writeSheet } from "@muster/sheet/writeSheet"
import { Effect, Schema, Stream } from "effect"
import { csvFile } from "./Answer.ts"
import { exampleText } from "./exampleText.ts"
import { kindQueryOf, scopeOf, type ImportMount } from "./ImportMount.ts"
import { RequestRefused } from "./RequestRefused.ts"
import { route, type Route } from "./route.ts"

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
    description: "UTF-8 with byte order mark. The example row, if left in, is skipped.",
    query: {
      format,
      delimiter: Schema.optionalKey(Schema.Literals(["comma", "semicolon"])),
      ...kindQueryOf(mount),
    },
    answer: csvFile("The example file", exampleText(kind)),
    problems: ["database.not_found", "format.not_supported"],
    run: ({ params, query }) =>
      Effect.gen(function* () {
        yield* onlyCsv(query.format)
        const scope = scopeOf(params, query.kind)
        const { header, row } = yield* exampleFile(scope)
        const delimiter = query.delimiter === "semicolon" ? ";" : ","
        return { fileName: `${scope.kind}.csv`, bytes: writeSheet({ delimiter }, header, Stream.make(row)) }
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
      "The file's own columns, then `_row,_status,_code,_column,_message,_suggestion`, and `_outcome,_changes` unless the mode is `create`; in the file's own " +
      "delimiter. Corrected, it can be uploaded as it is.",
    query: { format, rows: Schema.optionalKey(Schema.Literals(["failed", "all"])) },
    answer: csvFile(
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
    problems: ["import.not_found", "format.not_supported"],
    run: ({ params, query: { format, rows = "failed" }, language }) =>
      Effect.gen(function* () {
        yield* onlyCsv(format)
        const report = yield* reportImport(scopeOf(params), params.importId, rows, language)
        const name = report.import.fileName.replace(/\.[A-Za-z0-9]{1,5}$/, "")
        return {
          fileName: `${name}-${rows === "failed" ? "errors" : "report"}.csv`,
          bytes: writeSheet(report.import, report.header, report.rows),
        }
      }),
  })

const format = Schema.optionalKey(
  Schema.Literals(["csv", "xlsx"]).annotate({ description: "The file's format; csv where absent" }),
)

const onlyCsv = (format: "csv" | "xlsx" | undefined) =>
  format === "xlsx" ? Effect.fail(new RequestRefused({ code: "format.not_supported" })) : Effect.void
