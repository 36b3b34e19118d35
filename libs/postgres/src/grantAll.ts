import { importerOf, type Import } from "@muster/domain/model/Import"
import { sql, type SQL } from "drizzle-orm"
import { importColumns } from "./importRecord.ts"
import { settledLine } from "./settledLine.ts"

/**
 * The statement that grants what each `valid` row's finding says and completes the import in `held`: all rows,
 * or none when somebody is not active any more or has other access. Answers one record: `in_hand`, and the
 * import, null where nothing was granted. A department, group or access that came or went at the same moment
 * violates a constraint.
 */
export const grantAll = (one: Import, held: SQL): SQL => sql`
  with ${held}, valid as (
    select r.row, r.access_user_id, r.access_department_id, r.access_group_name
    from import_rows r, held where r.import_id = held.id and r.status = 'valid'
  ), present as (
    select v.row, a.department_id = v.access_department_id and a.group_name = v.access_group_name as same
    from valid v join accesses a on a.database_id = ${one.databaseId} and a.user_id = v.access_user_id
  ), sound as (
    select held.id from held
    where (select count(*) from valid) = (
      select count(*) from valid v join platform_users u on u.id = v.access_user_id and u.status = 'active'
    ) and not exists (select from present where not same)
  ), granted as (
    insert into accesses (database_id, user_id, department_id, group_name)
    select ${one.databaseId}, v.access_user_id, v.access_department_id, v.access_group_name
    from valid v, sound where not exists (select from present p where p.row = v.row)
    order by v.access_user_id
  ), changed as (
    update import_rows r set status = case
      when r.status <> 'valid' then 'failed'
      when exists (select from present p where p.row = r.row) then 'unchanged'
      else 'created' end
    from sound where r.import_id = sound.id and r.status in ('valid', 'conflict', 'invalid')
  ), moved as (
    update imports i set state = 'completed', finished_at = now(), done = i.rows, lease_holder = null,
      lease_until = null, fence = i.fence + 1,
      created = i.created + i.valid - (select count(*)::int from present),
      unchanged = i.unchanged + (select count(*)::int from present),
      failed = i.failed + i.conflict + i.invalid, valid = 0, conflict = 0, invalid = 0
    from sound where i.id = sound.id returning ${importColumns}
  ), ${settledLine(importerOf(one), "completed", sql`moved`)}
  select exists (select from held) as in_hand, moved.* from (select) one left join moved on true`
