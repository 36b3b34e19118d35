import { Access, noExtra } from "@muster/domain/model/Access"
import { foldSearch } from "@muster/domain/model/searchText"
import { Accesses } from "@muster/domain/ports/Accesses"
import { Databases } from "@muster/domain/ports/Databases"
import { Permissions } from "@muster/domain/rights/Permissions"
import { changeAccess, grantAccess, removeAccess } from "@muster/domain/use-cases/placeUser"
import { readPermissions } from "@muster/domain/use-cases/readPermissions"
import { Effect, Schema } from "effect"
import { json, nothing, withEtag } from "./Answer.ts"
import { jsonBody } from "./BodyKind.ts"
import { freeText, identifierText, nameText } from "./bodyText.ts"
import { digestTag, ifMatch, versionTag } from "./etag.ts"
import { accessCodes } from "./issueCodes.ts"
import { Cursor, pageOf, pageQuery } from "./paging.ts"
import { route, type Route } from "./route.ts"

const base = "/api/v1/databases/:databaseId/users"
const one = `${base}/:userId` as const
const tag = "Database users"

const AccessAnswer = Access.annotate({ identifier: "Access" })

const once = Schema.makeFilter(
  (places: ReadonlyArray<{ readonly departmentId: string }>) =>
    new Set(places.map(({ departmentId }) => departmentId)).size === places.length || "each department once",
)
const place = {
  departmentId: identifierText("departmentId"),
  groupName: identifierText("groupName"),
}
const Extra = Schema.Struct({
  departments: Schema.Array(Schema.Struct(place)).check(Schema.isMaxLength(100), once),
  permissions: Schema.Array(nameText(200)).check(Schema.isMaxLength(1000), Schema.isUnique()),
}).annotate({ identifier: "NewAccessExtra" })

const NewAccess = Schema.Struct({
  email: freeText(400),
  ...place,
  extra: Extra.pipe(Schema.withDecodingDefaultKey(Effect.succeed(noExtra))),
}).annotate({ identifier: "NewAccess" })

const AccessChange = Schema.Struct({
  departmentId: Schema.optionalKey(place.departmentId),
  groupName: Schema.optionalKey(place.groupName),
  extra: Schema.optionalKey(Extra.annotate({ description: "In place of what there is" })),
}).annotate({ identifier: "AccessChange" })

const PermissionsAnswer = Permissions.annotate({ identifier: "Permissions" })

/** The calls about who has access to a database. */
export const databaseUserRoutes: ReadonlyArray<Route> = [
  route({
    method: "get",
    path: base,
    name: "listDatabaseUsers",
    needs: "database.read",
    tag,
    summary: "List who has access to a database, in order of e-mail",
    query: {
      ...pageQuery,
      search: Schema.optionalKey(
        freeText(200).annotate({ description: "Part of a name, username or e-mail, as for platform users" }),
      ),
      departmentId: Schema.optionalKey(
        freeText(200).annotate({ description: "Only those with a place in this department or one below it" }),
      ),
      groupName: Schema.optionalKey(
        freeText(200).annotate({ description: "Only those who hold this group in any department" }),
      ),
    },
    answer: json(pageOf(AccessAnswer, Cursor, "AccessPage"), { description: "A page of accesses" }),
    problems: ["database.not_found"],
    run: ({ params, query: { cursor = null, search, ...wanted } }) =>
      Effect.gen(function* () {
        const databases = yield* Databases
        const { id } = yield* databases.find(params.databaseId)
        const accesses = yield* Accesses
        const folded = foldSearch(search ?? "")
        return yield* accesses.list(id, { ...wanted, ...(folded && { search: folded }), cursor })
      }),
  }),
  route({
    method: "post",
    path: base,
    name: "grantAccess",
    needs: "accesses.change",
    tag,
    summary: "Give an active platform user access",
    description: "Under the same rules as a row of an import.",
    body: jsonBody(NewAccess),
    answer: json(AccessAnswer, { status: 201, description: "The access" }),
    problems: [
      "database.not_found",
      "access.not_grantable",
      "access.not_possible",
      "permission.unknown",
      ...accessCodes,
    ],
    run: ({ params, body: { email, ...access }, caller }) =>
      Effect.gen(function* () {
        const { id } = yield* (yield* Databases).find(params.databaseId)
        return yield* grantAccess(caller.actor, id, email, access)
      }),
  }),
  route({
    method: "get",
    path: one,
    name: "readAccess",
    needs: "database.read",
    tag,
    summary: "Read one user's access",
    answer: withEtag(json(AccessAnswer, { description: "The access" }), versionTag),
    problems: ["access.not_found"],
    run: ({ params }) =>
      Effect.flatMap(Accesses, (accesses) => accesses.find(params.databaseId, params.userId)),
  }),
  route({
    method: "patch",
    path: one,
    name: "changeAccess",
    needs: "accesses.change",
    tag,
    summary: "Change one user's department, group or what was given by hand",
    description: "With If-Match only the version of that ETag is changed.",
    body: jsonBody(AccessChange),
    answer: withEtag(json(AccessAnswer, { description: "The access" }), versionTag),
    problems: [
      "access.not_found",
      "access.changed_meanwhile",
      "access.not_grantable",
      "access.not_possible",
      "permission.unknown",
      ...accessCodes,
    ],
    run: ({ params, body, caller, request }) =>
      Effect.flatMap(ifMatch(request), (version) =>
        changeAccess(caller.actor, params.databaseId, params.userId, body, version),
      ),
  }),
  route({
    method: "delete",
    path: one,
    name: "removeAccess",
    needs: "accesses.change",
    tag,
    summary: "Take one user's access away",
    answer: nothing("The user has no access any more"),
    problems: ["access.not_found", "access.changed_meanwhile", "access.not_grantable"],
    run: ({ params, caller, request }) =>
      Effect.flatMap(ifMatch(request), (version) =>
        removeAccess(caller.actor, params.databaseId, params.userId, version),
      ),
  }),
  route({
    method: "get",
    path: `${one}/permissions`,
    name: "readPermissions",
    needs: "database.read",
    tag,
    summary: "What a user may do in the database, and why",
    description: "For the product that asks on each request: send the ETag again as If-None-Match.",
    answer: withEtag(json(PermissionsAnswer, { description: "The permissions" }), digestTag),
    problems: ["access.not_found", "database.not_found"],
    run: ({ params: { databaseId, userId } }) => readPermissions(databaseId, userId),
  }),
]
