import { StatusAct } from "@muster/domain/model/StatusAct"
import { actOnUsers, type UserActed } from "@muster/domain/use-cases/actOnUsers"
import { Effect, Schema } from "effect"
import { json } from "./Answer.ts"
import { jsonBody } from "./BodyKind.ts"
import { problemTexts } from "./problemTexts.ts"
import { route, type Route } from "./route.ts"

const codes = {
  IsActor: "user.is_actor",
  LastSuperAdministrator: "user.last_super_administrator",
  PlatformUserNotFound: "user.not_found",
  RoleAboveOwn: "role.above_own",
  UserChangedMeanwhile: "user.changed_meanwhile",
} as const satisfies Record<NonNullable<UserActed["reason"]>["_tag"], keyof typeof problemTexts>

const Acted = Schema.Struct({
  userId: Schema.String,
  outcome: Schema.Literals(["done", "unchanged", "refused"]).annotate({
    description: "`unchanged`: of a status that the act is not meant for, such as deactivated already",
  }),
  code: Schema.NullOr(Schema.Literals(Object.values(codes))),
  message: Schema.NullOr(Schema.String),
})

const atOnce = 100

/** The calls that do the same to several platform users. */
export const userActRoutes: ReadonlyArray<Route> = [
  route({
    method: "post",
    path: "/api/v1/platform/users/actions",
    name: "actOnPlatformUsers",
    tag: "Platform users",
    needs: "users.change",
    summary: "Deactivate, activate, delete or restore several platform users",
    description:
      "Each by itself: whoever is refused stays as they are, with the reason. Nobody acts on themselves.",
    body: jsonBody(
      Schema.Struct({
        act: StatusAct,
        userIds: Schema.Array(Schema.String.check(Schema.isUUID())).check(
          Schema.isMinLength(1),
          Schema.isMaxLength(atOnce),
          Schema.isUnique(),
        ),
      }),
    ),
    answer: json(Schema.Struct({ items: Schema.Array(Acted) }).annotate({ identifier: "UsersActed" }), {
      description: "What became of each, in the order given",
    }),
    problems: [],
    run: ({ body: { act, userIds }, caller, language }) =>
      Effect.map(actOnUsers(caller.actor, act, userIds), (acted) => ({
        items: acted.map(({ userId, outcome, reason }) => {
          const code = reason && codes[reason._tag]
          return { userId, outcome, code, message: code && problemTexts[code][language][0] }
        }),
      })),
  }),
]
