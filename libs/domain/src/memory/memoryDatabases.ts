import { Effect, Layer } from "effect"
import type { Database } from "../model/Database.ts"
import { DatabaseNotFound, Databases } from "../ports/Databases.ts"
import { CurrentActor } from "../rights/CurrentActor.ts"
import { leaveLine } from "./leaveLine.ts"
import { MemoryState } from "./MemoryState.ts"
import { byKey, pageOf } from "./pageOf.ts"

/** The reference meaning of the port `Databases`. */
export const memoryDatabases = Layer.effect(
  Databases,
  Effect.gen(function* () {
    const { databases, audit } = yield* MemoryState
    return Databases.of({
      find: (id) =>
        Effect.suspend(() => {
          const database = databases.get(id)
          return database ? Effect.succeed(database) : Effect.fail(new DatabaseNotFound({ id }))
        }),
      list: ({ among, ...page }) =>
        Effect.sync(() => {
          const visible = [...databases.values()].filter(({ id }) => among === null || among.includes(id))
          return pageOf(visible.sort(byKey(keyOf)), page, keyOf)
        }),
      change: (id, change) =>
        Effect.flatMap(CurrentActor, (actor): ReturnType<Databases["Service"]["change"]> => {
          const database = databases.get(id)
          if (!database) return new DatabaseNotFound({ id })
          const changed = { ...database, ...change }
          databases.set(id, changed)
          leaveLine({ audit }, actor, "database.changed", { databaseId: id, details: change })
          return Effect.succeed(changed)
        }),
      create: (database) =>
        Effect.map(CurrentActor, (actor) => {
          const there = databases.get(database.id)
          if (there) return there
          const made = { ...database, closed: false }
          databases.set(database.id, made)
          leaveLine({ audit }, actor, "database.created", { databaseId: database.id })
          return made
        }),
    })
  }),
)

const keyOf = ({ name, id }: Database) => `${name}\n${id}`
