import { PlatformUsers } from "@muster/domain/ports/PlatformUsers"
import { UserSession } from "@muster/domain/model/UserSession"
import { Sessions } from "@muster/domain/ports/Sessions"
import { takePassword } from "@muster/domain/use-cases/takePassword"
import { Effect, Schema } from "effect"
import { json, nothing, withCookie } from "./Answer.ts"
import { Attempts } from "./Attempts.ts"
import { jsonBody } from "./BodyKind.ts"
import type { Caller } from "./Caller.ts"
import { passwordCodes } from "./issueCodes.ts"
import { RequestRefused } from "./RequestRefused.ts"
import { route, type Route } from "./route.ts"
import { SignIn } from "./SignIn.ts"

const base = "/api/v1/account"
const tag = "Account"
const needs = "account.manage"

const text = Schema.String.check(Schema.isMaxLength(1000))
const Password = Schema.Struct({ password: text }).annotate({ identifier: "OwnPassword" })
const Code = Schema.Struct({
  code: text.annotate({ description: "Six digits that the authenticator app shows" }),
}).annotate({ identifier: "SecondFactorCode" })

const Account = Schema.Struct({
  secondFactor: Schema.Boolean.annotate({ description: "Whether sign-in takes a code" }),
  sessions: Schema.Array(Schema.Struct({ ...UserSession.fields, current: Schema.Boolean })),
}).annotate({ identifier: "Account" })

const Enrolment = Schema.Struct({
  uri: Schema.String.annotate({ description: "`otpauth:`, for an authenticator app" }),
  recoveryCodes: Schema.Array(Schema.String).annotate({ description: "Each works once in place of a code" }),
}).annotate({ identifier: "SecondFactorEnrolment" })

const freeTries = 5

/** The calls by which somebody looks after their own sign-in. */
export const accountRoutes = (): ReadonlyArray<Route> => {
  const attempts = new Attempts()
  /** Does something that takes a secret, slowing down whoever has it wrong; null for a wrong one. */
  const slowed = <A, E, R>(
    { actor }: Caller,
    wrong: "password.wrong" | "code.wrong",
    attempt: Effect.Effect<A | null, E, R>,
  ) =>
    Effect.gen(function* () {
      const name = `user ${actor.id}`
      const seconds = attempts.wait([name])
      if (seconds > 0) return yield* new RequestRefused({ code: "sign_in.too_many", retryAfter: seconds })
      attempts.tried(name, freeTries)
      const done = yield* attempt
      if (done === null) return yield* new RequestRefused({ code: wrong })
      attempts.forget(name)
      return done
    })

  return [
    route({
      method: "get",
      path: base,
      name: "readAccount",
      tag,
      needs,
      summary: "One's own sign-in: second factor and sessions",
      answer: json(Account, { description: "The sign-in" }),
      problems: [],
      run: ({ caller, request }) =>
        Effect.gen(function* () {
          const session = yield* (yield* SignIn).sessionOf(request.headers)
          const sessions = yield* (yield* Sessions).list(idOf(caller))
          return {
            secondFactor: session?.secondFactor ?? false,
            sessions: sessions.map((one) => ({ ...one, current: one.id === caller.sessionId })),
          }
        }),
    }),
    route({
      method: "post",
      path: `${base}/password`,
      name: "changePassword",
      tag,
      needs,
      keepsAnswer: false,
      summary: "Change one's own password",
      description: "Ends every other session and every API key.",
      body: jsonBody(
        Schema.Struct({ password: text, newPassword: text }).annotate({ identifier: "PasswordChange" }),
      ),
      answer: nothing("The new password holds"),
      problems: ["password.wrong", "sign_in.too_many", ...passwordCodes],
      run: ({ caller, body, request }) =>
        Effect.gen(function* () {
          const signIn = yield* SignIn
          yield* slowed(
            caller,
            "password.wrong",
            Effect.map(signIn.holdsPassword(body.password, request.headers), (holds) => holds || null),
          )
          const user = yield* Effect.orDie((yield* PlatformUsers).find(idOf(caller)))
          const hash = yield* takePassword(body.newPassword, user)
          yield* (yield* Sessions).changePassword(user.id, hash, caller.sessionId ?? "")
        }),
    }),
    route({
      method: "delete",
      path: `${base}/sessions/:sessionId`,
      name: "endSession",
      tag,
      needs,
      summary: "End one of one's own sessions",
      answer: nothing("The session has ended"),
      problems: ["session.not_found"],
      run: ({ caller, params }) =>
        Effect.flatMap(Sessions, (sessions) => sessions.end(idOf(caller), params.sessionId)),
    }),
    route({
      method: "delete",
      path: `${base}/sessions`,
      name: "endSessions",
      tag,
      needs,
      summary: "Sign out everywhere",
      answer: nothing("All sessions have ended, this one too"),
      problems: [],
      run: ({ caller }) =>
        Effect.asVoid(Effect.flatMap(Sessions, (sessions) => sessions.endAll(idOf(caller)))),
    }),
    route({
      method: "post",
      path: `${base}/second-factor`,
      name: "enrolSecondFactor",
      tag,
      needs,
      keepsAnswer: false,
      summary: "Begin to set up a second factor",
      description: "It is asked for at sign-in once it is confirmed by a first code.",
      body: jsonBody(Password),
      answer: json(Enrolment, { description: "What the authenticator app needs" }),
      problems: ["password.wrong", "sign_in.too_many"],
      run: ({ caller, body, request }) =>
        Effect.flatMap(SignIn, (signIn) =>
          slowed(caller, "password.wrong", signIn.enrol(body.password, request.headers)),
        ),
    }),
    route({
      method: "post",
      path: `${base}/second-factor/confirm`,
      name: "confirmSecondFactor",
      tag,
      needs,
      keepsAnswer: false,
      summary: "Confirm the second factor by a first code",
      body: jsonBody(Code),
      answer: withCookie(nothing("The second factor is asked for from now on")),
      problems: ["code.wrong", "sign_in.too_many"],
      run: ({ caller, body, request }) =>
        Effect.flatMap(SignIn, (signIn) =>
          Effect.map(slowed(caller, "code.wrong", signIn.confirm(body.code, request.headers)), (cookie) => ({
            cookie,
            value: undefined,
          })),
        ),
    }),
    route({
      method: "post",
      path: `${base}/second-factor/off`,
      name: "turnSecondFactorOff",
      tag,
      needs,
      keepsAnswer: false,
      summary: "Do without a second factor",
      body: jsonBody(Password),
      answer: withCookie(nothing("Sign-in takes the password alone")),
      problems: ["password.wrong", "sign_in.too_many"],
      run: ({ caller, body, request }) =>
        Effect.flatMap(SignIn, (signIn) =>
          Effect.map(
            slowed(caller, "password.wrong", signIn.turnOff(body.password, request.headers)),
            (cookie) => ({ cookie, value: undefined }),
          ),
        ),
    }),
  ]
}

/** People alone look after a sign-in (`Action`). */
const idOf = ({ actor }: Caller): string => actor.userId ?? ""
