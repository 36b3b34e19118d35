import { PlatformRole, PlatformUser } from "@muster/domain/model/PlatformUser"
import { Actors } from "@muster/domain/ports/Actors"
import { emailKey } from "@muster/domain/model/emailKey"
import { PlatformUsers } from "@muster/domain/ports/PlatformUsers"
import { Sessions } from "@muster/domain/ports/Sessions"
import { CurrentActor } from "@muster/domain/rights/CurrentActor"
import { actions, type Action } from "@muster/domain/rights/Action"
import { userActorId, type Actor } from "@muster/domain/rights/Actor"
import { may } from "@muster/domain/rights/may"
import { Effect, Option, Schema } from "effect"
import { json, nothing, withCookie } from "./Answer.ts"
import { Attempts } from "./Attempts.ts"
import { jsonBody } from "./BodyKind.ts"
import type { Caller } from "./Caller.ts"
import { headersFrom } from "./headersFrom.ts"
import { personOf } from "./personOf.ts"
import { RequestRefused } from "./RequestRefused.ts"
import { route, type Route } from "./route.ts"
import { SignIn } from "./SignIn.ts"

const path = "/api/v1/session"
const tag = "Session"

export const SessionAnswer = Schema.Struct({
  user: Schema.NullOr(PlatformUser.annotate({ identifier: "PlatformUser" })).annotate({
    description: "Null for the key of an unattended installation",
  }),
  platformRole: PlatformRole,
  administers: Schema.Array(Schema.String).annotate({ description: "Ids of databases" }),
  may: Schema.Array(Schema.Literals(Object.keys(actions) as ReadonlyArray<Action>)).annotate({
    description: "What may be done on the platform",
  }),
}).annotate({ identifier: "Session" })

const Credentials = Schema.Struct({
  identifier: Schema.String.check(Schema.isMaxLength(400)).annotate({ description: "E-mail or username" }),
  password: Schema.String.check(Schema.isMaxLength(1000)),
  code: Schema.optionalKey(Schema.NullOr(Schema.String.check(Schema.isMaxLength(100)))).annotate({
    description: "Of the second factor, or a recovery code, where the answer was `sign_in.code_needed`",
  }),
}).annotate({ identifier: "Credentials" })

/** What somebody may do, as it is told to them. */
export const tellSession = Effect.fnUntraced(function* (actor: Actor) {
  const users = yield* PlatformUsers
  const all = Object.keys(actions) as ReadonlyArray<Action>
  return {
    user: actor.userId === null ? null : yield* Effect.orDie(users.find(actor.userId)),
    platformRole: actor.platformRole,
    administers: actor.administers,
    may: all.filter((action) => may(actor, action, null) === "allowed"),
  }
})

/** The cookie of a session for somebody who has just chosen the password; null where a code is needed first. */
export const signInAnew = Effect.fnUntraced(function* (
  email: string,
  password: string,
  request: Request,
  caller: Caller,
) {
  const outcome = yield* (yield* SignIn).signIn(
    emailKey(email) ?? unknown,
    password,
    null,
    headersFrom(request, caller.address),
  )
  return typeof outcome === "string" ? null : outcome.cookie
})

/** The calls by which somebody signs in, out, and learns who they are. */
export const sessionRoutes = (): ReadonlyArray<Route> => {
  const attempts = new Attempts()
  return [
    route({
      method: "post",
      path,
      name: "signIn",
      tag,
      needs: "nothing",
      summary: "Sign in with e-mail or username and password",
      description: "Sets the session's cookie. Tries that are wrong slow down those that follow.",
      body: jsonBody(Credentials),
      answer: withCookie(json(SessionAnswer, { status: 201, description: "Who has signed in" })),
      problems: ["sign_in.wrong", "sign_in.code_needed", "sign_in.code_wrong", "sign_in.too_many"],
      run: ({ body, request, caller }) =>
        Effect.gen(function* () {
          const person = yield* personOf(body.identifier)
          const from = `address ${caller.address}`
          const to = `address ${caller.address} user ${person?.emailKey ?? body.identifier.toLowerCase()}`
          const seconds = attempts.wait([from, to])
          if (seconds > 0) return yield* new RequestRefused({ code: "sign_in.too_many", retryAfter: seconds })
          attempts.tried(from, freeTries.address)
          attempts.tried(to, freeTries.user)
          const outcome = yield* (yield* SignIn).signIn(
            person?.emailKey ?? unknown,
            body.password,
            body.code?.trim() || null,
            headersFrom(request, caller.address),
          )
          if (outcome === "codeNeeded") {
            attempts.forgive(from)
            attempts.forgive(to)
            return yield* new RequestRefused({ code: "sign_in.code_needed" })
          }
          if (outcome === "codeWrong") return yield* new RequestRefused({ code: "sign_in.code_wrong" })
          const actor = yield* (yield* Actors).find(userActorId(person?.id ?? ""))
          if (outcome === "wrong" || Option.isNone(actor))
            return yield* new RequestRefused({ code: "sign_in.wrong" })
          attempts.forgive(from)
          attempts.forget(to)
          return { cookie: outcome.cookie, value: yield* tellSession(actor.value) }
        }),
    }),
    route({
      method: "get",
      path,
      name: "readSession",
      tag,
      needs: "session.use",
      summary: "Who acts, and what they may do",
      answer: json(SessionAnswer, { description: "Who acts" }),
      problems: [],
      run: ({ caller }) => tellSession(caller.actor),
    }),
    route({
      method: "delete",
      path,
      name: "signOut",
      tag,
      needs: "nothing",
      summary: "Sign out",
      answer: withCookie(nothing("The session has ended")),
      problems: [],
      run: ({ request }) =>
        Effect.gen(function* () {
          const signIn = yield* SignIn
          const session = yield* signIn.sessionOf(request.headers)
          if (session !== null)
            yield* (yield* Sessions).end(session.userId, session.id).pipe(
              Effect.provideService(CurrentActor, userActorId(session.userId)),
              Effect.catchTag("SessionNotFound", () => Effect.void),
            )
          return { cookie: yield* signIn.forget(request.headers), value: undefined }
        }),
    }),
  ]
}

/** How many wrong tries are not slowed: for one user, and from one network address, which many may share. */
const freeTries = { user: 5, address: 50 } as const

/** An address nobody has: the library takes as long over it as over one that somebody has. */
const unknown = "nobody@unknown.invalid"
