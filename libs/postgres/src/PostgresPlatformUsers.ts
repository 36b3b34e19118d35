import { PersonTaken, PlatformUserNotFound, PlatformUsers } from "@muster/domain/ports/PlatformUsers"
import { and, asc, eq, getTableColumns, gt, like, notExists, sql } from "drizzle-orm"
import { union } from "drizzle-orm/pg-core"
import { Effect, Layer } from "effect"
import { isStorable, isUuid } from "./isStorable.ts"
import { keysetPage, readCursor } from "./keysetPage.ts"
import { Postgres } from "./Postgres.ts"
import { accesses, platformUsers } from "./tables.ts"
import { textArray } from "./textArray.ts"

export const PostgresPlatformUsers = Layer.effect(
  PlatformUsers,
  Effect.gen(function* () {
    const { run, attempt } = yield* Postgres
    const { createdAt: _, emailKey, usernameKey, searchText, ...found } = getTableColumns(platformUsers)
    const find = Effect.fnUntraced(function* (id: string) {
      const rows = isUuid(id)
        ? yield* run((db) => db.select(found).from(platformUsers).where(eq(platformUsers.id, id)))
        : []
      return rows[0] ?? (yield* new PlatformUserNotFound({ id }))
    })

    return PlatformUsers.of({
      find,
      list: Effect.fnUntraced(function* ({ search, status, role, database, limit, cursor }) {
        if (search !== null && !isStorable(search)) return { items: [], nextCursor: null }
        const [after] = readCursor(cursor, 1) ?? []
        const rows = yield* run((db) =>
          db
            .select({ ...found, emailKey })
            .from(platformUsers)
            .where(
              and(
                after === undefined ? undefined : gt(emailKey, after),
                search === null ? undefined : like(searchText, `%${search.replace(/[\\%_]/g, "\\$&")}%`),
                status === null ? undefined : eq(platformUsers.status, status),
                role === null ? undefined : eq(platformUsers.platformRole, role),
                database === null
                  ? undefined
                  : notExists(
                      db
                        .select({ userId: accesses.userId })
                        .from(accesses)
                        .where(eq(accesses.userId, platformUsers.id)),
                    ),
              ),
            )
            .orderBy(asc(emailKey))
            .limit(limit + 1),
        )
        const { items, nextCursor } = keysetPage(rows, limit, (row) => [row.emailKey])
        return { items: items.map(({ emailKey: _, ...user }) => user), nextCursor }
      }),
      known: ({ emailKeys, usernameKeys }) => {
        const person = {
          id: platformUsers.id,
          emailKey,
          usernameKey,
          email: platformUsers.email,
          username: platformUsers.username,
          status: platformUsers.status,
        }
        return run((db) =>
          union(
            db
              .select(person)
              .from(platformUsers)
              .where(sql`${emailKey} = any(${textArray(emailKeys)})`),
            db
              .select(person)
              .from(platformUsers)
              .where(sql`${usernameKey} = any(${textArray(usernameKeys)})`),
          ),
        )
      },
      create: (id, user) =>
        attempt((db) =>
          db
            .insert(platformUsers)
            .values({ ...user, id, status: "active", platformRole: "none" })
            .returning(found),
        ).pipe(
          Effect.flatMap(([made]) =>
            made ? Effect.succeed(made) : Effect.die("An insert returned no row."),
          ),
          Effect.catchTag("ConstraintViolated", () =>
            Effect.catchTag(find(id), "PlatformUserNotFound", () => new PersonTaken()),
          ),
        ),
      changeStatus: Effect.fnUntraced(function* (id, status) {
        const rows = isUuid(id)
          ? yield* run((db) =>
              db.update(platformUsers).set({ status }).where(eq(platformUsers.id, id)).returning(found),
            )
          : []
        return rows[0] ?? (yield* new PlatformUserNotFound({ id }))
      }),
    })
  }),
)
