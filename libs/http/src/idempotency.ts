import { IdempotencyKeys, type KeptAnswer } from "@muster/domain/ports/IdempotencyKeys"
import { Effect, Schedule } from "effect"
import { createHash, randomUUID } from "node:crypto"
import { problemReply, type Asked } from "./problem.ts"
import { jsonReply, type Reply } from "./Reply.ts"
import type { RequestRefused } from "./RequestRefused.ts"

/**
 * How long the same request, sent again, is told that the first one is under way when the process that answers it is gone;
 * one that lives renews it all the while.
 */
const leaseSeconds = 4
const renewEvery = "1 second"

/** For how long a key is given up again and again where the store is away, instead of being waited for. */
const patiently = Schedule.spaced("200 millis").pipe(Schedule.upTo({ times: 20 }))

export interface KeyedRequest<R> {
  readonly request: Request
  readonly actor: string
  readonly key: string
  /** Method and path pattern. */
  readonly route: string
  /** SHA-256 of the body's content, read to its end. */
  readonly bodyDigest: Effect.Effect<string, RequestRefused>
  /** The headers that follow from a kept answer. */
  readonly headersOf: (answer: KeptAnswer) => Reply["headers"]
  /** Does what is asked; `id` is that of what is made. */
  readonly answer: (id: string) => Effect.Effect<Reply, never, R>
}

/**
 * Answers a request that carries an `Idempotency-Key` (IETF draft 07 of that header): once done, the same
 * request is answered as the first time, and one with another content is refused. Not kept are answers that
 * trying again may better (status 500 and above) and those to a body that did not come whole.
 */
export const answerOnce = Effect.fnUntraced(function* <R>(keyed: KeyedRequest<R>, asked: Asked) {
  if (!/^[\x20-\x7e]{1,255}$/.test(keyed.key)) return problemReply({ code: "idempotency.key_invalid" }, asked)
  const keys = yield* IdempotencyKeys
  const key = { actor: keyed.actor, route: keyed.route, key: keyed.key }
  const state = yield* keys.begin(key, randomUUID(), leaseSeconds)
  if (state._tag === "UnderWay") return problemReply({ code: "idempotency.under_way" }, asked)
  if (state._tag === "Answered") return answeredBefore(keyed, state.answer, yield* digestOf(keyed), asked)
  const release = keys
    .release(key)
    .pipe(
      Effect.catch(() =>
        Effect.forkDetach(Effect.ignore(Effect.retry(keys.release(key), { schedule: patiently }))),
      ),
    )
  const renewing = Effect.forever(
    Effect.andThen(Effect.sleep(renewEvery), Effect.ignore(keys.renew(key, leaseSeconds))),
  )
  return yield* Effect.raceFirst(keyed.answer(state.id), renewing).pipe(
    Effect.tap((reply) =>
      typeof reply.body !== "string" || reply.status >= 500
        ? release
        : keepAnswer(keyed, reply.status, reply.body, (answer) => keys.finish(key, answer)).pipe(
            Effect.catch(() => release),
          ),
    ),
    Effect.onInterrupt(() => release),
  )
})

const keepAnswer = <R, E>(
  keyed: KeyedRequest<R>,
  status: number,
  body: string,
  finish: (answer: KeptAnswer) => Effect.Effect<void, E>,
) => Effect.flatMap(digestOf(keyed), (digest) => Effect.uninterruptible(finish({ digest, status, body })))

const answeredBefore = <R>(
  keyed: KeyedRequest<R>,
  answer: KeptAnswer,
  digest: string,
  asked: Asked,
): Reply =>
  answer.digest === digest
    ? jsonReply(answer.status, answer.body, { ...keyed.headersOf(answer), "idempotency-replayed": "true" })
    : problemReply({ code: "idempotency.mismatch" }, asked)

/** SHA-256 over method, path, query and body. */
const digestOf = <R>({ request, bodyDigest }: KeyedRequest<R>) =>
  Effect.map(bodyDigest, (body) => {
    const { pathname, search } = new URL(request.url)
    return createHash("sha256")
      .update(JSON.stringify([request.method, pathname, search, body]))
      .digest("hex")
  })
