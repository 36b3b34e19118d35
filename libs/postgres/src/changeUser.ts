import { PlatformRole } from "@muster/domain/model/PlatformUser"
import type { NewPlatformUser } from "@muster/domain/model/PlatformUser"
import type { UserChange } from "@muster/domain/ports/PlatformUsers"
import { columnsOf } from "@muster/domain/rows/columnsOf"
import { sql, type SQL } from "drizzle-orm"
import { auditLine } from "./auditLine.ts"

/** Whether the user was changed, or why not; all false where there is none within reach. */
export type UserChangeRecord = { readonly changed: boolean; readonly last: boolean; readonly stale: boolean }

/** What of a user tells a person: the columns of a file, as they are called here and in the audit. */
const told = columnsOf("platform-users").map(
  ({ name }) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), name] as const,
)

/**
 * Changes a user within reach, unless nobody would be in charge any more: all who are stay locked meanwhile, so
 * that two of them cannot demote each other. Who is not active any more loses their sessions at once, who gets
 * another e-mail the links sent to the old one.
 */
export const changeUser = (
  id: string,
  { status, platformRole, person, version }: UserChange,
  reach: PlatformRole,
  actor: string,
): SQL => sql`
  with in_charge as (
    select id from platform_users where platform_role = 'superAdministrator' and status = 'active'
    order by id for update
  ), was as (
    select u.*, ${status ?? sql`u.status`} as next_status, ${platformRole ?? sql`u.platform_role`} as next_role
    from platform_users u where u.id = ${id}
      and u.platform_role in (${sql.join(
        PlatformRole.literals.slice(0, PlatformRole.literals.indexOf(reach) + 1).map((role) => sql`${role}`),
        sql`, `,
      )})
    for update
  ), stale as (
    select from was where version <> ${version ?? sql`version`}
  ), last as (
    select from was where (next_status <> 'active' or next_role <> 'superAdministrator')
      and (select array_agg(id) from in_charge) = array[was.id]
  ), changed as (
    update platform_users u set status = was.next_status, platform_role = was.next_role, updated_at = now(),
      deleted_at = case when was.next_status = 'deleted' then coalesce(was.deleted_at, now()) end,
      version = was.version + 1 ${person === undefined ? sql`` : personSet(person)}
    from was where u.id = was.id and not exists (select from last) and not exists (select from stale) returning u.*
  ), ended as (
    delete from sessions s using changed where s.user_id = changed.id and changed.status <> 'active'
  ), unlinked as (
    delete from sign_in_links l using changed, was where l.user_id = changed.id and changed.email_key <> was.email_key
  ), ${auditLine(
    { actor, event: "user.changed", userId: sql`is_now.id`, ...toldChange },
    sql`changed is_now, was`,
  )}
  select exists (select from changed) as changed, exists (select from last) as last, exists (select from stale) as stale`

/** A person's columns set to another person's, after others. */
export const personSet = (person: NewPlatformUser) => sql`, email = ${person.email},
  email_key = ${person.emailKey}, username = ${person.username}, username_key = ${person.usernameKey},
  first_name = ${person.firstName}, last_name = ${person.lastName}, phone = ${person.phone}::text,
  mobile_phone = ${person.mobilePhone}::text, language_code = ${person.languageCode}::text,
  external_id = ${person.externalId}::text, search_text = ${person.searchText}`

const differing = sql`from (values ${sql.join(
  told.map(
    ([column, field], at) =>
      sql`(${sql.raw(String(at))}, ${sql.raw(`'${field}'`)}, was.${sql.raw(column)}, is_now.${sql.raw(column)})`,
  ),
  sql`, `,
)}) as f (at, field, before, after) where before is distinct from after`

const details = sql`json_strip_nulls(json_build_object(
  'status', nullif(is_now.status, was.status), 'platformRole', nullif(is_now.platform_role, was.platform_role),
  'fields', (select json_agg(field order by at) ${differing})))`

const personal = sql`json_strip_nulls(json_build_object('email', was.email,
  'changes', (select json_object_agg(field, json_build_array(before, after) order by at) ${differing})))`

/** What the audit tells of a user who `was` one and `is_now` another, as parts of a statement. */
export const toldChange = { details, personal }
