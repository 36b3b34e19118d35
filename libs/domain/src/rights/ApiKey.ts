import { Schema } from "effect"
import { KeyScope } from "./Actor.ts"

/** A key as its owner sees it; the secret is shown once, when it is made. Times are ISO 8601 in UTC. */
export const ApiKey = Schema.Struct({
  id: Schema.String,
  ownerId: Schema.String,
  name: Schema.String,
  scope: KeyScope,
  /** The one database it is for; null for all that its owner may. */
  databaseId: Schema.NullOr(Schema.String),
  createdAt: Schema.String,
  expiresAt: Schema.String,
  lastUsedAt: Schema.NullOr(Schema.String),
})
export type ApiKey = typeof ApiKey.Type
