import { workbookWords } from "@muster/domain/messages/workbookWords"
import { Access } from "@muster/domain/model/Access"
import { ImportId } from "@muster/domain/model/Import"
import { Origin } from "@muster/domain/model/Origin"
import { PlatformRole, PlatformUser, UserStatus } from "@muster/domain/model/PlatformUser"
import { foldSearch } from "@muster/domain/model/searchText"
import { Accesses } from "@muster/domain/ports/Accesses"
import { DatabaseNotFound } from "@muster/domain/ports/Databases"
import { PlatformUsers } from "@muster/domain/ports/PlatformUsers"
import { visibleDatabases } from "@muster/domain/rights/may"
import { changePlatformUser, changeUserStatus } from "@muster/domain/use-cases/changePlatformUser"
import { createPlatformUser } from "@muster/domain/use-cases/createPlatformUser"
import { downloadUsers } from "@muster/domain/use-cases/downloadUsers"
import { Effect, Schema } from "effect"
import { fileToSave, json, withEtag } from "./Answer.ts"
import { AuditPage, tellAudit } from "./audit.ts"
import { jsonBody } from "./BodyKind.ts"
import { freeText } from "./bodyText.ts"
import type { Caller } from "./Caller.ts"
import { ifMatch, versionTag } from "./etag.ts"
import { exampleText } from "./exampleText.ts"
import { personCodes } from "./issueCodes.ts"
import { Cursor, pageOf, pageQuery } from "./paging.ts"
import { route, type Route } from "./route.ts"
import { fileQuery, tableFile } from "./tableFile.ts"

const base = "/api/v1/platform/users"
const tag = "Platform users"

export const PlatformUserAnswer = PlatformUser.annotate({ identifier: "PlatformUser" })

const cell = Schema.optionalKey(Schema.NullOr(Schema.String))

const NewPlatformUser = Schema.Struct({
  email: Schema.String,
  firstName: Schema.String,
  lastName: Schema.String,
  username: cell.annotate({ description: "The e-mail where absent" }),
  phone: cell,
  mobilePhone: cell,
  languageCode: cell,
  externalId: cell,
}).annotate({ identifier: "NewPlatformUser" })

const UserChange = Schema.Struct({
  email: Schema.optionalKey(Schema.String),
  firstName: Schema.optionalKey(Schema.String),
  lastName: Schema.optionalKey(Schema.String),
  username: cell.annotate({ description: "Null: the e-mail" }),
  phone: cell,
  mobilePhone: cell,
  languageCode: cell,
  externalId: cell,
  platformRole: Schema.optionalKey(PlatformRole),
}).annotate({ identifier: "PlatformUserChange" })

const UserAccess = Schema.Struct({ databaseId: Schema.String, ...Access.fields }).annotate({
  identifier: "UserAccess",
})

const filter = {
  search: Schema.optionalKey(
    freeText(200).annotate({
      description:
        "Part of a name, username or e-mail, whatever case or accents; fewer than three letters: where words begin",
    }),
  ),
  status: Schema.optionalKey(UserStatus),
  role: Schema.optionalKey(PlatformRole),
  database: Schema.optionalKey(
    Schema.Union([Schema.Literal("none"), Schema.String.check(Schema.isUUID())]).annotate({
      description: "Only users with access to the database of this id; `none`: without any access",
    }),
  ),
  standing: Schema.optionalKey(
    Schema.Literal("invited").annotate({ description: "Only users invited who have never signed in" }),
  ),
  importId: Schema.optionalKey(ImportId.annotate({ description: "Only users whom this import created" })),
}

/** Whom a query asks for. */
const wantedUsers = (wanted: {
  readonly search?: string
  readonly status?: UserStatus
  readonly role?: PlatformRole
  readonly database?: string
  readonly standing?: "invited"
  readonly importId?: string
}) => ({
  search: foldSearch(wanted.search ?? "") || null,
  status: wanted.status ?? null,
  role: wanted.role ?? null,
  database: wanted.database ?? null,
  standing: wanted.standing ?? null,
  importId: wanted.importId ?? null,
})

/** A database that the caller may not know of is not there, whoever has access to it. */
const maySee = ({ actor }: Caller, databaseId = "none") => {
  const visible = visibleDatabases(actor)
  return databaseId === "none" || visible === null || visible.includes(databaseId)
    ? Effect.void
    : new DatabaseNotFound({ id: databaseId })
}

/** The calls about platform users. */
export const platformUserRoutes: ReadonlyArray<Route> = [
  route({
    method: "get",
    path: base,
    name: "listPlatformUsers",
    tag,
    needs: "users.read",
    summary: "List platform users in order of e-mail",
    query: { ...pageQuery, ...filter },
    answer: json(pageOf(PlatformUserAnswer, Cursor, "PlatformUserPage"), { description: "A page of users" }),
    problems: ["database.not_found"],
    run: ({ query: { limit, cursor = null, ...wanted }, caller }) =>
      Effect.gen(function* () {
        yield* maySee(caller, wanted.database)
        return yield* (yield* PlatformUsers).list({ limit, cursor, ...wantedUsers(wanted) })
      }),
  }),
  route({
    method: "get",
    path: `${base}/download`,
    name: "downloadPlatformUsers",
    tag,
    needs: "users.read",
    summary: "Download platform users as a file that an import accepts",
    query: { ...filter, ...fileQuery },
    answer: fileToSave("The users, in order of e-mail", exampleText("platform-users")),
    problems: ["database.not_found"],
    run: ({ query, caller, language }) =>
      Effect.gen(function* () {
        yield* maySee(caller, query.database)
        const { header, rows } = downloadUsers(wantedUsers(query))
        const sheet = workbookWords[language].sheets["platform-users"]
        return yield* tableFile(query, "users", sheet, header, rows)
      }),
  }),
  route({
    method: "post",
    path: base,
    name: "createPlatformUser",
    tag,
    needs: "users.add",
    summary: "Add one platform user",
    description: "Under the same rules as a row of an import.",
    body: jsonBody(NewPlatformUser),
    answer: json(PlatformUserAnswer, {
      status: 201,
      description: "The platform user",
      location: ({ id }) => `${base}/${id}`,
    }),
    problems: ["user.taken", ...personCodes],
    run: ({ body, id }) => createPlatformUser(id, withoutNulls(body)),
  }),
  route({
    method: "get",
    path: `${base}/:userId`,
    name: "readPlatformUser",
    tag,
    needs: "users.read",
    summary: "Read a platform user",
    answer: withEtag(json(PlatformUserAnswer, { description: "The platform user" }), versionTag),
    problems: ["user.not_found"],
    run: ({ params }) => Effect.flatMap(PlatformUsers, (users) => users.find(params.userId)),
  }),
  route({
    method: "patch",
    path: `${base}/:userId`,
    name: "changePlatformUser",
    tag,
    needs: "users.change",
    summary: "Change a platform user",
    description:
      "Under the same rules as a row of an import. Neither the user's platform role nor one to be granted may be above one's own. With If-Match only the version of that ETag is changed.",
    body: jsonBody(UserChange),
    answer: withEtag(json(PlatformUserAnswer, { description: "The platform user" }), versionTag),
    problems: [
      "user.not_found",
      "user.anonymised",
      "user.taken",
      "role.above_own",
      "user.last_super_administrator",
      "user.changed_meanwhile",
      ...personCodes,
    ],
    run: ({ params, body: { platformRole, ...cells }, caller, request }) =>
      Effect.flatMap(ifMatch(request), (version) =>
        changePlatformUser(
          caller.actor,
          params.userId,
          {
            ...(platformRole === undefined ? {} : { platformRole }),
            ...(Object.keys(cells).length === 0 ? {} : { cells }),
          },
          version,
        ),
      ),
  }),
  route({
    method: "get",
    path: `${base}/:userId/accesses`,
    name: "listAccessesOfUser",
    tag,
    needs: "users.read",
    summary: "Where a platform user has access, as far as one may know of the databases",
    answer: json(
      Schema.Struct({ items: Schema.Array(UserAccess) }).annotate({ identifier: "UserAccesses" }),
      {
        description: "The accesses",
      },
    ),
    problems: ["user.not_found"],
    run: ({ params, caller }) =>
      Effect.gen(function* () {
        const { id } = yield* (yield* PlatformUsers).find(params.userId)
        const visible = visibleDatabases(caller.actor)
        const items = yield* (yield* Accesses).ofUser(id)
        return { items: items.filter(({ databaseId }) => visible === null || visible.includes(databaseId)) }
      }),
  }),
  route({
    method: "get",
    path: `${base}/:userId/origin`,
    name: "readOriginOfUser",
    tag,
    needs: "users.read",
    summary: "The row of the file that created a platform user",
    answer: json(
      Schema.Struct({
        origin: Schema.NullOr(Origin).annotate({ description: "Null for who was added by hand" }),
      }).annotate({ identifier: "UserOrigin" }),
      { description: "Where the user comes from" },
    ),
    problems: ["user.not_found"],
    run: ({ params }) =>
      Effect.gen(function* () {
        return { origin: yield* (yield* PlatformUsers).origin(params.userId) }
      }),
  }),
  route({
    method: "get",
    path: `${base}/:userId/history`,
    name: "readHistoryOfUser",
    tag,
    needs: "users.change",
    summary: "What was done to a platform user, newest first",
    query: pageQuery,
    answer: json(AuditPage, { description: "A page of lines" }),
    problems: ["user.not_found"],
    run: ({ params, query: { limit, cursor = null } }) =>
      Effect.gen(function* () {
        const { id } = yield* (yield* PlatformUsers).find(params.userId)
        return yield* tellAudit({ userId: id, limit, cursor })
      }),
  }),
  statusRoute("deactivate", "inactive", "Deactivate a platform user"),
  statusRoute("activate", "active", "Activate a platform user"),
  statusRoute("delete", "deleted", "Delete a platform user; it can be restored"),
  statusRoute("restore", "active", "Restore a deleted platform user"),
]

function statusRoute(act: string, status: UserStatus, summary: string): Route {
  return route({
    method: "post",
    path: `${base}/:userId/${act}`,
    name: `${act}PlatformUser`,
    tag,
    needs: "users.change",
    summary,
    answer: json(PlatformUserAnswer, { description: "The platform user" }),
    problems: [
      "user.not_found",
      "user.anonymised",
      "role.above_own",
      "user.last_super_administrator",
      "user.changed_meanwhile",
    ],
    run: ({ params, caller, request }) =>
      Effect.flatMap(ifMatch(request), (version) =>
        changeUserStatus(caller.actor, params.userId, status, version),
      ),
  })
}

const withoutNulls = <K extends string>(cells: { readonly [Name in K]?: string | null }) =>
  Object.fromEntries(Object.entries<string | null | undefined>(cells).filter(([, cell]) => cell != null)) as {
    readonly [Name in K]?: string
  }
