import { Schema } from "effect"

/**
 * A customer's workspace in the product; never Muster's own storage. In one that is closed nobody may anything and
 * nothing is changed; it can be opened again as it was.
 */
export const Database = Schema.Struct({ id: Schema.String, name: Schema.String, closed: Schema.Boolean })
export type Database = typeof Database.Type
