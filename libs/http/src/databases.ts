import { Database } from "@muster/domain/model/Database"
import { Databases } from "@muster/domain/ports/Databases"
import { Effect, Schema } from "effect"
import { json } from "./Answer.ts"
import { jsonBody } from "./BodyKind.ts"
import { nameText } from "./bodyText.ts"
import { Cursor, pageOf, pageQuery } from "./paging.ts"
import { visibleDatabases } from "@muster/domain/rights/may"
import { route, type Route } from "./route.ts"

const base = "/api/v1/databases"
const tag = "Databases"

export const DatabaseAnswer = Database.annotate({ identifier: "Database" })

const NewDatabase = Schema.Struct({ name: nameText(200) }).annotate({ identifier: "NewDatabase" })

/** The calls about databases. */
export const databaseRoutes: ReadonlyArray<Route> = [
  route({
    method: "get",
    path: base,
    name: "listDatabases",
    tag,
    needs: "session.use",
    summary: "List the databases that the caller has a right in, in order of name",
    query: pageQuery,
    answer: json(pageOf(DatabaseAnswer, Cursor, "DatabasePage"), { description: "A page of databases" }),
    problems: [],
    run: ({ query: { limit, cursor = null }, caller }) =>
      Effect.flatMap(Databases, (databases) =>
        databases.list({ limit, cursor, among: visibleDatabases(caller.actor) }),
      ),
  }),
  route({
    method: "post",
    path: base,
    name: "createDatabase",
    tag,
    needs: "databases.create",
    summary: "Add a database",
    body: jsonBody(NewDatabase),
    answer: json(DatabaseAnswer, {
      status: 201,
      description: "The database",
      location: ({ id }) => `${base}/${id}`,
    }),
    problems: [],
    run: ({ body, id }) =>
      Effect.flatMap(Databases, (databases) => databases.create({ id, name: body.name })),
  }),
  route({
    method: "get",
    path: `${base}/:databaseId`,
    name: "readDatabase",
    tag,
    needs: "database.read",
    summary: "Read a database",
    answer: json(DatabaseAnswer, { description: "The database" }),
    problems: ["database.not_found"],
    run: ({ params }) => Effect.flatMap(Databases, (databases) => databases.find(params.databaseId)),
  }),
  route({
    method: "patch",
    path: `${base}/:databaseId`,
    name: "renameDatabase",
    tag,
    needs: "database.change",
    summary: "Rename a database",
    body: jsonBody(NewDatabase),
    answer: json(DatabaseAnswer, { description: "The database" }),
    problems: ["database.not_found"],
    run: ({ params, body }) =>
      Effect.flatMap(Databases, (databases) => databases.change(params.databaseId, body)),
  }),
  closingRoute(
    "close",
    true,
    "Close a database: nobody may anything there and nothing changes, until it is opened",
  ),
  closingRoute("reopen", false, "Open a database again, as it was"),
]

function closingRoute(act: string, closed: boolean, summary: string): Route {
  return route({
    method: "post",
    path: `${base}/:databaseId/${act}`,
    name: `${act}Database`,
    tag,
    needs: "databases.close",
    summary,
    answer: json(DatabaseAnswer, { description: "The database" }),
    problems: ["database.not_found"],
    run: ({ params }) =>
      Effect.flatMap(Databases, (databases) => databases.change(params.databaseId, { closed })),
  })
}
