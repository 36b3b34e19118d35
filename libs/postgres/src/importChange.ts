import type { RowOutcome } from "@muster/domain/model/Import"
import { sql, type Name, type SQL } from "drizzle-orm"
import { eachStatus } from "./importRecord.ts"

/** Takes an import out of the hands of whoever works on it. */
export const unheld = sql`fence = i.fence + 1, lease_holder = null, lease_until = null, waiting_since = now(), turns = 0`

/**
 * What rows become, counted: by each status and outcome, how many more rows (`more`) have them, from records of
 * `status, outcome, more`. Counted once, since joins within a statement are planned for a few rows and take the
 * square of the time for a thousand.
 */
export const tally = (changes: SQL): SQL => sql`tally as (
  select status, outcome, sum(more)::int as more from (${changes}) as each group by status, outcome
)`

/** For `tally`: rows of `met` come to `status` and `outcome`, and go from `was_status` and `was_outcome`. */
export const comes: SQL = sql`select status, outcome, 1 as more from met`
export const goes: SQL = sql`select was_status, was_outcome, -1 from met`

/** An import's counts after what `tally` has counted. */
export const countsAfter: SQL = sql`${planned("to_update", "updated")}, ${planned("to_leave", "unchanged")},
  ${planned("to_remove", "removed")},
  ${eachStatus((status) => more(sql.identifier(status), sql`status = ${status}`))}`

/** An import's counts once rows not done are `unprocessed`. */
export const endedCounts: SQL = sql`unprocessed = i.unprocessed + i.valid + i.invalid + i.conflict,
  valid = 0, invalid = 0, conflict = 0, to_update = 0, to_leave = 0, to_remove = 0`

function planned(column: "to_update" | "to_leave" | "to_remove", outcome: RowOutcome): SQL {
  return more(sql.identifier(column), sql`status = 'valid' and outcome = ${outcome}`)
}

function more(column: Name, counted: SQL): SQL {
  return sql`${column} = i.${column} + coalesce((select sum(more)::int from tally where ${counted}), 0)`
}
