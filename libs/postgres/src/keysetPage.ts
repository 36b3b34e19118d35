import type { Page } from "@muster/domain/model/Page"
import { isStorable } from "./isStorable.ts"

/** A list's page out of one row more than it holds; its cursor is the last row's place in the list's order. */
export const keysetPage = <A>(
  rows: ReadonlyArray<A>,
  limit: number,
  placeOf: (row: A) => ReadonlyArray<string>,
): Page<A> => {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: last !== undefined && rows.length > limit ? writeCursor(placeOf(last)) : null }
}

/** The place a cursor names: as many texts as the order has parts. Null, the start, for what is no cursor. */
export const readCursor = (cursor: string | null, parts: number): ReadonlyArray<string> | null => {
  if (cursor === null) return null
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString())
    const isPlace = Array.isArray(place) && place.length === parts
    return isPlace && place.every((part) => typeof part === "string" && isStorable(part)) ? place : null
  } catch {
    return null
  }
}

const writeCursor = (place: ReadonlyArray<string>) => Buffer.from(JSON.stringify(place)).toString("base64url")
