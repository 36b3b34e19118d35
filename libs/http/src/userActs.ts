import { StatusAct } from "@muster/domain/model/StatusAct"
import { SharedChange } from "@muster/domain/model/UserAct"
import { actOnUsers } from "@muster/domain/use-cases/actOnUsers"
import { Effect, Schema } from "effect"
import { json } from "./Answer.ts"
import { jsonBody } from "./BodyKind.ts"
import { identifierText } from "./bodyText.ts"
import { lineOf } from "./problem.ts"
import { aboutFailure } from "./respond.ts"
import { route, type Route } from "./route.ts"

const userIds = Schema.Array(Schema.String.check(Schema.isUUID())).check(
  Schema.isMinLength(1),
  Schema.isMaxLength(100),
  Schema.isUnique(),
)

const something = Schema.makeFilter(
  (change: typeof SharedChange.Type) => Object.keys(change).length > 0 || "one field at least",
)

const Act = Schema.Union([
  Schema.Struct({ act: StatusAct, userIds }),
  Schema.Struct({
    act: Schema.Literal("change"),
    change: SharedChange.check(something).annotate({ description: "What all of them get; null empties" }),
    userIds,
  }),
  Schema.Struct({
    act: Schema.Literal("invite").annotate({
      description: "Those who are active and have no way to sign in yet",
    }),
    userIds,
  }),
  Schema.Struct({
    act: Schema.Literal("giveAccess"),
    databaseId: Schema.String.check(Schema.isUUID()),
    departmentId: identifierText("departmentId"),
    groupName: identifierText("groupName"),
    userIds,
  }),
]).annotate({ identifier: "UserAct" })

const Acted = Schema.Struct({
  userId: Schema.String,
  outcome: Schema.Literals(["done", "unchanged", "refused"]).annotate({
    description: "`unchanged`: so already, or not of those whom the act is for",
  }),
  code: Schema.NullOr(Schema.String).annotate({ description: "Why refused: a code of the published ones" }),
  message: Schema.NullOr(Schema.String),
})

/** The calls that do the same to several platform users. */
export const userActRoutes: ReadonlyArray<Route> = [
  route({
    method: "post",
    path: "/api/v1/platform/users/actions",
    name: "actOnPlatformUsers",
    tag: "Platform users",
    needs: "users.change",
    summary: "Do the same to several platform users",
    description:
      "Deactivate, activate, delete, restore, change, invite or give access to a database. Each by itself: whoever is refused stays as they are, with the reason. Nobody changes their own status or role.",
    body: jsonBody(Act),
    answer: json(Schema.Struct({ items: Schema.Array(Acted) }).annotate({ identifier: "UsersActed" }), {
      description: "What became of each, in the order given",
    }),
    problems: ["database.not_found", "database.closed"],
    run: ({ body: { userIds, ...act }, caller, language }) =>
      Effect.map(actOnUsers(caller.actor, act, userIds), (acted) => ({
        items: acted.map(({ userId, outcome, reason }) => {
          const about = reason && aboutFailure(reason)
          return { userId, outcome, code: about && about.code, message: about && lineOf(about, language) }
        }),
      })),
  }),
]
