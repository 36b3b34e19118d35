import { Effect, Schema, SchemaGetter } from "effect"

/** A number in a query parameter or cursor. */
const wholeNumber = Schema.String.check(Schema.isPattern(/^\d{1,9}$/u, { expected: "a whole number" }))

const toNumber = { decode: SchemaGetter.transform(Number), encode: SchemaGetter.transform(String) }

/** How many of a list are answered at most: 1 to `most`, `otherwise` where the request does not say. */
export const limitParam = (otherwise: number, most = 500) =>
  wholeNumber.pipe(
    Schema.decodeTo(
      Schema.Int.check(
        Schema.isBetween({ minimum: 1, maximum: most }, { expected: `a whole number from 1 to ${most}` }),
      ).annotate({ description: "How many to answer at most", default: otherwise }),
      toNumber,
    ),
    Schema.withDecodingDefaultKey(Effect.succeed(String(otherwise))),
  )

/** The number of a row as a spreadsheet shows it, from 1. */
export const rowNumber = wholeNumber.pipe(
  Schema.decodeTo(
    Schema.Int.check(Schema.isGreaterThan(0, { expected: "a whole number from 1 on" })),
    toNumber,
  ),
)

/**
 * Where a page begins, as the `nextCursor` of the page before. Wrapped, so that nobody builds on what is in
 * it; unwrapped it holds no NUL or lone surrogate, which a store could not take.
 */
export const Cursor = Schema.StringFromBase64Url.pipe(
  Schema.check(
    Schema.isMaxLength(2000),
    Schema.isPattern(/^[^\0\p{Cs}]+$/u, { expected: "a cursor as answered" }),
  ),
)

/** A cursor that is the number of the last row before the page. */
export const RowCursor = Schema.StringFromBase64Url.pipe(
  Schema.decodeTo(wholeNumber),
  Schema.decodeTo(Schema.Int, toNumber),
)

const cursorWords = { description: "`nextCursor` of the page before; absent: the first page" }

/** The query of a paged list. */
export const pageQuery = {
  limit: limitParam(50),
  cursor: Schema.optionalKey(Cursor.annotate(cursorWords)),
}

/** The query of a list of rows. */
export const rowPageQuery = {
  limit: limitParam(50, 1000),
  cursor: Schema.optionalKey(RowCursor.annotate(cursorWords)),
}

/** One page of a list. */
export const pageOf = <S extends Schema.Top, C extends Schema.Top>(item: S, cursor: C, identifier: string) =>
  Schema.Struct({ items: Schema.Array(item), nextCursor: Schema.NullOr(cursor) }).annotate({ identifier })

/** A page of a list that is at hand as a whole, in the order of the (unique) key. */
export const pageAt = <A>(
  all: ReadonlyArray<A>,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
  keyOf: (one: A) => string,
) => {
  const from = cursor === undefined ? 0 : all.findIndex((one) => keyOf(one) === cursor) + 1
  const items = all.slice(from, from + limit)
  const last = items.at(-1)
  return { items, nextCursor: last !== undefined && from + limit < all.length ? keyOf(last) : null }
}
