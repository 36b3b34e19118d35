import { anonymousPerson } from "@muster/domain/model/anonymousPerson"
import type { HeldNames } from "@muster/domain/ports/PersonalData"
import { sql, type SQL } from "drizzle-orm"
import { auditLine } from "./auditLine.ts"
import { personSet } from "./changeUser.ts"
import { nameKey } from "./nameKey.ts"
import { statusNow } from "./statusNow.ts"
import { textArray } from "./textArray.ts"

/** Which rows of imports (`r` of `i`) are about a user; not those that a run is still to make somebody else of. */
export const rowsAbout = (userId: string, { emailKeys, usernameKeys }: HeldNames): SQL => sql`
  i.id = r.import_id and ${statusNow} <> 'valid' and r.cells <> '[]' and (
    r.user_id = ${userId} or r.email_key = any(${jsonTexts(emailKeys)})
    or ${nameKey(sql`r`)} = any(${jsonTexts(usernameKeys)})
    or (r.import_id, r.row) in (select origin_import, origin_row from platform_users where id = ${userId}))`

/** The statement that makes a deleted user of a version nobody, wherever something of them is kept. */
export const erasePerson = (userId: string, names: HeldNames, version: number, actor: string): SQL => sql`
  with was as (
    select id from platform_users where id = ${userId} and status = 'deleted' and version = ${version} for update
  ), rows as (
    update import_rows r set cells = '[]', email_key = null, username_key = null, reading_issues = '[]',
      issues = '[]', changes = null
    from was, imports i where ${rowsAbout(userId, names)} returning r.row
  ), places as (
    delete from accesses a using was where a.user_id = was.id returning a.database_id
  ), own_keys as (
    delete from api_keys k using was where k.owner_id = was.id returning k.id
  ), lines as (
    update audit_lines l set personal = null, salt = null
    from was where l.user_id = was.id and l.personal is not null returning l.ordinal
  ), answers as (
    delete from idempotency_keys k using was
    where exists (select from unnest(${textArray([userId, ...names.texts])}) as held (text)
      where position(held.text in k.body) > 0)
  ), ${sql.join(
    ["sessions", "sign_ins", "two_factors", "sign_in_links", "mails"].map(
      (table) =>
        sql`${sql.identifier(`${table}_gone`)} as (
          delete from ${sql.identifier(table)} t using was where t.user_id = was.id)`,
    ),
    sql`, `,
  )}, changed as (
    update platform_users u set status = 'anonymised', platform_role = 'none', two_factor_enabled = false,
      deleted_at = null, updated_at = now(), version = u.version + 1 ${personSet(anonymousPerson(userId))}
    from was where u.id = was.id returning u.id
  ), ${auditLine({ actor, event: "access.removed", databaseId: sql`database_id`, userId }, sql`places`)},
  ${auditLine({ actor, event: "user.anonymised", userId: sql`id`, details: counts }, sql`changed`, "audited_end")}
  select exists (select from changed) as erased`

const counts = sql`json_build_object('accesses', (select count(*) from places),
  'apiKeys', (select count(*) from own_keys), 'importRows', (select count(*) from rows),
  'auditLines', (select count(*) from lines))`

const jsonTexts = (texts: ReadonlyArray<string>) => textArray(texts.map((text) => JSON.stringify(text)))
