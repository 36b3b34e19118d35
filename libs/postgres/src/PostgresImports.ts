import type { ImportScope, ImportState, RowOutcome } from "@muster/domain/model/Import"
import { noChanges } from "@muster/domain/model/RowChanges"
import type { RowCells } from "@muster/domain/model/ImportRow"
import { changedRows, ImportNotFound, Imports, type StagedRow } from "@muster/domain/ports/Imports"
import { StoreUnavailable } from "@muster/domain/ports/StoreUnavailable"
import { CurrentActor } from "@muster/domain/rights/CurrentActor"
import type { AuditEvent } from "@muster/domain/audit/AuditLine"
import { sql, type SQL } from "drizzle-orm"
import { Effect, Layer, Option } from "effect"
import { auditLine } from "./auditLine.ts"
import { createImport } from "./createImport.ts"
import { comes, countsAfter, endedCounts, goes, tally, unheld } from "./importChange.ts"
import { findingColumns, findingRecord } from "./findings.ts"
import { importColumns, inScope, stateIn, toImport, type ImportRecord } from "./importRecord.ts"
import { isUuid } from "./isStorable.ts"
import { headOf, nameKey } from "./nameKey.ts"
import { keysetPage, readCursor } from "./keysetPage.ts"
import { Postgres } from "./Postgres.ts"
import { PostgresFault } from "./PostgresFailure.ts"
import { statusIn, statusNow, userNow } from "./statusNow.ts"

const correctable: ReadonlyArray<ImportState> = ["refused", "ready", "validating"]

export const PostgresImports = Layer.effect(
  Imports,
  Effect.gen(function* () {
    const { run } = yield* Postgres
    const records = (statement: SQL) =>
      run((db) => db.execute<ImportRecord & Record<string, unknown>>(statement))
    const find = Effect.fnUntraced(function* (scope: ImportScope, id: string) {
      const [found] = isUuid(id)
        ? yield* records(sql`select ${importColumns} from imports i where i.id = ${id} and ${inScope(scope)}`)
        : []
      return found ? toImport(found) : yield* new ImportNotFound({ id })
    })
    const moved = (id: string, statement: SQL) =>
      isUuid(id)
        ? Effect.map(records(statement), ([found]) => Option.map(Option.fromNullishOr(found), toImport))
        : Effect.succeedNone
    /** Has PostgreSQL look at many staged rows, as it does by itself a minute later, so that it plans for them. */
    const tellPlanner = Effect.fnUntraced(function* (importId: string) {
      const [staged] = yield* run((db) =>
        db.execute<{ many: number }>(sql`
          select count(*)::int as many from (select from import_rows where import_id = ${importId} limit 5000) r`),
      )
      if (staged?.many === 5000) yield* run((db) => db.execute(sql`analyze import_rows`))
    })
    /** Moves an import from one of the states, out of the hands of whoever works on it. */
    const move = (
      scope: ImportScope,
      id: string,
      from: ReadonlyArray<ImportState>,
      change: SQL,
      line: { readonly actor: string; readonly event: AuditEvent; readonly details?: object },
    ) =>
      moved(
        id,
        sql`
          with moved as (
            update imports i set ${unheld}, ${change}
            where i.id = ${id} and ${inScope(scope)} and ${stateIn(from)} returning ${importColumns}
          ), ${auditLine({ ...line, ...ofMoved }, sql`moved`)}
          select * from moved`,
      )

    return Imports.of({
      find,
      stage: (importId, rows) =>
        run((db) =>
          db.execute(sql`
            with begun as (insert into stagings (import_id) values (${importId}) on conflict do nothing)
            insert into import_rows (import_id, row, cells, email_key, username_key, reading_issues, may_have_twin,
              status, issues, outcome, user_id, changes, access_department_id, access_group_name, access_version)
            select ${importId}, s.row, s.cells, s.email_key, s.username_key, coalesce(s.reading_issues, '[]'), false,
              coalesce(s.status, 'unprocessed'), coalesce(s.issues, '[]'), s.outcome, s."user", s.changes,
              s.department, s."group", s.version
            from json_to_recordset(${JSON.stringify(rows.map(staged))}::text::json)
              as s(cells text, email_key text, username_key text, reading_issues text, ${findingColumns})
            on conflict do nothing`),
        ).pipe(Effect.asVoid),
      discard: (importId) =>
        run((db) =>
          db.execute(sql`
            with ended as (delete from stagings where import_id = ${importId})
            delete from import_rows where import_id = ${importId}
              and not exists (select from imports where id = ${importId})`),
        ).pipe(Effect.asVoid),
      create: (one) =>
        tellPlanner(one.id).pipe(
          Effect.andThen(run((db) => db.execute(createImport(one)))),
          Effect.andThen(
            records(sql`select ${importColumns} from imports i where i.id = ${one.id}
              or (i.undoes = ${one.undoes} and i.state not in ('cancelled', 'failed')) limit 1`),
          ),
          Effect.flatMap(([found]) =>
            found
              ? Effect.succeed(toImport(found))
              : Effect.fail(
                  new StoreUnavailable({ cause: new PostgresFault("ROWS_MISSING", "import_rows") }),
                ),
          ),
        ),
      list: Effect.fnUntraced(function* (scope, { limit, cursor }) {
        const [before] = readCursor(cursor, 1) ?? []
        const older =
          before !== undefined && /^\d{1,18}$/.test(before) ? sql`and i.ordinal < ${before}` : sql``
        const found = yield* records(sql`select ${importColumns} from imports i
          where ${inScope(scope)} ${older} order by i.ordinal desc limit ${limit + 1}`)
        const { items, nextCursor } = keysetPage(found, limit, (record) => [String(record.ordinal)])
        return { items: items.map(toImport), nextCursor }
      }),
      rows: (importId, { statuses, outcome, only, after, limit }) =>
        run((db) =>
          db.execute<RowRecord>(sql`
            select r.row, ${statusNow} as status, r.cells, r.reading_issues, r.issues, r.outcome,
              ${userNow} as user_id, r.changes, r.may_have_twin
            from import_rows r left join imports i on i.id = r.import_id
            where r.import_id = ${importId} and r.row > ${after}
              ${statuses === null ? sql`` : sql`and ${statusIn(statuses)}`}
              ${outcome === undefined ? sql`` : sql`and r.outcome = ${outcome}`}
              ${only === undefined ? sql`` : sql`and r.row = any(${`{${only.join(",")}}`}::int[])`}
            order by r.row limit ${limit}`),
        ).pipe(
          Effect.map((rows) =>
            rows.map(
              ({ row, status, outcome, user_id, changes, cells, reading_issues, issues, may_have_twin }) => ({
                row,
                status,
                outcome,
                userId: user_id,
                changes: changes === null ? noChanges : JSON.parse(changes),
                cells: JSON.parse(cells),
                readingIssues: JSON.parse(reading_issues),
                issues: JSON.parse(issues),
                mayHaveTwin: may_have_twin,
              }),
            ),
          ),
        ),
      correctRows: Effect.fnUntraced(function* (scope, id, changes) {
        const actor = yield* CurrentActor
        const details = changedRows(changes)
        const asked = changes.map((change) =>
          "leaveOut" in change
            ? { row: change.leaveOut }
            : { ...cellsOf(change.becomes), was: JSON.stringify(change.was) },
        )
        return yield* moved(
          id,
          sql`
            with held as (
              select i.id from imports i where i.id = ${id} and ${inScope(scope)} and ${stateIn(correctable)}
              for update
            ), asked as (
              select * from json_to_recordset(${JSON.stringify(asked)}::text::json)
                as a(row int, was text, cells text, email_key text, username_key text, reading_issues text)
            ), there as (
              select r.row, r.status, r.outcome from import_rows r, held, asked a
              where r.import_id = held.id and r.row = a.row and (a.was is null or r.cells = a.was)
              for update of r
            ), met as (
              select a.*, case when a.was is null then 'skipped' else 'unprocessed' end as status,
                null::text as outcome, t.status as was_status, t.outcome as was_outcome
              from there t join asked a using (row) where (select count(*) from there) = ${changes.length}
            ), ${tally(sql`${comes} union all ${goes}`)}, changed as (
              update import_rows r set status = met.status, issues = '[]', outcome = null, user_id = null,
                changes = null, cells = coalesce(met.cells, r.cells),
                email_key = case when met.was is null then r.email_key else met.email_key end,
                username_key = case when met.was is null then r.username_key else met.username_key end,
                reading_issues = coalesce(met.reading_issues, r.reading_issues), may_have_twin = true
              from met, held where r.import_id = held.id and r.row = met.row
            ), alike as (
              select r.row from met, held, import_rows r
              where r.import_id = held.id and r.email_key = met.email_key
              union
              select r.row from met, held, import_rows r
              where r.import_id = held.id and r.email_key = ${nameKey(sql`met`)} and r.username_key is null
              union
              select r.row from met, held, import_rows r
              where r.import_id = held.id and ${headOf(sql`r.username_key`)} = ${headOf(nameKey(sql`met`))}
                and r.username_key = ${nameKey(sql`met`)}
            ), twins as (
              update import_rows r set may_have_twin = true from alike, held
              where r.import_id = held.id and r.row = alike.row and not r.may_have_twin
                and r.row not in (select row from asked)
            ), moved as (
              update imports i set ${unheld}, state = 'validating', done = 0, checked_to = 0, ${countsAfter}
              from held, tally where i.id = held.id and exists (select from met) returning ${importColumns}
            ), ${auditLine({ actor, event: "import.corrected", details, ...ofMoved }, sql`moved`)}
            select * from moved`,
        )
      }),
      changeOptions: (scope, id, options) =>
        Effect.flatMap(CurrentActor, (actor) =>
          move(
            scope,
            id,
            correctable,
            sql`state = 'validating', done = 0, checked_to = 0, invalid_rows = ${options.invalidRows ?? sql`i.invalid_rows`},
              mode = ${options.mode ?? sql`i.mode`}`,
            { actor, event: "import.policy_changed", details: options },
          ),
        ),
      start: (scope, id, startedBy) =>
        move(
          scope,
          id,
          ["ready"],
          sql`state = 'running', done = 0, checked_to = 0, started_by = ${startedBy}`,
          {
            actor: startedBy,
            event: "import.started",
          },
        ),
      cancel: Effect.fnUntraced(function* (scope, id) {
        const actor = yield* CurrentActor
        return yield* moved(
          id,
          sql`
            with held as (
              update imports i set ${unheld}, state = 'cancelled', finished_at = now(), ${endedCounts},
                done = i.rows - i.unprocessed - i.valid - i.invalid - i.conflict
              where i.id = ${id} and ${inScope(scope)}
                and ${stateIn(["validating", "refused", "ready", "running"])} returning ${importColumns}
            ), ${auditLine({ actor, event: "import.cancelled", ...ofMoved }, sql`held`)}
            select * from held`,
        )
      }),
    })
  }),
)

/** Which import a line of the audit is about, by its columns. */
const ofMoved = { importId: sql`id`, databaseId: sql`database_id` }

type RowRecord = {
  readonly row: number
  readonly status: "valid"
  readonly outcome: RowOutcome | null
  readonly user_id: string | null
  readonly changes: string | null
  readonly cells: string
  readonly reading_issues: string
  readonly issues: string
  readonly may_have_twin: boolean
}

/** Short, as there are many: what is usual is left out. */
const staged = ({ finding, ...row }: StagedRow) => ({
  ...cellsOf(row),
  username_key: row.usernameKey === row.emailKey ? undefined : keyOf(row.usernameKey),
  reading_issues: row.readingIssues.length === 0 ? undefined : JSON.stringify(row.readingIssues),
  ...(finding && findingRecord(finding)),
})

const keyOf = (key: string | null) => (key === null ? undefined : JSON.stringify(key))

const cellsOf = (row: RowCells) => ({
  row: row.row,
  cells: JSON.stringify(row.cells),
  email_key: keyOf(row.emailKey),
  username_key: keyOf(row.usernameKey),
  reading_issues: JSON.stringify(row.readingIssues),
})
