import { importerOf } from "@muster/domain/model/Import"
import type { NewPlatformUser } from "@muster/domain/model/PlatformUser"
import type { UserChunk, Work } from "@muster/domain/ports/ImportWork"
import { sql, type SQL } from "drizzle-orm"
import { auditLine } from "./auditLine.ts"
import { toldChange } from "./changeUser.ts"

/** The constraint that `work_lost()` says is violated. */
export const workInHand = "work_in_hand"

/**
 * The statement that makes a chunk's people platform users, changes and removes those who are there, and settles
 * all rows of the chunk by `settling`, which goes by `held` and, when the people are `written`, by `moved`:
 * everything, or nothing when somebody to be changed or removed is not the version that was found. Answers one
 * record: `in_hand` and `sound`. An e-mail or username that was taken meanwhile violates a constraint, and so does
 * access or a way to sign in that somebody to be removed has got, and an import that got out of hand meanwhile.
 */
export const writeUsers = (
  { import: one }: Work,
  { created, updated, removed }: UserChunk,
  isInHand: SQL,
  settling: SQL,
): SQL => sql`
  with in_hand as (select i.id, i.settled from imports i where ${isInHand}),
  adding as (${people(created)}), changing as (${people(updated)}), removing as (${versions(removed)}), meant as (
    select "userId", version from changing union all select "userId", version from removing
  ), present as materialized (
    select u.* from platform_users u join meant m on u.id = m."userId" and u.version = m.version
    order by u.id for update of u
  ), held as (
    select id, settled from in_hand where (select count(*) from present) = (select count(*) from meant)
  ), gone as (
    delete from platform_users u using removing r, held where u.id = r."userId" returning u.id
  ), made as (
    insert into platform_users (email, email_key, username, username_key, first_name, last_name, phone,
      mobile_phone, language_code, external_id, search_text, status, platform_role,
      origin_import, origin_row)
    select p.email, p."emailKey", p.username, p."usernameKey", p."firstName", p."lastName", p.phone,
      p."mobilePhone", p."languageCode", p."externalId", p."searchText", 'active', 'none',
      ${one.id}::uuid, p.row
    from adding p, held order by p."emailKey" collate "C" returning id
  ), is_now as (
    update platform_users u set email = c.email, email_key = c."emailKey", username = c.username,
      username_key = c."usernameKey", first_name = c."firstName", last_name = c."lastName", phone = c.phone,
      mobile_phone = c."mobilePhone", language_code = c."languageCode", external_id = c."externalId",
      search_text = c."searchText", updated_at = now(), version = u.version + 1
    from changing c, held where u.id = c."userId" returning u.*
  ), unlinked as (
    delete from sign_in_links l using is_now, present was
    where l.user_id = is_now.id and was.id = is_now.id and is_now.email_key <> was.email_key
  ), ${auditLine(
    {
      actor: importerOf(one),
      event: "users.created",
      importId: one.id,
      details: sql`json_build_object('users', users)`,
    },
    sql`(select count(*)::int as users from made) as added where users > 0`,
    "audited_adding",
  )}, ${auditLine(
    {
      actor: importerOf(one),
      event: "users.removed",
      importId: one.id,
      details: sql`json_build_object('users', users)`,
    },
    sql`(select count(*)::int as users from gone) as removed where users > 0`,
    "audited_removing",
  )}, ${auditLine(
    {
      actor: importerOf(one),
      event: "user.changed",
      importId: one.id,
      userId: sql`is_now.id`,
      ...toldChange,
    },
    sql`is_now join present was on was.id = is_now.id order by is_now.id`,
    "audited_changes",
  )}, written as materialized (
    select (select count(*) from made) + (select count(*) from is_now) + (select count(*) from gone) as people from held
  ), ${settling}
  select exists (select from in_hand) as in_hand, exists (select from held) as sound,
    case when exists (select from held) and not exists (select from moved) then work_lost() end`

const versions = (removed: UserChunk["removed"]) => sql`
  select * from json_to_recordset(${JSON.stringify(removed)}::text::json) as v("userId" uuid, version int)`

const people = (
  found: ReadonlyArray<{
    readonly person: NewPlatformUser
    readonly row?: number
    readonly userId?: string
    readonly version?: number
  }>,
) => sql`
  select p.row, p."userId", p.version, p.email, coalesce(p."emailKey", p.email) as "emailKey",
    coalesce(p.username, p.email) as username,
    coalesce(p."usernameKey", p."emailKey", p.email) as "usernameKey",
    p."firstName", p."lastName", p.phone, p."mobilePhone", p."languageCode", p."externalId", p."searchText"
  from json_to_recordset(${JSON.stringify(
    found.map(({ person, ...one }) => ({ ...one, ...shortened(person) })),
  )}::text::json) as p(row int, "userId" uuid, version int, email text, "emailKey" text, username text,
    "usernameKey" text, "firstName" text, "lastName" text, phone text, "mobilePhone" text, "languageCode" text,
    "externalId" text, "searchText" text)`

/** A person in few words, as there are many: what is null, or the same as the e-mail or its key, is left out. */
const shortened = ({ email, emailKey, username, usernameKey, ...person }: NewPlatformUser) => ({
  ...person,
  email,
  emailKey: emailKey === email ? undefined : emailKey,
  username: username === email ? undefined : username,
  usernameKey: usernameKey === emailKey ? undefined : usernameKey,
  phone: person.phone ?? undefined,
  mobilePhone: person.mobilePhone ?? undefined,
  languageCode: person.languageCode ?? undefined,
  externalId: person.externalId ?? undefined,
})
