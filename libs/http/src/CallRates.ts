/**
 * Lets each caller make so many calls a second, and as many more at once as they left unused for five seconds
 * (token bucket). Kept in this process alone, the oldest forgotten first.
 */
export class CallRates {
  readonly #perSecond: number
  readonly #now: () => number
  readonly #left = new Map<string, { readonly calls: number; readonly at: number }>()

  constructor(perSecond: number, now: () => number = Date.now) {
    this.#perSecond = perSecond
    this.#now = now
  }

  /** Whether the caller may make a call now; it counts if so. */
  take(caller: string): boolean {
    const now = this.#now()
    const full = this.#perSecond * burstSeconds
    const { calls, at } = this.#left.get(caller) ?? { calls: full, at: now }
    const left = Math.min(full, calls + ((now - at) / 1000) * this.#perSecond)
    this.#left.delete(caller)
    this.#left.set(caller, { calls: left < 1 ? left : left - 1, at: now })
    if (this.#left.size > remembered) this.#left.delete(this.#left.keys().next().value ?? caller)
    return left >= 1
  }
}

/** What people do in a browser, and services that wait for their answers, stays far below it. */
export const defaultCallsPerSecond = 200

const burstSeconds = 5
const remembered = 100_000
