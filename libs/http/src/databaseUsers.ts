import { Access } from "@muster/domain/model/Access"
import { Accesses } from "@muster/domain/ports/Accesses"
import { Databases } from "@muster/domain/ports/Databases"
import { Effect } from "effect"
import { json } from "./Answer.ts"
import { Cursor, pageOf, pageQuery } from "./paging.ts"
import { route, type Route } from "./route.ts"

const AccessAnswer = Access.annotate({ identifier: "Access" })

/** The calls about who has access to a database. */
export const databaseUserRoutes: ReadonlyArray<Route> = [
  route({
    method: "get",
    path: "/api/v1/databases/:databaseId/users",
    name: "listDatabaseUsers",
    needs: "database.read",
    tag: "Database users",
    summary: "List who has access to a database, in order of e-mail",
    query: pageQuery,
    answer: json(pageOf(AccessAnswer, Cursor, "AccessPage"), { description: "A page of accesses" }),
    problems: ["database.not_found"],
    run: ({ params, query: { limit, cursor = null } }) =>
      Effect.gen(function* () {
        const databases = yield* Databases
        const { id } = yield* databases.find(params.databaseId)
        const accesses = yield* Accesses
        return yield* accesses.list(id, { limit, cursor })
      }),
  }),
]
