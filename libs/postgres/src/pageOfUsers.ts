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
  const { table, name, users } = databaseId === null ? ofAll : ofDatabase
  const key = sql`${name}.email_key`
  const inList = all([
    databaseId === null ? undefined : sql`a.database_id = ${databaseId}`,
    after === undefined ? undefined : sql`${key} > ${after}`,
    ...inOrder,
  ])
  const inOrderOfKey = sql`order by ${key} limit ${limit}`
  if (found === null)
    return yield* rowsOf(
      sql`select ${key} from ${table} ${name} ${users()} where ${inList} and ${all(told)} ${inOrderOfKey}`,
    )

  const near = yield* rowsOf(sql`
    select ${key} from (
      select * from ${table} ${name} where ${inList} order by ${key} limit ${nearby}
    ) ${name} ${users()} where ${all(told)} ${inOrderOfKey}`)
  if (near.length === limit) return near

  const gathered = (what: SQL, part: SQL) => sql`
    with found as materialized (${what}) select email_key from found order by email_key ${part}`
  const foundUpTo = (end?: string) => {
    const isBefore = end === undefined ? sql`true` : sql`${key} <= ${end} and u.email_key <= ${end}`
    return rowsOf(
      gathered(
        sql`select u.email_key from ${table} ${name} ${users()} where ${inList} and ${all(found)} and ${isBefore}`,
        sql`limit ${limit}`,
      ),
    )
  }
  const [{ part } = { part: 1 }] = yield* run((db) =>
    db.execute<{ part: number }>(sql`
      select least(1, ${sampledBlocks} * current_setting('block_size')::float8
        / greatest(1, pg_relation_size('platform_users'))) as part`),
  )
  const [end] = yield* run((db) =>
    db.execute<{ email_key: string }>(
      gathered(
        sql`select u.email_key from ${table} ${name} ${users(sql`tablesample system (${part * 100}::real)`)}
          where ${inList} and ${all(told)}`,
        sql`offset ${Math.ceil(2 * limit * part) + 2} limit 1`,
      ),
    ),
  )
  const some = end === undefined ? [] : yield* foundUpTo(end.email_key)
  return some.length === limit ? some : yield* foundUpTo()
})

const ofAll = {
  table: sql`platform_users`,
  name: sql`u`,
  users: (sampled: SQL = sql``) => sampled,
}
/** Joined by what both are in order of, so that indexes alone can be read side by side. */
const ofDatabase: typeof ofAll = {
  table: sql`accesses`,
  name: sql`a`,
  users: (sampled = sql``) => sql`join platform_users u ${sampled} on u.email_key = a.email_key`,
}

/** As many users as are read one by one, in order, in a hundredth of a second. */
const nearby = 2_000

/** As many blocks of users as are read in less than that, some twenty users each. */
const sampledBlocks = 200

const all = (conditions: ReadonlyArray<SQL | undefined>): SQL =>
  sql.join([sql`true`, ...conditions.filter((condition) => condition !== undefined)], sql` and `)
