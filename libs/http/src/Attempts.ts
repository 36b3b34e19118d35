/**
 * Slows down whoever tries passwords: after some tries, each further one must wait, twice as long as
 * the last and at most half a minute. Nobody is locked out for good, and no try counts while it must wait.
 * Kept in this process alone, the oldest forgotten first.
 */
export class Attempts {
  readonly #tries = new Map<string, { readonly count: number; readonly until: number; readonly at: number }>()
  readonly #now: () => number

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  /** Seconds to wait before a try by any of the names; 0 for none. */
  wait(names: ReadonlyArray<string>): number {
    const longest = Math.max(0, ...names.map((name) => (this.#of(name)?.until ?? 0) - this.#now()))
    return Math.ceil(longest / 1000)
  }

  /** Counts a try before it is made, so that many at once are slowed too. `free` tries by a name are not. */
  tried(name: string, free: number): void {
    const count = (this.#of(name)?.count ?? 0) + 1
    const now = this.#now()
    const seconds = count < free ? 0 : Math.min(2 ** (count - free), longestWait)
    this.#tries.delete(name)
    this.#tries.set(name, { count, until: now + seconds * 1000, at: now })
    if (this.#tries.size > remembered) this.#tries.delete(this.#tries.keys().next().value ?? name)
  }

  /** The last try was right: it does not count. */
  forgive(name: string): void {
    const found = this.#of(name)
    if (found !== undefined) this.#tries.set(name, { ...found, count: found.count - 1, until: 0 })
  }

  /** Nothing is held against the name any more. */
  forget(name: string): void {
    this.#tries.delete(name)
  }

  #of(name: string) {
    const found = this.#tries.get(name)
    return found !== undefined && this.#now() - found.at < forgottenAfter ? found : undefined
  }
}

const longestWait = 30
const forgottenAfter = 15 * 60_000
const remembered = 100_000
