import type { StoreUnavailable } from "@muster/domain/ports/StoreUnavailable"
import { sql, type SQL } from "drizzle-orm"
import { Effect } from "effect"
import type { Postgres } from "./Postgres.ts"

/** Whom a list asks for, as conditions on `platform_users u` and, in a database, on its `accesses a`. */
export interface WantedUsers {
  /** The database whose users they are, in the order of their accesses; null: whether they have any or not. */
  readonly databaseId: string | null
  /** What an index has in the list's order. */
  readonly inOrder: ReadonlyArray<SQL | undefined>
  /** What else they must be, told user by user. */
  readonly told: ReadonlyArray<SQL | undefined>
  /** The same as it is found out of order, by indexes; null where none finds it. */
  readonly found: ReadonlyArray<SQL | undefined> | null
}

/**
 * A page of those wanted after a key, in order of the e-mail's canonical key: what `rowsOf` answers for a
 * statement of at most `limit` such keys. What many have is soon met in the list's own order. What few have,
 * indexes find. What many have but nobody near, they find up to a key that a page should not reach beyond, by a
 * sample; should it, without that end. Only the time depends on the sample, never what is answered.
 */
export const pageOfUsers = Effect.fnUntraced(function* <A>(
  run: Postgres["Service"]["run"],
  { databaseId, inOrder, told, found }: WantedUsers,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
  rowsOf: (keys: SQL) => Effect.Effect<ReadonlyArray<A>, StoreUnavailable>,
) {
  const { table, name, users, usersFirst } = databaseId === null ? ofAll : ofDatabase(databaseId)
  const key = sql`${name}.email_key`
  const isAfter = (place: SQL) => (after === undefined ? undefined : sql`${place} > ${after}`)
  const isInDatabase = databaseId === null ? undefined : sql`a.database_id = ${databaseId}`
  const inList = all([isInDatabase, isAfter(key), ...inOrder])
  const inOrderOfKey = sql`order by ${key} limit ${limit}`
  if (found === null)
    return yield* rowsOf(
      sql`select ${key} from ${table} ${name} ${users} where ${inList} and ${all(told)} ${inOrderOfKey}`,
    )

  const near = yield* rowsOf(sql`
    select ${key} from (
      select * from ${table} ${name} where ${inList} order by ${key} limit ${nearby}
    ) ${name} ${users} where ${all(told)} ${inOrderOfKey}`)
  if (near.length === limit) return near

  const gathered = (from: SQL, conditions: ReadonlyArray<SQL | undefined>, page: SQL) => sql`
    with found as materialized (select u.email_key from ${from} where ${inList} and ${all(conditions)})
    select email_key from found order by email_key ${page}`
  const laterUser = isAfter(sql`u.email_key`)
  const [{ part } = { part: 1 }] = yield* run((db) =>
    db.execute<{ part: number }>(sql`
      select least(1, ${sampledBlocks} * current_setting('block_size')::float8
        / greatest(1, pg_relation_size('platform_users'))) as part`),
  )
  const sample = gathered(
    usersFirst(sql`tablesample system (${part * 100}::real)`),
    [laterUser, ...told],
    sql`offset ${Math.ceil(2 * limit * part) + 1} limit 1`,
  )
  const [end] = yield* run((db) => db.execute<{ email_key: string }>(sample))
  if (end !== undefined) {
    const isBefore = sql`u.email_key <= ${end.email_key}`
    const some = yield* rowsOf(gathered(usersFirst(), [laterUser, isBefore, ...found], sql`limit ${limit}`))
    if (some.length === limit) return some
  }
  return yield* rowsOf(gathered(sql`${table} ${name} ${users}`, found, sql`limit ${limit}`))
})

/** A list's table in its order, what joins users to it, and both with the users read first. */
interface Listed {
  readonly table: SQL
  readonly name: SQL
  readonly users: SQL
  readonly usersFirst: (sampled?: SQL) => SQL
}

const ofAll: Listed = {
  table: sql`platform_users`,
  name: sql`u`,
  users: sql``,
  usersFirst: (sampled = sql``) => sql`platform_users u ${sampled}`,
}

/** Joined by what both are in order of, so that indexes alone can be read side by side. */
const ofDatabase = (databaseId: string): Listed => ({
  table: sql`accesses`,
  name: sql`a`,
  users: sql`join platform_users u on u.email_key = a.email_key`,
  usersFirst: (sampled = sql``) => sql`platform_users u ${sampled} cross join lateral (
    select * from accesses where database_id = ${databaseId} and email_key = u.email_key offset 0) a`,
})

/** As many users as are read one by one, in order, in a hundredth of a second. */
const nearby = 2_000

/** As many blocks of users as are read in less than that, some twenty users each. */
const sampledBlocks = 200

const all = (conditions: ReadonlyArray<SQL | undefined>): SQL =>
  sql.join([sql`true`, ...conditions.filter((condition) => condition !== undefined)], sql` and `)
