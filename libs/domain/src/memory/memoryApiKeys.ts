import { Clock, Effect, Layer, Option } from "effect"
import { ApiKeyNotFound, ApiKeys } from "../ports/ApiKeys.ts"
import { Actors } from "../ports/Actors.ts"
import type { ApiKey } from "../rights/ApiKey.ts"
import { keyActorId, userActorId } from "../rights/Actor.ts"
import { isoTime } from "./importsInMemory.ts"
import { leaveLine } from "./leaveLine.ts"
import { MemoryState, type MemoryApiKey } from "./MemoryState.ts"

/** The reference meaning of the port `ApiKeys`. */
export const memoryApiKeys = Layer.effect(
  ApiKeys,
  Effect.gen(function* () {
    const { apiKeys, audit } = yield* MemoryState
    const actors = yield* Actors
    return ApiKeys.of({
      create: (key) =>
        Effect.map(Clock.currentTimeMillis, (now) => {
          const there = apiKeys.get(key.id)
          if (there) return toApiKey(there)
          const made = { ...key, createdAt: isoTime(now), lastUsedAt: null }
          apiKeys.set(key.id, made)
          const { id, ownerId, scope, databaseId } = key
          leaveLine({ audit }, userActorId(ownerId), "api_key.made", { databaseId, details: { id, scope } })
          return toApiKey(made)
        }),
      list: (ownerId) =>
        Effect.sync(() =>
          [...apiKeys.values()]
            .filter((key) => key.ownerId === ownerId)
            .reverse()
            .map(toApiKey),
        ),
      revoke: (ownerId, id) =>
        Effect.suspend(() => {
          if (apiKeys.get(id)?.ownerId !== ownerId) return new ApiKeyNotFound({ id })
          apiKeys.delete(id)
          leaveLine({ audit }, userActorId(ownerId), "api_key.revoked", { details: { id } })
          return Effect.void
        }),
      use: Effect.fnUntraced(function* (id, secretHash) {
        const now = isoTime(yield* Clock.currentTimeMillis)
        const key = apiKeys.get(id)
        if (key?.secretHash !== secretHash || key.expiresAt <= now) return Option.none()
        apiKeys.set(id, { ...key, lastUsedAt: now })
        return yield* actors.find(keyActorId(id))
      }),
    })
  }),
)

const toApiKey = ({ secretHash: _, ...key }: MemoryApiKey): ApiKey => key
