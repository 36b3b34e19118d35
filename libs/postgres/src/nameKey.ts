import { sql, type SQL } from "drizzle-orm"

/** The username's key of a staged row `r`: the e-mail's where none of its own is kept. */
export const nameKey = (r: SQL): SQL => sql`coalesce(${r}.username_key, ${r}.email_key)`
