import type { Access, AccessExtra } from "@muster/domain/model/Access"
import {
  AccessChangedMeanwhile,
  Accesses,
  AccessNotFound,
  AccessNotPossible,
  type AccessQuery,
} from "@muster/domain/ports/Accesses"
import { CurrentActor } from "@muster/domain/rights/CurrentActor"
import { and, asc, eq, sql, type SQL } from "drizzle-orm"
import { Effect, Layer } from "effect"
import { changeAccess, grantAccess, removeAccess, type AccessChangeRecord } from "./changeAccess.ts"
import { isFound } from "./isFound.ts"
import { isStorable, isUuid } from "./isStorable.ts"
import { keysetPage, readCursor } from "./keysetPage.ts"
import { pageOfUsers, type WantedUsers } from "./pageOfUsers.ts"
import { Postgres } from "./Postgres.ts"
import { accesses, platformUsers } from "./tables.ts"
import { textArray, uuidArray } from "./textArray.ts"

export const PostgresAccesses = Layer.effect(
  Accesses,
  Effect.gen(function* () {
    const { run, attempt } = yield* Postgres
    const select = (where: SQL | undefined, order: SQL) =>
      run((db) =>
        db
          .select({ ...found, databaseId: accesses.databaseId, emailKey: accesses.emailKey })
          .from(accesses)
          .innerJoin(platformUsers, eq(platformUsers.id, accesses.userId))
          .where(where)
          .orderBy(order),
      )
    const inDatabase = (databaseId: string, ...more: ReadonlyArray<SQL | undefined>) =>
      and(eq(accesses.databaseId, databaseId), ...more)
    /** A department and those below it; none if none is asked about. */
    const departmentsWithin = (databaseId: string, departmentId: string | undefined) =>
      departmentId === undefined
        ? Effect.succeed([])
        : Effect.map(
            run((db) =>
              db.execute<{ department_id: string }>(sql`
                with recursive within as (
                  select department_id from departments
                  where database_id = ${databaseId} and department_id = ${departmentId}
                  union all
                  select d.department_id from departments d join within w on d.parent_id = w.department_id
                  where d.database_id = ${databaseId}
                ) select department_id from within`),
            ),
            (found) => found.map(({ department_id }) => department_id),
          )
    const find = Effect.fnUntraced(function* (databaseId: string, userId: string) {
      const [one] =
        isStorable(databaseId) && isUuid(userId)
          ? yield* select(inDatabase(databaseId, eq(accesses.userId, userId)), asc(accesses.userId))
          : []
      return one ? toAccess(one) : yield* new AccessNotFound({ userId })
    })
    /** Sends a statement that changes an access, and tells why it did not. */
    const change = Effect.fnUntraced(function* (databaseId: string, userId: string, statement: SQL) {
      const [answer] =
        isStorable(databaseId) && isUuid(userId)
          ? yield* attempt((db) => db.execute<AccessChangeRecord>(statement)).pipe(
              Effect.catchTag("ConstraintViolated", () => new AccessNotPossible()),
            )
          : []
      if (answer?.stale) return yield* new AccessChangedMeanwhile()
      if (!answer?.changed) return yield* new AccessNotFound({ userId })
    })

    return Accesses.of({
      find,
      list: Effect.fnUntraced(function* (databaseId, { limit, cursor, ...wanted }) {
        if (![databaseId, ...Object.values(wanted)].every(isStorable)) return { items: [], nextCursor: null }
        const [after] = readCursor(cursor, 1) ?? []
        const rows = yield* pageOfUsers(
          run,
          wantedOf(databaseId, wanted, yield* departmentsWithin(databaseId, wanted.departmentId)),
          { after, limit: limit + 1 },
          (keys) =>
            select(inDatabase(databaseId, sql`${accesses.emailKey} in (${keys})`), asc(accesses.emailKey)),
        )
        const { items, nextCursor } = keysetPage(rows, limit, (row) => [row.emailKey])
        return { items: items.map(toAccess), nextCursor }
      }),
      known: (databaseId, userIds) =>
        isStorable(databaseId)
          ? Effect.map(
              select(
                inDatabase(databaseId, sql`${accesses.userId} = any(${uuidArray(userIds)})`),
                asc(accesses.userId),
              ),
              (rows) => rows.map(toAccess),
            )
          : Effect.succeed([]),
      ofUser: (userId) =>
        isUuid(userId)
          ? Effect.map(select(eq(accesses.userId, userId), asc(accesses.databaseId)), (rows) =>
              rows.map((row) => ({ ...toAccess(row), databaseId: row.databaseId })),
            )
          : Effect.succeed([]),
      grant: Effect.fnUntraced(function* (databaseId, userId, access) {
        const statement = grantAccess(databaseId, userId, access, yield* CurrentActor)
        yield* change(databaseId, userId, statement).pipe(
          Effect.catchTags({
            AccessNotFound: () => new AccessNotPossible(),
            AccessChangedMeanwhile: Effect.die,
          }),
        )
        return yield* find(databaseId, userId).pipe(
          Effect.catchTag("AccessNotFound", () => new AccessNotPossible()),
        )
      }),
      change: Effect.fnUntraced(function* (databaseId, userId, access, version) {
        const actor = yield* CurrentActor
        yield* change(databaseId, userId, changeAccess(databaseId, userId, access, version, actor))
        return yield* find(databaseId, userId)
      }),
      remove: Effect.fnUntraced(function* (databaseId, userId, version) {
        const statement = removeAccess(databaseId, userId, version, yield* CurrentActor)
        yield* Effect.catchTag(change(databaseId, userId, statement), "AccessNotPossible", Effect.die)
      }),
    })
  }),
)

/** Whom a list of a database's users is narrowed to. */
const wantedOf = (
  databaseId: string,
  { search, departmentId, groupName }: Omit<AccessQuery, "limit" | "cursor">,
  departments: ReadonlyArray<string>,
): WantedUsers => {
  const places = [
    ...(departmentId === undefined ? [] : [sql`department_id = any(${textArray(departments)})`]),
    ...(groupName === undefined ? [] : [sql`group_name = ${groupName}`]),
  ]
  const told = places.map(hasPlace)
  if (search !== undefined) {
    const searched = [isFound(search, sql`u.search_text`), ...told]
    return { databaseId, inOrder: [], told: searched, found: searched }
  }
  const found = places.length === 0 ? null : places.map((isSuch) => isAmong(databaseId, isSuch))
  return { databaseId, inOrder: [], told, found }
}

/** Whether the primary place of `accesses a` or one given by hand is such. */
const hasPlace = (isSuch: SQL) => sql`(a.${isSuch} or exists (
  select from extra_places e where e.database_id = a.database_id and e.user_id = a.user_id and e.${isSuch}))`

/** Whether `platform_users u` is among those of whom that is so. */
const isAmong = (databaseId: string, isSuch: SQL) => sql`u.id in (
  select user_id from accesses where database_id = ${databaseId} and ${isSuch}
  union all
  select user_id from extra_places where database_id = ${databaseId} and ${isSuch})`

const found = {
  userId: accesses.userId,
  email: platformUsers.email,
  firstName: platformUsers.firstName,
  lastName: platformUsers.lastName,
  status: platformUsers.status,
  departmentId: accesses.departmentId,
  groupName: accesses.groupName,
  // Drizzle's own reader of arrays loses backslashes.
  permissions: sql<ReadonlyArray<string>>`to_json(${accesses.extraPermissions})`,
  departments: sql<AccessExtra["departments"]>`(
    select coalesce(json_agg(json_build_object('departmentId', e.department_id, 'groupName', e.group_name)
      order by e.department_id), '[]')
    from extra_places e where e.database_id = ${accesses.databaseId} and e.user_id = ${accesses.userId})`,
  version: accesses.version,
}

type FoundAccess = Omit<Access, "extra"> &
  AccessExtra & { readonly databaseId: string; readonly emailKey: string }

const toAccess = ({
  departments,
  permissions,
  databaseId: _,
  emailKey: __,
  ...access
}: FoundAccess): Access => ({
  ...access,
  extra: { departments, permissions },
})
