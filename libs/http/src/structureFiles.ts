import { downloadStructure } from "@muster/domain/use-cases/downloadStructure"
import { writeSheet } from "@muster/sheet/writeSheet"
import { Effect, Schema, Stream } from "effect"
import { csvFile } from "./Answer.ts"
import { exampleText } from "./exampleText.ts"
import { route, type Route } from "./route.ts"

/** The calls that answer a database's departments and permission groups as files. */
export const structureFileRoutes: ReadonlyArray<Route> = [
  fileRoute("departments", "downloadDepartments", "Departments"),
  fileRoute("permission-groups", "downloadPermissionGroups", "Permission groups"),
]

function fileRoute(kind: "departments" | "permission-groups", name: string, tag: string): Route {
  return route({
    method: "get",
    path: `/api/v1/databases/:databaseId/${kind}/download`,
    name,
    tag,
    needs: "database.read",
    summary: "Download all as a file that an import accepts",
    query: { delimiter: Schema.optionalKey(Schema.Literals(["comma", "semicolon"])) },
    answer: csvFile("All of them, one a row", exampleText(kind)),
    problems: ["database.not_found"],
    run: ({ params, query }) =>
      Effect.map(downloadStructure(kind, params.databaseId), ({ header, rows }) => ({
        fileName: `${kind}.csv`,
        bytes: writeSheet(
          { delimiter: query.delimiter === "semicolon" ? ";" : "," },
          header,
          Stream.fromIterable(rows),
        ),
      })),
  })
}
