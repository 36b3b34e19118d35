import { Accesses } from "@muster/domain/ports/Accesses"
import { and, asc, eq, gt, sql } from "drizzle-orm"
import { Effect, Layer } from "effect"
import { isStorable } from "./isStorable.ts"
import { keysetPage, readCursor } from "./keysetPage.ts"
import { Postgres } from "./Postgres.ts"
import { accesses, platformUsers } from "./tables.ts"
import { uuidArray } from "./textArray.ts"

export const PostgresAccesses = Layer.effect(
  Accesses,
  Effect.gen(function* () {
    const { run } = yield* Postgres
    const found = {
      userId: accesses.userId,
      email: platformUsers.email,
      departmentId: accesses.departmentId,
      groupName: accesses.groupName,
    }
    const ofUser = eq(platformUsers.id, accesses.userId)

    return Accesses.of({
      list: Effect.fnUntraced(function* (databaseId, { limit, cursor }) {
        if (!isStorable(databaseId)) return { items: [], nextCursor: null }
        const [after] = readCursor(cursor, 1) ?? []
        const rows = yield* run((db) =>
          db
            .select({ ...found, emailKey: platformUsers.emailKey })
            .from(accesses)
            .innerJoin(platformUsers, ofUser)
            .where(
              and(
                eq(accesses.databaseId, databaseId),
                after === undefined ? undefined : gt(platformUsers.emailKey, after),
              ),
            )
            .orderBy(asc(platformUsers.emailKey))
            .limit(limit + 1),
        )
        const { items, nextCursor } = keysetPage(rows, limit, (row) => [row.emailKey])
        return { items: items.map(({ emailKey: _, ...access }) => access), nextCursor }
      }),
      known: (databaseId, userIds) =>
        isStorable(databaseId)
          ? run((db) =>
              db
                .select(found)
                .from(accesses)
                .innerJoin(platformUsers, ofUser)
                .where(
                  and(
                    eq(accesses.databaseId, databaseId),
                    sql`${accesses.userId} = any(${uuidArray(userIds)})`,
                  ),
                ),
            )
          : Effect.succeed([]),
    })
  }),
)
