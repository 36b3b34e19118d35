import {
  RowStatus,
  type Import,
  type ImportScope,
  type RowStatus as Status,
} from "@muster/domain/model/Import"
import { progressOf } from "@muster/domain/model/Progress"
import { withSetAside } from "@muster/domain/model/setAside"
import { sql, type SQL } from "drizzle-orm"

/** ISO 8601 in UTC, to the millisecond, as `to_char` writes it; connections are in UTC. */
const isoTime = sql.raw(`'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`)

/** The row up to which a run has settled all rows of `imports i`. */
const ranTo = sql`coalesce((select upper(one) - 1 from unnest(i.settled) one where lower(one) = 1), 0)`

/** Columns of `imports i` as a statement answers them, for `toImport`. */
export const importColumns = sql`
  i.id, i.kind, i.database_id, i.file_name, i.delimiter, i.header, i.columns, i.issues, i.state, i.invalid_rows, i.mode,
  i.to_update, i.to_leave, i.to_remove, i.undoes,
  (select u.id from imports u where u.undoes = i.id and u.state not in ('cancelled', 'failed')) as undone_by,
  i.rows, ${eachStatus((status) => sql`i.${sql.identifier(status)}`)}, i.done, i.done_before,
  case when i.state in ('validating', 'running') then extract(epoch from now() - i.stage_at)::float8 end as stage_seconds,
  i.created_by, i.started_by, i.fence,
  i.checked_to, ${ranTo} as ran_to, i.tries,
  i.ordinal, to_char(i.created_at, ${isoTime}) as created_at,
  to_char(i.finished_at, ${isoTime}) as finished_at`

export type ImportRecord = Readonly<
  Record<
    | Status
    | "rows"
    | "done"
    | "done_before"
    | "fence"
    | "checked_to"
    | "ran_to"
    | "tries"
    | "to_update"
    | "to_leave"
    | "to_remove",
    number
  >
> &
  Readonly<
    Record<"id" | "file_name" | "header" | "columns" | "issues" | "created_by" | "created_at", string>
  > & {
    readonly kind: Import["kind"]
    readonly stage_seconds: number | null
    readonly database_id: string | null
    readonly undoes: string | null
    readonly undone_by: string | null
    readonly delimiter: Import["delimiter"]
    readonly state: Import["state"]
    readonly invalid_rows: Import["invalidRows"]
    readonly mode: Import["mode"]
    readonly started_by: string | null
    readonly finished_at: string | null
    readonly ordinal: string
  }

export const toImport = (record: ImportRecord): Import => ({
  id: record.id,
  kind: record.kind,
  databaseId: record.database_id,
  fileName: JSON.parse(record.file_name),
  delimiter: record.delimiter,
  header: JSON.parse(record.header),
  columns: JSON.parse(record.columns),
  issues: withSetAside(JSON.parse(record.issues), record.state, record.tries),
  state: record.state,
  invalidRows: record.invalid_rows,
  mode: record.mode,
  undoes: record.undoes,
  undoneBy: record.undone_by,
  counts: {
    rows: record.rows,
    valid: record.valid,
    invalid: record.invalid,
    conflict: record.conflict,
    skipped: record.skipped,
    created: record.created,
    updated: record.updated,
    unchanged: record.unchanged,
    removed: record.removed,
    failed: record.failed,
    unprocessed: record.unprocessed,
  },
  plan: {
    created: record.valid - record.to_update - record.to_leave - record.to_remove,
    updated: record.to_update,
    unchanged: record.to_leave,
    removed: record.to_remove,
  },
  progress: progressOf(record, {
    done: record.done,
    total: record.rows,
    doneBefore: record.done_before,
    seconds: record.stage_seconds,
  }),
  createdBy: record.created_by,
  startedBy: record.started_by,
  createdAt: record.created_at,
  finishedAt: record.finished_at,
})

/** `imports i` belongs there. */
export const inScope = ({ databaseId }: ImportScope): SQL =>
  databaseId === null ? sql`i.database_id is null` : sql`i.database_id = ${databaseId}`

/** `i.state` is one of the states. */
export const stateIn = (states: ReadonlyArray<Import["state"]>): SQL =>
  sql`i.state in (${sql.join(
    states.map((state) => sql`${state}`),
    sql`, `,
  )})`

/** One expression for each row status, separated by commas. */
export function eachStatus(expression: (status: Status) => SQL): SQL {
  return sql.join(RowStatus.literals.map(expression), sql`, `)
}
