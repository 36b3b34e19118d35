import { sql, type SQL } from "drizzle-orm"
import { indexedLength } from "./tables.ts"

/** The username's key of a staged row `r`: the e-mail's where none of its own is kept. */
export const nameKey = (r: SQL): SQL => sql`coalesce(${r}.username_key, ${r}.email_key)`

/** As much of a key as is indexed. */
export const headOf = (key: SQL): SQL => sql`left(${key}, ${sql.raw(String(indexedLength))})`
