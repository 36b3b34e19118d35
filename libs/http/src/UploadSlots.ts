import { Effect } from "effect"
import { RequestRefused } from "./RequestRefused.ts"

/** How many files may come in at the same moment, into this process. */
export interface SlotLimits {
  readonly ofOneActor: number
  readonly ofAll: number
}

/** One actor's uploads never keep out everybody else's. */
export const defaultSlots: SlotLimits = { ofOneActor: 16, ofAll: 64 }

/** Lets so many uploads in at a time and refuses others at once, with a time to come again. */
export class UploadSlots {
  readonly #limits: SlotLimits
  readonly #taken = new Map<string, number>()
  #all = 0

  constructor(limits: SlotLimits = defaultSlots) {
    this.#limits = limits
  }

  /** Does the work in a slot of the actor's; `request.too_many` or `server.busy` where none is free. */
  use<A, E, R>(actor: string, work: Effect.Effect<A, E, R>): Effect.Effect<A, E | RequestRefused, R> {
    return Effect.acquireUseRelease(
      Effect.suspend(() => this.#take(actor)),
      () => work,
      () => Effect.sync(() => this.#free(actor)),
    )
  }

  #take(actor: string): Effect.Effect<void, RequestRefused> {
    const own = this.#taken.get(actor) ?? 0
    if (own >= this.#limits.ofOneActor)
      return Effect.fail(new RequestRefused({ code: "request.too_many", retryAfter: 1 }))
    if (this.#all >= this.#limits.ofAll)
      return Effect.fail(new RequestRefused({ code: "server.busy", retryAfter: 1 }))
    this.#taken.set(actor, own + 1)
    this.#all++
    return Effect.void
  }

  #free(actor: string): void {
    const own = (this.#taken.get(actor) ?? 1) - 1
    if (own === 0) this.#taken.delete(actor)
    else this.#taken.set(actor, own)
    this.#all--
  }
}
