/** An invariant that does not hold (their numbers are in README.md), and what shows it. */
export interface Violation {
  readonly rule: string
  readonly what: string
}
