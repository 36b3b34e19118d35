import type { RowOutcome } from "@muster/domain/model/Import"
import { sql, type SQL } from "drizzle-orm"
import { eachStatus } from "./importRecord.ts"

/** Takes an import out of the hands of whoever works on it. */
export const unheld = sql`fence = i.fence + 1, lease_holder = null, lease_until = null, waiting_since = now()`

/**
 * An import's counts once the rows of `was` (row, status, outcome) have the statuses and outcomes of `found`
 * (the same).
 */
export const countsAfter: SQL = sql`${planned("to_update", "updated")}, ${planned("to_leave", "unchanged")},
  ${planned("to_remove", "removed")},
  ${eachStatus(
    (status) => sql`${sql.identifier(status)} = i.${sql.identifier(status)}
    + (select count(*)::int from found join was using (row) where found.status = ${status})
    - (select count(*)::int from was where was.status = ${status})`,
  )}`

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
  return sql`${sql.identifier(column)} = i.${sql.identifier(column)}
    + (select count(*)::int from found join was using (row)
        where found.status = 'valid' and found.outcome = ${outcome})
    - (select count(*)::int from was where was.status = 'valid' and was.outcome = ${outcome})`
}
