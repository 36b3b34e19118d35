import type { Sql } from "postgres"
import type { DirectorySize } from "./fillDirectory.ts"

/**
 * Fills in what went before in a directory of people, databases and accesses: the imports that created users and
 * their rows, one in a hundred rows failed; five imports to each database; invitations to three users in ten, of
 * whom one in thirty never signed in; and a line of the audit for each user.
 */
export const fillHistory = async (sql: Sql, { users, databases }: DirectorySize) => {
  await sql`insert into import_rows (import_id, row, status, cells, reading_issues, user_id)
    select origin_import, origin_row, 'created', '[]', '[]', id from platform_users where origin_import is not null`
  await sql`insert into import_rows (import_id, row, status, cells, reading_issues)
    select origin_import, origin_row + ${users}::int, 'failed', '[]', '[]' from platform_users
    where origin_import is not null and origin_row % 100 = 0`
  await sql`insert into imports (id, kind, file_name, delimiter, header, columns, issues, state, invalid_rows, rows,
      created, failed, done, created_by, finished_at)
    select import_id, 'platform-users', '"people.csv"', ',', '[]', '[]', '[]', 'completed', 'skip', count(*),
      count(*) filter (where status = 'created'), count(*) filter (where status = 'failed'), count(*), 'installation', now()
    from import_rows group by import_id`
  await sql`insert into imports (id, kind, database_id, file_name, delimiter, header, columns, issues, state,
      invalid_rows, created_by, finished_at)
    select md5(id || n)::uuid, 'database-users', id, '"accesses.csv"', ',', '[]', '[]', '[]', 'completed', 'refuse',
      'installation', now()
    from databases, generate_series(1, 5) n`
  await sql`insert into mails (user_id, purpose, state)
    select md5('user' || u)::uuid, 'invitation', 'delivered' from generate_series(1, ${users}::int) u where u % 10 in (1, 2, 3)`
  await sql`insert into sign_ins (id, user_id, provider_id, account_id, created_at, updated_at)
    select gen_random_uuid(), user_id, 'credential', user_id::text, now(), now() from mails m
    where user_id not in (select md5('user' || u)::uuid from generate_series(1, ${users}::int, 100) u)`
  // The chain of hashes is left out: no list reads it.
  await sql`alter table audit_lines disable trigger audit_chain`
  await sql`insert into audit_lines (ordinal, at, actor, event, database_id, import_id, user_id, details, hash)
    select n, now() - (${users}::int - n) * interval '1 minute', 'user:' || md5('user' || n % 1000 * 1000)::uuid,
      case when n % 100000 = 1 then 'group.removed' when n % 3 = 0 then 'access.granted' else 'session.began' end,
      case when n % 3 = 0 then md5('database' || (1 + n % ${databases}::int))::uuid::text end,
      case when n % 700 = 0 then md5('import' || 1 + n / 700)::uuid end, md5('user' || n)::uuid, '{}', ''
    from generate_series(1, ${users}::int) n`
  await sql`alter table audit_lines enable trigger audit_chain`
}
