/** One page of a list, and where the next begins (null: this was the last). */
export interface Page<A> {
  readonly items: ReadonlyArray<A>
  readonly nextCursor: string | null
}

/** What part of a list is asked for: at most `limit` of what follows `cursor`. */
export interface PageRequest {
  readonly limit: number
  readonly cursor: string | null
}
