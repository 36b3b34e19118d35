import { Schema } from "effect"

/** In how many places there is something of a user. */
export const Traces = Schema.Struct({
  accesses: Schema.Int,
  apiKeys: Schema.Int,
  importRows: Schema.Int,
  auditLines: Schema.Int,
})
export type Traces = typeof Traces.Type
