import { DatabaseNotFound, Databases } from "@muster/domain/ports/Databases"
import { and, asc, eq, sql } from "drizzle-orm"
import { Effect, Layer } from "effect"
import { isStorable } from "./isStorable.ts"
import { keysetPage, readCursor } from "./keysetPage.ts"
import { Postgres } from "./Postgres.ts"
import { databases } from "./tables.ts"
import { textArray } from "./textArray.ts"

export const PostgresDatabases = Layer.effect(
  Databases,
  Effect.gen(function* () {
    const { run } = yield* Postgres
    const found = { id: databases.id, name: databases.name }
    const find = Effect.fnUntraced(function* (id: string) {
      const rows = isStorable(id)
        ? yield* run((db) => db.select(found).from(databases).where(eq(databases.id, id)))
        : []
      return rows[0] ?? (yield* new DatabaseNotFound({ id }))
    })
    return Databases.of({
      find,
      list: ({ limit, cursor, among }) => {
        const [name, id] = readCursor(cursor, 2) ?? []
        const after =
          name === undefined ? undefined : sql`(${databases.name}, ${databases.id}) > (${name}, ${id})`
        return run((db) =>
          db
            .select(found)
            .from(databases)
            .where(and(after, among === null ? undefined : sql`${databases.id} = any(${textArray(among)})`))
            .orderBy(asc(databases.name), asc(databases.id))
            .limit(limit + 1),
        ).pipe(Effect.map((rows) => keysetPage(rows, limit, (database) => [database.name, database.id])))
      },
      create: Effect.fnUntraced(function* (database) {
        const [made] = yield* run((db) =>
          db.insert(databases).values(database).onConflictDoNothing().returning(found),
        )
        return made ?? (yield* Effect.catchTag(find(database.id), "DatabaseNotFound", Effect.die))
      }),
    })
  }),
)
