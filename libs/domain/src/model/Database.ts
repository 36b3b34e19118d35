import { Schema } from "effect"

/** A customer's workspace in the product; never Muster's own storage. */
export const Database = Schema.Struct({ id: Schema.String, name: Schema.String })
export type Database = typeof Database.Type
