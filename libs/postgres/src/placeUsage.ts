import type { PlaceUsage } from "@muster/domain/model/PlaceUsage"
import { sql, type SQL } from "drizzle-orm"

export const noUsage: PlaceUsage = { users: 0, byHand: 0, below: 0, imports: 0 }

/** The query for what hangs on places of a database: `isSuch` says which, `below` counts departments below. */
export const placeUsage = (databaseId: string, isSuch: SQL, below: SQL = sql`0`): SQL => sql`
  select (select count(*)::int from accesses where database_id = ${databaseId} and ${isSuch}) as "users",
    (select count(distinct user_id)::int from extra_places where database_id = ${databaseId} and ${isSuch}) as "byHand",
    ${below} as "below",
    (select count(*)::int from imports i where i.database_id = ${databaseId}
      and i.state in ('validating', 'refused', 'ready', 'running') and exists (
        select from (
          select access_department_id as department_id, access_group_name as group_name from import_rows r
          where r.import_id = i.id and r.status = 'valid'
        ) place where ${isSuch})) as "imports"`
