import { Clock, Effect, Layer, Option } from "effect"
import { administersDatabase } from "../model/PermissionGroup.ts"
import { Actors } from "../ports/Actors.ts"
import { installation, keyActorId, userActorId, type Actor } from "../rights/Actor.ts"
import { permissionsOf } from "../rights/permissionsOf.ts"
import { isoTime } from "./importsInMemory.ts"
import { MemoryState } from "./MemoryState.ts"

/** The reference meaning of the port `Actors`. */
export const memoryActors = Layer.effect(
  Actors,
  Effect.gen(function* () {
    const { users, accesses, groups, apiKeys } = yield* MemoryState
    const administers = (userId: string) =>
      accesses
        .filter((access) => access.userId === userId)
        .filter((access) =>
          permissionsOf(
            access,
            groups.filter(({ databaseId }) => databaseId === access.databaseId),
          ).some(({ name }) => name === administersDatabase),
        )
        .map(({ databaseId }) => databaseId)

    const actsAs = (id: string, userId: string, key: Actor["key"]): Option.Option<Actor> => {
      const user = users.get(userId)
      if (user?.status !== "active") return Option.none()
      return Option.some({
        id,
        userId,
        platformRole: user.platformRole,
        administers: administers(userId),
        key,
      })
    }

    return Actors.of({
      find: (actorId) =>
        Effect.map(Clock.currentTimeMillis, (now) => {
          if (actorId === installation.id) return Option.some(installation)
          const key = [...apiKeys.values()].find(({ id }) => keyActorId(id) === actorId)
          if (key === undefined)
            return Option.flatMap(
              Option.fromUndefinedOr([...users.keys()].find((id) => userActorId(id) === actorId)),
              (userId) => actsAs(actorId, userId, null),
            )
          const { ownerId, scope, databaseId, expiresAt } = key
          return expiresAt <= isoTime(now) ? Option.none() : actsAs(actorId, ownerId, { scope, databaseId })
        }),
    })
  }),
)
