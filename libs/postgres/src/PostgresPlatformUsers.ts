import type { NewPlatformUser } from "@muster/domain/model/PlatformUser"
import {
  LastSuperAdministrator,
  PersonTaken,
  PlatformUserNotFound,
  PlatformUsers,
  UserChangedMeanwhile,
} from "@muster/domain/ports/PlatformUsers"
import { CurrentActor } from "@muster/domain/rights/CurrentActor"
import { and, asc, eq, getTableColumns, gt, like, notExists, sql } from "drizzle-orm"
import { union } from "drizzle-orm/pg-core"
import { Effect, Layer } from "effect"
import { auditLine } from "./auditLine.ts"
import { changeUser, type UserChangeRecord } from "./changeUser.ts"
import { isStorable, isUuid } from "./isStorable.ts"
import { keysetPage, readCursor } from "./keysetPage.ts"
import { Postgres } from "./Postgres.ts"
import { accesses, platformUsers } from "./tables.ts"
import { textArray } from "./textArray.ts"

export const PostgresPlatformUsers = Layer.effect(
  PlatformUsers,
  Effect.gen(function* () {
    const { run, attempt } = yield* Postgres
    const {
      createdAt: _,
      updatedAt: __,
      twoFactorEnabled: ___,
      emailKey,
      usernameKey,
      searchText,
      ...found
    } = getTableColumns(platformUsers)
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
      create: Effect.fnUntraced(function* (id, user) {
        const actor = yield* CurrentActor
        return yield* attempt((db) => db.execute(adding(id, user, actor))).pipe(
          Effect.catchTag("ConstraintViolated", () => Effect.void),
          Effect.andThen(find(id)),
          Effect.catchTag("PlatformUserNotFound", () => new PersonTaken()),
        )
      }),
      change: Effect.fnUntraced(function* (id, change, reach) {
        const actor = yield* CurrentActor
        const [answer] = isUuid(id)
          ? yield* attempt((db) => db.execute<UserChangeRecord>(changeUser(id, change, reach, actor))).pipe(
              Effect.catchTag("ConstraintViolated", () => new PersonTaken()),
            )
          : []
        if (answer?.last) return yield* new LastSuperAdministrator()
        if (answer?.stale) return yield* new UserChangedMeanwhile()
        return answer?.changed ? yield* find(id) : yield* new PlatformUserNotFound({ id })
      }),
    })
  }),
)

/** Adds a user, active and with no role. */
const adding = (id: string, user: NewPlatformUser, actor: string) => sql`
  with made as (
    insert into platform_users (id, email, email_key, username, username_key, first_name, last_name, phone,
      mobile_phone, language_code, external_id, search_text, status, platform_role)
    values (${id}, ${user.email}, ${user.emailKey}, ${user.username}, ${user.usernameKey}, ${user.firstName},
      ${user.lastName}, ${user.phone}, ${user.mobilePhone}, ${user.languageCode}, ${user.externalId},
      ${user.searchText}, 'active', 'none')
    returning id, email
  ), ${auditLine({ actor, event: "user.created", userId: sql`id`, personal: emailJson }, sql`made`)}
  select from made`

const emailJson = sql`json_build_object('email', email)`
