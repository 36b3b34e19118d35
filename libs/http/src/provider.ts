import { Effect, Schema } from "effect"
import { json, withCookie } from "./Answer.ts"
import { headersFrom } from "./headersFrom.ts"
import type { Reply } from "./Reply.ts"
import { RequestRefused } from "./RequestRefused.ts"
import { route, type Route } from "./route.ts"
import { SignIn } from "./SignIn.ts"

const path = "/api/v1/session/provider"
const tag = "Session"

/** Where a provider of identities sends browsers back to. */
export const returnPath = "/sign-in/return"

const ProviderAnswer = Schema.Struct({
  name: Schema.NullOr(Schema.String).annotate({ description: "Null where there is none" }),
}).annotate({ identifier: "Provider" })

const Departure = Schema.Struct({
  url: Schema.String.annotate({ description: "Where the browser is to go; it comes back by itself" }),
}).annotate({ identifier: "Departure" })

/** The calls by which somebody signs in with a provider of identities. */
export const providerRoutes: ReadonlyArray<Route> = [
  route({
    method: "get",
    path,
    name: "readProvider",
    tag,
    needs: "nothing",
    summary: "The provider of identities that one may sign in with",
    answer: json(ProviderAnswer, { description: "Its name" }),
    problems: [],
    run: () => Effect.map(SignIn, ({ provider }) => ({ name: provider?.name ?? null })),
  }),
  route({
    method: "post",
    path,
    name: "signInWithProvider",
    tag,
    needs: "nothing",
    summary: "Begin to sign in with the provider of identities",
    description: "The provider sends the browser back with the session's cookie to be set.",
    answer: withCookie(json(Departure, { description: "Where to go" })),
    problems: ["sign_in.no_provider", "sign_in.provider_unavailable"],
    run: ({ request, caller }) =>
      Effect.gen(function* () {
        const { provider } = yield* SignIn
        if (provider === null) return yield* new RequestRefused({ code: "sign_in.no_provider" })
        const departure = yield* provider.leave(headersFrom(request, caller.address))
        if (departure === null)
          return yield* new RequestRefused({ code: "sign_in.provider_unavailable", retryAfter: 5 })
        return { cookie: departure.cookie, value: { url: departure.url } }
      }),
  }),
]

/** Takes a browser that the provider sent back to `returnPath`, and sends it to the start page. */
export const takeReturn = Effect.fnUntraced(function* (request: Request, address: string) {
  const { provider } = yield* SignIn
  if (provider === null) return to("/?signIn=failed")
  const outcome = yield* provider.enter(new URL(request.url).searchParams, headersFrom(request, address))
  return typeof outcome === "string" ? to(`/?signIn=${outcome}`) : to("/", { "set-cookie": outcome.cookie })
})

const to = (location: string, headers: Reply["headers"] = {}): Reply => ({
  status: 303,
  headers: { location, "cache-control": "no-store", ...headers },
  body: null,
})
