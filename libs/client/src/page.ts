import { Schema } from "effect"

/** One page of a list, as every list call answers. */
export const pageOf = <S extends Schema.Constraint>(item: S) =>
  Schema.Struct({ items: Schema.Array(item), nextCursor: Schema.NullOr(Schema.String) })

/** The query part of an address; what is null, undefined or empty is left out. */
export const query = (parts: Readonly<Record<string, string | number | null | undefined>>): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(parts))
    if (value !== null && value !== undefined && value !== "") search.set(name, String(value))
  return search.size === 0 ? "" : `?${search}`
}
