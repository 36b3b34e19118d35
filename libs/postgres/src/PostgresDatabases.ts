import { DatabaseNotFound, Databases } from "@muster/domain/ports/Databases"
import { CurrentActor } from "@muster/domain/rights/CurrentActor"
import { and, asc, eq, sql } from "drizzle-orm"
import { Effect, Layer } from "effect"
import { auditLine } from "./auditLine.ts"
import { isStorable } from "./isStorable.ts"
import { keysetPage, readCursor } from "./keysetPage.ts"
import { Postgres } from "./Postgres.ts"
import { databases } from "./tables.ts"
import { textArray } from "./textArray.ts"

export const PostgresDatabases = Layer.effect(
  Databases,
  Effect.gen(function* () {
    const { run } = yield* Postgres
    const found = { id: databases.id, name: databases.name, closed: databases.closed }
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
      change: Effect.fnUntraced(function* (id, change) {
        const actor = yield* CurrentActor
        const line = { actor, event: "database.changed", databaseId: sql`id`, details: change } as const
        if (isStorable(id))
          yield* run((db) =>
            db.execute(sql`
              with changed as (
                update databases set name = ${change.name ?? sql`name`}, closed = ${change.closed ?? sql`closed`}
                where id = ${id} returning id
              ), ${auditLine(line, sql`changed`)}
              select from changed`),
          )
        return yield* find(id)
      }),
      create: Effect.fnUntraced(function* (database) {
        const actor = yield* CurrentActor
        const [made] = yield* run((db) =>
          db.execute<{ id: string }>(sql`
            with made as (
              insert into databases (id, name) values (${database.id}, ${database.name})
              on conflict do nothing returning id
            ), ${auditLine({ actor, event: "database.created", databaseId: sql`id` }, sql`made`)}
            select id from made`),
        )
        return made
          ? { ...database, closed: false }
          : yield* Effect.catchTag(find(database.id), "DatabaseNotFound", Effect.die)
      }),
    })
  }),
)
