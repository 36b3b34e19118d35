import type { NewPlatformUser, PlatformUser } from "@muster/domain/model/PlatformUser"
import {
  LastSuperAdministrator,
  PersonTaken,
  PlatformUserNotFound,
  PlatformUsers,
  UserChangedMeanwhile,
  type UserQuery,
} from "@muster/domain/ports/PlatformUsers"
import { CurrentActor } from "@muster/domain/rights/CurrentActor"
import { asc, eq, sql } from "drizzle-orm"
import { union } from "drizzle-orm/pg-core"
import { Effect, Layer } from "effect"
import { auditLine } from "./auditLine.ts"
import { changeUser, type UserChangeRecord } from "./changeUser.ts"
import { isFound } from "./isFound.ts"
import { isStorable, isUuid } from "./isStorable.ts"
import { keysetPage, readCursor } from "./keysetPage.ts"
import { pageOfUsers, type WantedUsers } from "./pageOfUsers.ts"
import { Postgres } from "./Postgres.ts"
import { signIns } from "./signInTables.ts"
import { accesses, imports, platformUsers } from "./tables.ts"
import { textArray, uuidArray } from "./textArray.ts"

export const PostgresPlatformUsers = Layer.effect(
  PlatformUsers,
  Effect.gen(function* () {
    const { run, attempt } = yield* Postgres
    const { emailKey, usernameKey } = platformUsers
    const find = Effect.fnUntraced(function* (id: string) {
      const rows = isUuid(id)
        ? yield* run((db) => db.select().from(platformUsers).where(eq(platformUsers.id, id)))
        : []
      return rows[0] ? toPlatformUser(rows[0]) : yield* new PlatformUserNotFound({ id })
    })

    return PlatformUsers.of({
      find,
      origin: Effect.fnUntraced(function* (id) {
        const [found] = isUuid(id)
          ? yield* run((db) =>
              db
                .select({
                  importId: platformUsers.originImport,
                  row: platformUsers.originRow,
                  fileName: imports.fileName,
                })
                .from(platformUsers)
                .leftJoin(imports, eq(imports.id, platformUsers.originImport))
                .where(eq(platformUsers.id, id)),
            )
          : []
        if (found === undefined) return yield* new PlatformUserNotFound({ id })
        const { importId, row, fileName } = found
        return importId === null || row === null ? null : { importId, row, fileName: fileName ?? "" }
      }),
      list: Effect.fnUntraced(function* (query) {
        const { search, limit } = query
        const asked =
          [search, query.database].every((text) => text === null || isStorable(text)) &&
          (query.importId === null || isUuid(query.importId))
        if (!asked) return { items: [], nextCursor: null }
        const [after] = readCursor(query.cursor, 1) ?? []
        const rows = yield* pageOfUsers(run, wantedOf(query), { after, limit: limit + 1 }, (keys) =>
          run((db) =>
            db
              .select()
              .from(platformUsers)
              .where(sql`${emailKey} in (${keys})`)
              .orderBy(asc(emailKey)),
          ),
        )
        const { items, nextCursor } = keysetPage(rows, limit, (row) => [row.emailKey])
        return { items: items.map(toPlatformUser), nextCursor }
      }),
      known: ({ emailKeys, usernameKeys }) => {
        return run((db) =>
          union(
            db
              .select()
              .from(platformUsers)
              .where(sql`${emailKey} = any(${textArray(emailKeys)})`),
            db
              .select()
              .from(platformUsers)
              .where(sql`${usernameKey} = any(${textArray(usernameKeys)})`),
          ),
        ).pipe(
          Effect.map((found) =>
            found.map((user) => ({
              ...toPlatformUser(user),
              emailKey: user.emailKey,
              usernameKey: user.usernameKey,
            })),
          ),
        )
      },
      bound: (ids) =>
        run((db) =>
          db
            .select({
              user: platformUsers,
              databases: sql<number>`(select count(*)::int from ${accesses} where ${accesses.userId} = ${platformUsers.id})`,
              signsIn: sql<boolean>`exists (select from ${signIns} where ${signIns.userId} = ${platformUsers.id})`,
            })
            .from(platformUsers)
            .where(sql`${platformUsers.id} = any(${uuidArray(ids)})`),
        ).pipe(
          Effect.map((found) => found.map(({ user, ...bonds }) => ({ ...toPlatformUser(user), ...bonds }))),
        ),
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

export const toPlatformUser = ({
  createdAt: _,
  updatedAt: __,
  deletedAt: _______,
  originImport: ________,
  originRow: _________,
  twoFactorEnabled: ___,
  emailKey: ____,
  usernameKey: _____,
  searchText: ______,
  ...user
}: typeof platformUsers.$inferSelect): PlatformUser => user

/** Whom of `platform_users u` a list is narrowed to. */
const wantedOf = ({ search, status, role, database, standing, importId }: UserQuery): WantedUsers => {
  const databaseId = database === "none" ? null : database
  const indexed = [
    status === null ? undefined : sql`u.status = ${status}`,
    role === null ? undefined : sql`u.platform_role = ${role}`,
    importId === null ? undefined : sql`u.origin_import = ${importId}`,
  ]
  const inOrder = databaseId === null ? indexed : []
  const told = [
    ...(databaseId === null ? [] : indexed),
    search === null ? undefined : isFound(search, sql`u.search_text`),
    database === "none" ? sql`not exists (select from accesses a where a.user_id = u.id)` : undefined,
    standing === null
      ? undefined
      : sql`exists (select from mails m where m.user_id = u.id and m.purpose = 'invitation')
          and not exists (select from sign_ins s where s.user_id = u.id)`,
  ]
  return { databaseId, inOrder, told, found: search === null ? null : told }
}

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
