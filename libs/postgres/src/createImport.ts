import type { NewImport } from "@muster/domain/ports/Imports"
import { sql, type Name, type SQL } from "drizzle-orm"
import { auditLine } from "./auditLine.ts"
import { nameKey } from "./nameKey.ts"

/**
 * The statement that makes the import of the staged rows, `validating`, with a line in the audit, and leaves rows
 * that have a twin to be checked again; nothing where the import is there already, or staged rows are missing.
 */
export const createImport = ({ scope, isChecked, staged, ...one }: NewImport): SQL => sql`
  with staged as materialized (
    select row, email_key, username_key, status, outcome from import_rows where import_id = ${one.id}
  ), named as materialized (
    select row, ${nameKey(sql`r`)} as name_key from staged r
    where exists (select from staged where username_key is not null)
  ), twins as materialized (
    select row from staged join ${repeated(sql`staged`, sql`email_key`)} using (email_key)
    union select row from named join ${repeated(sql`named`, sql`name_key`)} using (name_key)
  ), found as (
    select status, outcome from staged s where not exists (select from twins t where t.row = s.row)
  ), made as (
    insert into imports (id, kind, database_id, file_name, delimiter, header, columns, issues, state,
      invalid_rows, mode, undoes, created_by, rows, checked_to, done, unprocessed, ${eachFound((name) => name)})
    select ${one.id}, ${scope.kind}, ${scope.databaseId}, ${JSON.stringify(one.fileName)},
      ${one.delimiter}, ${JSON.stringify(one.header)}, ${JSON.stringify(one.columns)},
      ${JSON.stringify(one.issues)}, 'validating', ${one.invalidRows}, ${one.mode}, ${one.undoes},
      ${one.createdBy}, whole.rows, ${isChecked ? sql`whole.last` : sql`0`}, checked.done,
      whole.rows - checked.done, ${eachFound((name) => sql`checked.${name}`)}
    from (select count(*)::int as rows, coalesce(max(row), 0) as last from staged) as whole,
      (select ${eachFound((name, counted) => sql`(count(*) filter (where ${counted}))::int as ${name}`)},
        (count(*) filter (where status <> 'unprocessed'))::int as done from found) as checked
    where whole.rows = ${staged}
    on conflict do nothing returning id, rows
  ), marked as (
    update import_rows r set may_have_twin = true, status = 'unprocessed', outcome = null
    from twins, made where r.import_id = ${one.id} and r.row = twins.row
  ), ended as (delete from stagings using made where import_id = made.id),
  ${auditLine(
    {
      actor: one.createdBy,
      event: "import.received",
      importId: sql`id`,
      databaseId: scope.databaseId,
      details: sql`json_build_object('rows', rows)`,
    },
    sql`made`,
  )}
  select from made`

/** Keys that several of the rows have; a join, as the planner asks lists of many keys (`in`) one after another. */
const repeated = (rows: SQL, key: SQL) => sql`
  (select ${key} from ${rows} group by ${key} having count(*) > 1) as repeated`

/** One expression for each count of rows that were checked before they were staged. */
const eachFound = (expression: (name: Name, counted: SQL) => SQL | Name): SQL =>
  sql.join(
    [
      ...(["valid", "invalid", "conflict", "skipped"] as const).map((status) =>
        expression(sql.identifier(status), sql`status = ${status}`),
      ),
      expression(sql.identifier("to_update"), sql`status = 'valid' and outcome = 'updated'`),
      expression(sql.identifier("to_leave"), sql`status = 'valid' and outcome = 'unchanged'`),
    ],
    sql`, `,
  )
