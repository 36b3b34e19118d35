import { workbookWords } from "@muster/domain/messages/workbookWords"
import { downloadStructure } from "@muster/domain/use-cases/downloadStructure"
import { Effect, Stream } from "effect"
import { fileToSave } from "./Answer.ts"
import { exampleText } from "./exampleText.ts"
import { route, type Route } from "./route.ts"
import { fileQuery, tableFile } from "./tableFile.ts"

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
    query: fileQuery,
    answer: fileToSave("All of them, one a row", exampleText(kind)),
    problems: ["database.not_found"],
    run: ({ params, query, language }) =>
      Effect.gen(function* () {
        const { header, rows } = yield* downloadStructure(kind, params.databaseId)
        const sheet = workbookWords[language].sheets[kind]
        return yield* tableFile(query, kind, sheet, header, Stream.fromIterable(rows))
      }),
  })
}
