import { sql, type SQL } from "drizzle-orm"
import { eachStatus } from "./importRecord.ts"

/** Takes an import out of the hands of whoever works on it. */
export const unheld = sql`fence = i.fence + 1, lease_holder = null, lease_until = null, waiting_since = now(), turns = 0,
  tries = 0, stage_at = null`

/**
 * What rows become, counted: one record of how much greater each count gets, from records of `status, outcome, more`.
 * Counted once, since joins within a statement are planned for a few rows and take the square of the time for a
 * thousand.
 */
export const tally = (changes: SQL): SQL => sql`tally as materialized (
  select ${counted("to_update", sql`status = 'valid' and outcome = 'updated'`)},
    ${counted("to_leave", sql`status = 'valid' and outcome = 'unchanged'`)},
    ${counted("to_remove", sql`status = 'valid' and outcome = 'removed'`)},
    ${eachStatus((status) => counted(status, sql`status = ${status}`))}
  from (${changes}) as each
)`

/** For `tally`: rows of `met` come to `status` and `outcome`, and go from `was_status` and `was_outcome`. */
export const comes: SQL = sql`select status, outcome, 1 as more from met`
export const goes: SQL = sql`select was_status, was_outcome, -1 from met`

/** The counts of `imports i` after what `tally`, which the statement reads from, has counted. */
export const countsAfter: SQL = sql`${more("to_update")}, ${more("to_leave")}, ${more("to_remove")},
  ${eachStatus(more)}`

/** An import's counts once rows not done are `unprocessed`. */
export const endedCounts: SQL = sql`unprocessed = i.unprocessed + i.valid + i.invalid + i.conflict,
  valid = 0, invalid = 0, conflict = 0, to_update = 0, to_leave = 0, to_remove = 0`

function counted(column: string, which: SQL): SQL {
  return sql`coalesce(sum(more) filter (where ${which}), 0)::int as ${sql.identifier(column)}`
}

function more(column: string): SQL {
  return sql`${sql.identifier(column)} = i.${sql.identifier(column)} + tally.${sql.identifier(column)}`
}
