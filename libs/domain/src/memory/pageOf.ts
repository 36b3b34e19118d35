import type { Page, PageRequest } from "../model/Page.ts"

/** The page that follows the cursor in a list ordered by the (unique) key. */
export const pageOf = <A>(
  ordered: ReadonlyArray<A>,
  { limit, cursor }: PageRequest,
  keyOf: (one: A) => string,
): Page<A> => {
  const from = cursor === null ? 0 : ordered.findIndex((one) => keyOf(one) === cursor) + 1
  const items = ordered.slice(from, from + limit)
  const last = items.at(-1)
  return { items, nextCursor: last && from + limit < ordered.length ? keyOf(last) : null }
}

/** Order by code unit, as `COLLATE "C"` has it for ASCII keys. */
export const byKey =
  <A>(keyOf: (one: A) => string) =>
  (one: A, other: A): number =>
    keyOf(one) < keyOf(other) ? -1 : keyOf(one) > keyOf(other) ? 1 : 0
