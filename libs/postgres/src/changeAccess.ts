import type { NewAccess } from "@muster/domain/model/Access"
import { sql, type SQL } from "drizzle-orm"
import { makePgArray } from "drizzle-orm/pg-core"
import { auditLine } from "./auditLine.ts"

/** Whether the access was changed, or is not the version that was meant; both false where there is none. */
export type AccessChangeRecord = { readonly changed: boolean; readonly stale: boolean }

/** Gives an active user a place, and those given by hand with it; whatever is not there violates a constraint. */
export const grantAccess = (databaseId: string, userId: string, access: NewAccess, actor: string): SQL => sql`
  with changed as (
    insert into accesses (database_id, user_id, department_id, group_name, extra_permissions)
    select ${databaseId}, u.id, ${access.departmentId}, ${access.groupName}, ${permissionsOf(access)}
    from platform_users u where u.id = ${userId} and u.status = 'active' for share
    returning database_id, user_id
  ), placed as (
    insert into extra_places (database_id, user_id, department_id, group_name)
    select c.database_id, c.user_id, p.department_id, p.group_name from changed c, ${extraPlaces(access)}
  ), ${auditLine({ actor, event: "access.granted", databaseId, userId, details: access }, sql`changed`)}
  select exists (select from changed) as changed, false as stale`

/** Gives a user another place, in the version that was meant. */
export const changeAccess = (
  databaseId: string,
  userId: string,
  access: NewAccess,
  version: number,
  actor: string,
): SQL => sql`
  with ${meant(databaseId, userId, version)}, changed as (
    update accesses a set department_id = ${access.departmentId}, group_name = ${access.groupName},
      extra_permissions = ${permissionsOf(access)}, version = a.version + 1
    from meant where a.database_id = meant.database_id and a.user_id = meant.user_id and meant.fits
    returning a.database_id, a.user_id
  ), left_out as (
    delete from extra_places e using changed c where e.database_id = c.database_id and e.user_id = c.user_id
      and not exists (select from ${extraPlaces(access)} where p.department_id = e.department_id)
  ), placed as (
    insert into extra_places (database_id, user_id, department_id, group_name)
    select c.database_id, c.user_id, p.department_id, p.group_name from changed c, ${extraPlaces(access)}
    on conflict (database_id, user_id, department_id) do update set group_name = excluded.group_name
  ), ${auditLine({ actor, event: "access.changed", databaseId, userId, details: access }, sql`changed`)}
  ${answer}`

/** Takes a user's access away, in the version that was meant. */
export const removeAccess = (databaseId: string, userId: string, version: number, actor: string): SQL => sql`
  with ${meant(databaseId, userId, version)}, changed as (
    delete from accesses a using meant
    where a.database_id = meant.database_id and a.user_id = meant.user_id and meant.fits returning a.user_id
  ), ${auditLine({ actor, event: "access.removed", databaseId, userId }, sql`changed`)}
  ${answer}`

const meant = (databaseId: string, userId: string, version: number) => sql`meant as (
  select database_id, user_id, version = ${version} as fits from accesses
  where database_id = ${databaseId} and user_id = ${userId} for update
)`

const answer = sql`select exists (select from changed) as changed, exists (select from meant where not fits) as stale`

const permissionsOf = ({ extra }: NewAccess) => sql`${makePgArray([...extra.permissions])}::text[]`

const extraPlaces = ({ extra }: NewAccess) => sql`unnest(
  ${makePgArray(extra.departments.map(({ departmentId }) => departmentId))}::text[],
  ${makePgArray(extra.departments.map(({ groupName }) => groupName))}::text[]) as p (department_id, group_name)`
