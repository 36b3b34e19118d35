import { Standing } from "@muster/domain/model/Standing"
import { Imports } from "@muster/domain/ports/Imports"
import { Outbox } from "@muster/domain/ports/Outbox"
import { Actors } from "@muster/domain/ports/Actors"
import { LinkNotValid } from "@muster/domain/ports/SignInLinks"
import { userActorId } from "@muster/domain/rights/Actor"
import { choosePassword } from "@muster/domain/use-cases/choosePassword"
import { Effect, Option, Schema } from "effect"
import { json, nothing, withCookie } from "./Answer.ts"
import { secretHashOf } from "./apiKeyToken.ts"
import { Attempts } from "./Attempts.ts"
import { jsonBody } from "./BodyKind.ts"
import { passwordCodes } from "./issueCodes.ts"
import { personOf } from "./personOf.ts"
import { RequestRefused } from "./RequestRefused.ts"
import { route, type Route } from "./route.ts"
import { SessionAnswer, signInAnew, tellSession } from "./session.ts"

const tag = "Invitations"

const StandingAnswer = Standing.annotate({ identifier: "Standing" })

const imports = { kind: "platform-users", databaseId: null } as const

/** The calls by which users are let in by mail, and choose their passwords. */
export const invitationRoutes = (): ReadonlyArray<Route> => {
  const attempts = new Attempts()
  return [
    route({
      method: "post",
      path: "/api/v1/platform/users/:userId/invite",
      name: "invitePlatformUser",
      tag,
      needs: "users.invite",
      summary: "Send an active user an invitation",
      description: "In place of one that still waits. Its link works once, for seven days.",
      answer: nothing("The invitation waits to be sent"),
      problems: ["user.not_found"],
      run: ({ params }) => Effect.flatMap(Outbox, (outbox) => outbox.put(params.userId, "invitation")),
    }),
    route({
      method: "post",
      path: "/api/v1/platform/imports/:importId/invite",
      name: "inviteImported",
      tag,
      needs: "users.invite",
      summary: "Invite the users that an import created",
      description: "Each once, however often it is asked for; not those who have chosen a password.",
      answer: json(StandingAnswer, { status: 202, description: "Where they stand" }),
      problems: ["import.not_found"],
      run: ({ params }) =>
        Effect.gen(function* () {
          const outbox = yield* Outbox
          const { id } = yield* (yield* Imports).find(imports, params.importId)
          yield* outbox.inviteCreated(id)
          return yield* outbox.standing(id)
        }),
    }),
    route({
      method: "get",
      path: "/api/v1/platform/imports/:importId/invitations",
      name: "readInvitations",
      tag,
      needs: "platformImports.read",
      summary: "How far the users that an import created have come",
      answer: json(StandingAnswer, { description: "Where they stand" }),
      problems: ["import.not_found"],
      run: ({ params }) =>
        Effect.gen(function* () {
          const { id } = yield* (yield* Imports).find(imports, params.importId)
          return yield* (yield* Outbox).standing(id)
        }),
    }),
    route({
      method: "post",
      path: "/api/v1/password-link",
      name: "askForPasswordLink",
      tag: "Session",
      needs: "nothing",
      summary: "Have a link to choose a new password sent to the user's own address",
      description: "Answered alike whether there is such a user or not.",
      body: jsonBody(
        Schema.Struct({
          identifier: Schema.String.check(Schema.isMaxLength(400)).annotate({
            description: "E-mail or username",
          }),
        }).annotate({ identifier: "ForgottenPassword" }),
      ),
      answer: nothing("If there is such a user, a mail is on its way"),
      problems: ["sign_in.too_many"],
      run: ({ body, caller }) =>
        Effect.gen(function* () {
          const from = `address ${caller.address}`
          const seconds = attempts.wait([from])
          if (seconds > 0) return yield* new RequestRefused({ code: "sign_in.too_many", retryAfter: seconds })
          attempts.tried(from, freeLinks)
          const person = yield* personOf(body.identifier)
          if (person !== null) yield* Effect.ignore((yield* Outbox).put(person.id, "password"))
        }),
    }),
    route({
      method: "post",
      path: "/api/v1/password",
      name: "choosePassword",
      tag: "Session",
      needs: "nothing",
      summary: "Choose a password by the link that was mailed",
      description: "Ends every session and every API key of the user, and signs them in.",
      body: jsonBody(
        Schema.Struct({
          token: Schema.String.annotate({ description: "What stands after the # of the link" }),
          password: Schema.String,
        }).annotate({ identifier: "ChosenPassword" }),
      ),
      answer: withCookie(json(SessionAnswer, { status: 201, description: "Who has signed in" })),
      problems: ["link.not_valid", "sign_in.code_needed", ...passwordCodes],
      run: ({ body: { token, password }, request, caller }) =>
        Effect.gen(function* () {
          const { id, email } = yield* choosePassword(secretHashOf(token), password)
          const cookie = yield* signInAnew(email, password, request, caller)
          if (cookie === null) return yield* new RequestRefused({ code: "sign_in.code_needed" })
          const actor = yield* (yield* Actors).find(userActorId(id))
          if (Option.isNone(actor)) return yield* new LinkNotValid()
          return { cookie, value: yield* tellSession(actor.value) }
        }),
    }),
  ]
}

/** How many links may be asked for from one network address before each further one must wait. */
const freeLinks = 10
