import { importerOf, type Import } from "@muster/domain/model/Import"
import { sql, type SQL } from "drizzle-orm"
import { auditLine } from "./auditLine.ts"
import { completion } from "./completion.ts"

/**
 * The statement that gives or takes what each `valid` row's finding says and completes the import in `held`: all
 * rows, or none when somebody to be given access is not active any more, or has not the access that was found. Answers one record:
 * `in_hand`, and the import, null where nothing was granted. A department, group or access that came or went at
 * the same moment violates a constraint.
 */
export const grantAll = (one: Import, held: SQL): SQL => sql`
  with ${held}, valid as (
    select r.row, r.user_id, r.access_department_id, r.access_group_name, r.access_version, r.outcome
    from import_rows r, held where r.import_id = held.id and r.status = 'valid'
  ), present as materialized (
    select a.user_id, a.version from accesses a
    where a.database_id = ${one.databaseId} and a.user_id in (select user_id from valid)
    order by a.user_id for update
  ), sound as (
    select held.id from held
    where not exists (
      select from valid v left join platform_users u on u.id = v.user_id and u.status = 'active'
      where u.id is null and v.outcome <> 'removed'
    ) and not exists (
      select from valid v left join present p using (user_id) where p.version is distinct from v.access_version
    )
  ), granted as (
    insert into accesses (database_id, user_id, department_id, group_name)
    select ${one.databaseId}, v.user_id, v.access_department_id, v.access_group_name
    from valid v, sound where v.outcome = 'created' order by v.user_id
  ), placed as (
    update accesses a set department_id = v.access_department_id, group_name = v.access_group_name,
      version = a.version + 1
    from valid v, sound where a.database_id = ${one.databaseId} and a.user_id = v.user_id and v.outcome = 'updated'
    returning a.user_id, a.department_id, a.group_name
  ), ${auditLine(
    {
      actor: importerOf(one),
      event: "access.changed",
      importId: one.id,
      databaseId: one.databaseId,
      userId: sql`user_id`,
      details: sql`json_build_object('departmentId', department_id, 'groupName', group_name)`,
    },
    sql`placed order by user_id`,
    "audited_places",
  )}, taken as (
    delete from accesses a using valid v, sound
    where a.database_id = ${one.databaseId} and a.user_id = v.user_id and v.outcome = 'removed' returning a.user_id
  ), ${auditLine(
    {
      actor: importerOf(one),
      event: "access.removed",
      importId: one.id,
      databaseId: one.databaseId,
      userId: sql`user_id`,
    },
    sql`taken order by user_id`,
    "audited_taking",
  )}, ${completion(one)}`
