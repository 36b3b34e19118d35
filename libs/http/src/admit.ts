import { Actors } from "@muster/domain/ports/Actors"
import { ApiKeys } from "@muster/domain/ports/ApiKeys"
import { Databases } from "@muster/domain/ports/Databases"
import { Sessions } from "@muster/domain/ports/Sessions"
import { actions } from "@muster/domain/rights/Action"
import { installation, userActorId, type Actor } from "@muster/domain/rights/Actor"
import { may } from "@muster/domain/rights/may"
import { Clock, Effect, Option } from "effect"
import { timingSafeEqual } from "node:crypto"
import { readApiKeyToken, secretHashOf } from "./apiKeyToken.ts"
import { nobody, type Caller } from "./Caller.ts"
import type { ProblemCode } from "./problem.ts"
import type { Route } from "./route.ts"
import { SignIn, type Session } from "./SignIn.ts"

export interface Gate {
  /** SHA-256 of the key of an unattended installation, in hexadecimal; null where there is none. */
  readonly installationKeyHash: string | null
}

/**
 * Lets a request in by what its route needs, or says why not. A database that the caller has no right in is
 * answered as one that is not there, before anything is looked up in it.
 */
export const admit = Effect.fnUntraced(function* (
  { needs }: Pick<Route, "needs">,
  request: Request,
  databaseId: string | null,
  address: string,
  gate: Gate,
): Effect.fn.Return<
  Caller | ProblemCode,
  Effect.Error<ReturnType<typeof identify>>,
  Actors | ApiKeys | Databases | Sessions | SignIn
> {
  if (needs === "nothing") return { actor: nobody, signedInAt: null, sessionId: null, address }
  const caller = yield* identify(request, gate)
  if (caller === null) return "sign_in.required"
  const decision = may(caller.actor, needs, databaseId)
  if (decision === "allowed")
    return databaseId !== null && !actions[needs].whileClosed && (yield* isClosed(databaseId))
      ? "database.closed"
      : { ...caller, address }
  return decision === "hidden" ? "database.not_found" : "not_permitted"
})

/** One that is not there is for the route to tell. */
const isClosed = (databaseId: string) =>
  Effect.flatMap(Databases, (databases) => databases.find(databaseId)).pipe(
    Effect.map(({ closed }) => closed),
    Effect.catchTag("DatabaseNotFound", () => Effect.succeed(false)),
  )

/** Who sends it: by the key in `Authorization` (RFC 6750), and only without one by the cookie. */
const identify = Effect.fnUntraced(function* (request: Request, gate: Gate) {
  const authorization = request.headers.get("authorization")
  if (authorization !== null) {
    const actor = yield* byKey(/^bearer +([\x21-\x7e]+)$/i.exec(authorization)?.[1] ?? "", gate)
    return Option.getOrNull(Option.map(actor, (actor) => ({ actor, signedInAt: null, sessionId: null })))
  }
  const session = yield* (yield* SignIn).sessionOf(request.headers)
  if (session === null || !(yield* inUse(session))) return null
  const actor = yield* (yield* Actors).find(userActorId(session.userId))
  return Option.getOrNull(
    Option.map(actor, (actor) => ({ actor, signedInAt: session.signedInAt, sessionId: session.id })),
  )
})

/** A session that nobody uses for an hour is over. */
const idleMinutes = 60

const inUse = Effect.fnUntraced(function* ({ id, lastUsedAt }: Session) {
  const idle = (yield* Clock.currentTimeMillis) - lastUsedAt
  return idle < 60_000 || (yield* (yield* Sessions).touch(id, idleMinutes))
})

const byKey = Effect.fnUntraced(function* (token: string, { installationKeyHash }: Gate) {
  if (installationKeyHash !== null && same(secretHashOf(token), installationKeyHash))
    return Option.some(installation)
  const read = readApiKeyToken(token)
  if (read === null) return Option.none<Actor>()
  return yield* (yield* ApiKeys).use(read.id, secretHashOf(read.secret))
})

const same = (one: string, other: string) => timingSafeEqual(Buffer.from(one), Buffer.from(other))
