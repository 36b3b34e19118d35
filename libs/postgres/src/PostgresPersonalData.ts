import type { Traces } from "@muster/domain/model/Traces"
import { PersonalData, UserNotDeleted } from "@muster/domain/ports/PersonalData"
import { PlatformUserNotFound, UserChangedMeanwhile } from "@muster/domain/ports/PlatformUsers"
import { CurrentActor } from "@muster/domain/rights/CurrentActor"
import { eq, sql } from "drizzle-orm"
import { Effect, Layer } from "effect"
import { erasePerson, rowsAbout } from "./erasePerson.ts"
import { isUuid } from "./isStorable.ts"
import { Postgres } from "./Postgres.ts"
import { toPlatformUser } from "./PostgresPlatformUsers.ts"
import { platformUsers } from "./tables.ts"

export const PostgresPersonalData = Layer.effect(
  PersonalData,
  Effect.gen(function* () {
    const { run } = yield* Postgres
    const find = Effect.fnUntraced(function* (id: string) {
      const [user] = isUuid(id)
        ? yield* run((db) => db.select().from(platformUsers).where(eq(platformUsers.id, id)))
        : []
      return user ? toPlatformUser(user) : yield* new PlatformUserNotFound({ id })
    })
    return PersonalData.of({
      traces: Effect.fnUntraced(function* (userId, names) {
        if (!isUuid(userId)) return { accesses: 0, apiKeys: 0, importRows: 0, auditLines: 0 }
        const [found] = yield* run((db) =>
          db.execute<Traces>(sql`select
            (select count(*)::int from accesses where user_id = ${userId}) as "accesses",
            (select count(*)::int from api_keys where owner_id = ${userId}) as "apiKeys",
            (select count(*)::int from import_rows r, imports i where ${rowsAbout(userId, names)}) as "importRows",
            (select count(*)::int from audit_lines where user_id = ${userId} and personal is not null) as "auditLines"`),
        )
        return found ?? (yield* Effect.die(new Error("A count has no row.")))
      }),
      erase: Effect.fnUntraced(function* (userId, names, version) {
        const before = yield* find(userId)
        if (before.status !== "deleted") return yield* new UserNotDeleted()
        const statement = erasePerson(userId, names, version, yield* CurrentActor)
        const [erased] = yield* run((db) => db.execute<{ erased: boolean }>(statement))
        return erased?.erased ? yield* find(userId) : yield* new UserChangedMeanwhile()
      }),
      due: (days, limit) =>
        Effect.map(
          run((db) =>
            db.execute<{ id: string }>(sql`
              select id from platform_users
              where status = 'deleted' and deleted_at <= now() - make_interval(days => ${days})
              order by deleted_at limit ${limit}`),
          ),
          (found) => found.map(({ id }) => id),
        ),
    })
  }),
)
