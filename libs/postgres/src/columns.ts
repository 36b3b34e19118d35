import { customType } from "drizzle-orm/pg-core"

/** Text compared and ordered byte by byte, whatever the language of the PostgreSQL database. */
export const exactText = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' })

/** Numbers of rows, as PostgreSQL writes a set of ranges: `{[1,1001),[2001,3001)}`. */
export const rowNumbers = customType<{ data: string }>({ dataType: () => "int4multirange" })

/**
 * A value kept as its JSON text. `JSON.stringify` escapes NUL and lone surrogates, which PostgreSQL refuses or
 * the driver alters, so any string of JavaScript comes back as it went in. Never `json` or `jsonb`: those
 * take the escapes for characters.
 */
export const jsonText = <A>() =>
  customType<{ data: A; driverData: string }>({
    dataType: () => 'text COLLATE "C"',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (text) => JSON.parse(text),
  })()
