import { PermissionGroup } from "@muster/domain/model/PermissionGroup"
import { Databases } from "@muster/domain/ports/Databases"
import { PermissionGroups } from "@muster/domain/ports/PermissionGroups"
import { changeGroup, createGroup } from "@muster/domain/use-cases/changeGroup"
import { Effect, Schema } from "effect"
import { json, nothing } from "./Answer.ts"
import { jsonBody } from "./BodyKind.ts"
import { PlaceUsageAnswer } from "./departments.ts"
import { freeText, identifierText, nameText } from "./bodyText.ts"
import { Cursor, limitParam, pageAt, pageOf, pageQuery } from "./paging.ts"
import { route, type Route } from "./route.ts"

const base = "/api/v1/databases/:databaseId/permission-groups"
const tag = "Permission groups"

const PermissionGroupAnswer = PermissionGroup.annotate({ identifier: "PermissionGroup" })

const NewPermissionGroup = Schema.Struct({
  groupName: identifierText("groupName"),
  description: freeText(1000).pipe(Schema.withDecodingDefaultKey(Effect.succeed(""))),
  permissions: Schema.Array(nameText(200)).pipe(
    Schema.check(Schema.isMaxLength(1000)),
    Schema.withDecodingDefaultKey(Effect.succeed([])),
  ),
}).annotate({ identifier: "NewPermissionGroup" })

const PermissionGroupChange = Schema.Struct({
  groupName: Schema.optionalKey(identifierText("groupName")),
  description: Schema.optionalKey(freeText(1000)),
  permissions: Schema.optionalKey(Schema.Array(nameText(200)).check(Schema.isMaxLength(1000))),
}).annotate({ identifier: "PermissionGroupChange" })

/** The calls about the permission groups of a database. */
export const permissionGroupRoutes: ReadonlyArray<Route> = [
  route({
    method: "get",
    path: base,
    name: "listPermissionGroups",
    tag,
    needs: "database.read",
    summary: "List a database's permission groups in order of name",
    query: { ...pageQuery, limit: limitParam(500) },
    answer: json(pageOf(PermissionGroupAnswer, Cursor, "PermissionGroupPage"), {
      description: "A page of permission groups",
    }),
    problems: ["database.not_found"],
    run: ({ params, query }) =>
      Effect.gen(function* () {
        const databases = yield* Databases
        const { id } = yield* databases.find(params.databaseId)
        const groups = yield* PermissionGroups
        return pageAt(yield* groups.list(id), query, ({ groupName }) => groupName)
      }),
  }),
  route({
    method: "post",
    path: base,
    name: "createPermissionGroup",
    tag,
    needs: "database.change",
    summary: "Add a permission group",
    body: jsonBody(NewPermissionGroup),
    answer: json(PermissionGroupAnswer, { status: 201, description: "The permission group" }),
    problems: ["database.not_found", "group.taken", "permission.unknown"],
    run: ({ params, body, id }) => createGroup(params.databaseId, id, body),
  }),
  route({
    method: "patch",
    path: `${base}/:groupName`,
    name: "changePermissionGroup",
    tag,
    needs: "database.change",
    summary: "Rename a permission group, or change what it allows to all who have it",
    body: jsonBody(PermissionGroupChange),
    answer: json(PermissionGroupAnswer, { description: "The permission group" }),
    problems: ["group.not_found", "group.taken", "permission.unknown"],
    run: ({ params: { databaseId, groupName }, body }) => changeGroup(databaseId, groupName, body),
  }),
  route({
    method: "get",
    path: `${base}/:groupName/usage`,
    name: "readPermissionGroupUsage",
    tag,
    needs: "database.read",
    summary: "What hangs on a permission group: to be seen before it is changed or removed",
    answer: json(PlaceUsageAnswer, { description: "How much" }),
    problems: [],
    run: ({ params }) =>
      Effect.flatMap(PermissionGroups, (groups) => groups.usage(params.databaseId, params.groupName)),
  }),
  route({
    method: "delete",
    path: `${base}/:groupName`,
    name: "deletePermissionGroup",
    tag,
    needs: "database.change",
    summary: "Remove a permission group that nobody has",
    answer: nothing("The permission group is gone"),
    problems: ["group.not_found", "group.in_use"],
    run: ({ params }) =>
      Effect.flatMap(PermissionGroups, (groups) => groups.remove(params.databaseId, params.groupName)),
  }),
]
