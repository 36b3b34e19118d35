import type { RowStatus } from "@muster/domain/model/Import"
import { sql, type SQL } from "drizzle-orm"
import { amiss } from "./tables.ts"
import { textArray } from "./textArray.ts"

/** Whether a run has settled `import_rows r` of `imports i`. */
export const isSettled: SQL = sql`r.row <@ i.settled`

/** How a row ends that was found so, by its `status` and `outcome`. */
export const endOf = (status: SQL, outcome: SQL): SQL =>
  sql`case when ${status} = 'valid' then ${outcome} else 'failed' end`

/**
 * The status of `import_rows r` of `imports i`. What a run does is kept by the ranges of rows that it has settled; a row
 * that it did not come to before the import ended is `unprocessed`.
 */
export const statusNow: SQL = sql`case when r.status not in ('valid', 'invalid', 'conflict') then r.status
  when ${isSettled} then ${endOf(sql`r.status`, sql`r.outcome`)}
  when i.state in ('completed', 'failed', 'cancelled') then 'unprocessed' else r.status end`

/** Whether `import_rows r` of `imports i` has one of the statuses; an index finds those of which nothing comes. */
export const statusIn = (statuses: ReadonlyArray<RowStatus>): SQL => {
  const isOne = sql`${statusNow} = any(${textArray(statuses)})`
  if (!statuses.every((status) => amiss.includes(status))) return isOne
  return sql`${isOne} and r.status in (${sql.raw(amiss.map((status) => `'${status}'`).join(", "))})`
}

/** Whom `import_rows r` of `imports i` is about, or has made. */
export const userNow: SQL = sql`case when r.user_id is null and r.outcome = 'created' and ${isSettled} then (
  select u.id from platform_users u where u.origin_import = r.import_id and u.origin_row = r.row
) else r.user_id end`
