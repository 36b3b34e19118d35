import { setUpPlatform } from "@muster/domain/use-cases/setUpPlatform"
import { userActorId } from "@muster/domain/rights/Actor"
import { passwordLength } from "@muster/domain/rights/passwordFault"
import { Effect, Schema } from "effect"
import { json, withCookie } from "./Answer.ts"
import { secretHashOf } from "./apiKeyToken.ts"
import { jsonBody } from "./BodyKind.ts"
import { passwordCodes, personCodes } from "./issueCodes.ts"
import { route, type Route } from "./route.ts"
import { SessionAnswer, signInAnew, tellSession } from "./session.ts"

const SetUp = Schema.Struct({
  token: Schema.String.annotate({ description: "What stands after the # of the link" }),
  email: Schema.String,
  firstName: Schema.String,
  lastName: Schema.String,
  password: Schema.String.annotate({
    description: `${passwordLength.min} to ${passwordLength.max} characters of any kind`,
  }),
}).annotate({ identifier: "SetUp" })

/** The call that makes the first super administrator. */
export const setUpRoutes: ReadonlyArray<Route> = [
  route({
    method: "post",
    path: "/api/v1/set-up",
    name: "setUp",
    tag: "Session",
    needs: "nothing",
    summary: "Make the first super administrator, by the link that the first start printed",
    description: "The link works once. Whoever is made is signed in.",
    body: jsonBody(SetUp),
    answer: withCookie(json(SessionAnswer, { status: 201, description: "Who has signed in" })),
    problems: ["link.not_valid", "user.taken", ...passwordCodes, ...personCodes],
    run: ({ body: { token, password, ...cells }, id, request, caller }) =>
      Effect.gen(function* () {
        const { email } = yield* setUpPlatform(secretHashOf(token), id, cells, password)
        const cookie = yield* signInAnew(email, password, request, caller)
        const actor = {
          id: userActorId(id),
          userId: id,
          platformRole: "superAdministrator",
          administers: [],
          key: null,
        } as const
        return { cookie, value: yield* tellSession(actor) }
      }),
  }),
]
