import { Schema } from "effect"

/** Where a user is signed in. Times are ISO 8601 in UTC. */
export const UserSession = Schema.Struct({
  id: Schema.String,
  createdAt: Schema.String,
  lastUsedAt: Schema.String,
  /** What the browser calls itself; null where it did not say. */
  userAgent: Schema.NullOr(Schema.String),
})
export type UserSession = typeof UserSession.Type
