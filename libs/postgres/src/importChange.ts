import type { RowOutcome } from "@muster/domain/model/Import"
import { sql, type Name, type SQL } from "drizzle-orm"
import { eachStatus } from "./importRecord.ts"

/** Takes an import out of the hands of whoever works on it. */
export const unheld = sql`fence = i.fence + 1, lease_holder = null, lease_until = null, waiting_since = now()`

/**
 * What rows become, counted: by each status and outcome, how many more rows have them once those of `met` (`status`
 * and `outcome`, and `was_status` and `was_outcome` before) have changed. Counted once, since joins within a
 * statement are planned for a few rows and take the square of the time for a thousand.
 */
export const tally: SQL = sql`tally as (
  select status, outcome, sum(more)::int as more from (
    select status, outcome, 1 as more from met union all select was_status, was_outcome, -1 from met
  ) as each group by status, outcome
)`

/** An import's counts after what `tally` has counted. */
export const countsAfter: SQL = sql`${planned("to_update", "updated")}, ${planned("to_leave", "unchanged")},
  ${planned("to_remove", "removed")},
  ${eachStatus((status) => more(sql.identifier(status), sql`status = ${status}`))}`

/** An import's counts once rows not done are `unprocessed`. */
export const endedCounts: SQL = sql`unprocessed = i.unprocessed + i.valid + i.invalid + i.conflict,
  valid = 0, invalid = 0, conflict = 0, to_update = 0, to_leave = 0, to_remove = 0`

/**
 * Leaves rows not done of the import in `held` as `unprocessed`. Tells them by what they are not, so that one
 * checked by a statement that ended just before is told by what it is now.
 */
export const endRows = (held: SQL): SQL => sql`update import_rows r set status = 'unprocessed' from ${held}
  where r.import_id = held.id and r.status not in ('created', 'updated', 'unchanged', 'removed', 'failed', 'skipped')`

function planned(column: "to_update" | "to_leave" | "to_remove", outcome: RowOutcome): SQL {
  return more(sql.identifier(column), sql`status = 'valid' and outcome = ${outcome}`)
}

function more(column: Name, counted: SQL): SQL {
  return sql`${column} = i.${column} + coalesce((select sum(more)::int from tally where ${counted}), 0)`
}
