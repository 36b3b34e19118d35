import { Context, type Effect } from "effect"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/**
 * What was answered to requests that carried an `Idempotency-Key` (after the IETF draft of that name). A key
 * reserves the id of what the request will make, so that a request broken off midway and sent again makes it
 * once. Keys are kept for 24 hours.
 */
export class IdempotencyKeys extends Context.Service<
  IdempotencyKeys,
  {
    /** Takes the key for a request, for at most `leaseSeconds`; `id` is reserved when the key is new. */
    readonly begin: (
      key: IdempotencyKey,
      id: string,
      leaseSeconds: number,
    ) => Effect.Effect<KeyState, StoreUnavailable>
    /** Prolongs the taking of a key, while its request is under way. */
    readonly renew: (key: IdempotencyKey, leaseSeconds: number) => Effect.Effect<void, StoreUnavailable>
    /** Keeps the answer, to be given again. */
    readonly finish: (key: IdempotencyKey, answer: KeptAnswer) => Effect.Effect<void, StoreUnavailable>
    /** Gives the key up, its reserved id kept: nothing was answered that must be repeated. */
    readonly release: (key: IdempotencyKey) => Effect.Effect<void, StoreUnavailable>
  }
>()("@muster/domain/ports/IdempotencyKeys") {}

/** A key belongs to one actor and one route. */
export interface IdempotencyKey {
  readonly actor: string
  readonly route: string
  readonly key: string
}

/** `digest` is the SHA-256 of the request's content in hexadecimal, `body` the JSON answered. */
export interface KeptAnswer {
  readonly digest: string
  readonly status: number
  readonly body: string
}

export type KeyState =
  | { readonly _tag: "Begun"; readonly id: string }
  | { readonly _tag: "UnderWay" }
  | { readonly _tag: "Answered"; readonly answer: KeptAnswer }
