import { IdempotencyKeys, type KeptAnswer } from "@muster/domain/ports/IdempotencyKeys"
import { Effect } from "effect"
import { createHash, randomUUID } from "node:crypto"
import { problemReply, type Asked } from "./problem.ts"
import { jsonReply, type Reply } from "./Reply.ts"
import type { RequestRefused } from "./RequestRefused.ts"

/** How long a request may take before the same one, sent again, is no longer told that it is under way. */
const leaseSeconds = 120

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
  const release = Effect.ignore(keys.release(key))
  return yield* keyed.answer(state.id).pipe(
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
