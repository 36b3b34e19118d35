/** Numbers that look random and are the same for the same seed (Mulberry32). */
export class Random {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** From 0 to 1, without 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number from 0 to `end`, without `end`; 0 where there is none. */
  below(end: number): number {
    return Math.floor(this.next() * end)
  }

  pick<A>(some: ReadonlyArray<A>): A {
    return some[this.below(some.length)] as A
  }
}
