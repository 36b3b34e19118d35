import { Context, Schema, type Effect, type Option } from "effect"
import type { Actor } from "../rights/Actor.ts"
import type { ApiKey } from "../rights/ApiKey.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/** Keys for services. A key can do what its owner can do at that moment, within its scope. */
export class ApiKeys extends Context.Service<
  ApiKeys,
  {
    /** The same id again answers the key that is there. */
    readonly create: (key: NewApiKey) => Effect.Effect<ApiKey, StoreUnavailable>
    /** The owner's keys that are not revoked, newest first. */
    readonly list: (ownerId: string) => Effect.Effect<ReadonlyArray<ApiKey>, StoreUnavailable>
    readonly revoke: (ownerId: string, id: string) => Effect.Effect<void, ApiKeyNotFound | StoreUnavailable>
    /**
     * Who acts by a key, and that it was used, told to the minute. None where the key is unknown, revoked or
     * expired, or its owner is not active.
     */
    readonly use: (id: string, secretHash: string) => Effect.Effect<Option.Option<Actor>, StoreUnavailable>
  }
>()("@muster/domain/ports/ApiKeys") {}

export interface NewApiKey extends Omit<ApiKey, "createdAt" | "lastUsedAt"> {
  /** The SHA-256 of the secret in hexadecimal: all that is kept of it. */
  readonly secretHash: string
}

export class ApiKeyNotFound extends Schema.TaggedError<ApiKeyNotFound>()("ApiKeyNotFound", {
  id: Schema.String,
}) {
  override get message() {
    return "There is no such API key."
  }
}
