import { newPlatformUser } from "@muster/domain/rows/newPlatformUser"
import { textRow } from "@muster/domain/rows/TextRow"
import postgres from "postgres"
import { fillHistory } from "./fillHistory.ts"
import { personAt } from "./personAt.ts"

export interface DirectorySize {
  readonly users: number
  readonly databases: number
  readonly accesses: number
}

const batch = 20_000
const columns = ["email", "firstName", "lastName", "phone"] as const

/**
 * Fills a migrated, empty store with people, databases and accesses, the same at every call: one user in fifty
 * is inactive, one in a thousand has a platform role, one in ten is in no database. Half of the others are in
 * the first database besides their own. Seven in ten came by import, three of them by the first one.
 */
export const fillDirectory = async (url: string, size: DirectorySize) => {
  const { users, databases, accesses } = size
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => undefined })
  await sql`insert into databases (id, name)
    select md5('database' || n)::uuid::text, 'Customer ' || lpad(n::text, 4, '0') from generate_series(1, ${databases}::int) n`
  await sql`insert into departments (database_id, department_id, creation_id, name, parent_id)
    select id, lpad(n::text, 5, '0'), md5(id || n), 'Department ' || n, case when n > 1 then '00001' end
    from databases, generate_series(1, 30) n`
  await sql`insert into permission_groups (database_id, group_name, creation_id, description, permissions)
    select id, word, md5(id || word), '', array['report.read', lower(word)]
    from databases, unnest(array['Reader', 'Editor', 'Chief']) word`
  const [index] = await sql<[{ indexdef: string }]>`
    select indexdef from pg_indexes where indexname = 'platform_users_search'`
  await sql`drop index platform_users_search`
  for (let from = 0; from < users; from += batch) {
    const some = Array.from({ length: Math.min(batch, users - from) }, (_, at) => {
      const person = personAt(from + at)
      const user = newPlatformUser(
        textRow(
          1,
          columns,
          columns.map((name) => person[name]),
        ),
      )
      return [
        from + at + 1,
        user.email,
        user.emailKey,
        user.username,
        user.usernameKey,
        user.firstName,
        user.lastName,
        user.phone,
        user.searchText,
        importOf(from + at, users),
      ]
    })
    await sql`insert into platform_users (id, email, email_key, username, username_key, first_name, last_name,
        phone, search_text, status, platform_role, origin_import, origin_row)
      select md5('user' || (p->>0))::uuid, p->>1, p->>2, p->>3, p->>4, p->>5, p->>6, p->>7, p->>8,
        case when (p->>0)::int % 50 = 0 then 'inactive' else 'active' end,
        case when (p->>0)::int % 1000 = 0 then 'userProvisioner' else 'none' end,
        md5('import' || (p->>9))::uuid, case when p->>9 is not null then (p->>0)::int + 1 end
      from jsonb_array_elements(${JSON.stringify(some)}::text::jsonb) p`
  }
  // Each user but every tenth is in as many databases one after another, beginning at one of their own.
  const each = accesses / (users * 0.9)
  await sql`insert into accesses (database_id, user_id, department_id, group_name)
    select md5('database' || case when u % 2 = 0 and k = 1 then 1 else 2 + (u * 7 + k) % (${databases}::int - 1) end)::uuid::text,
      md5('user' || u)::uuid, lpad((1 + u % 30)::text, 5, '0'), (array['Reader', 'Editor', 'Chief'])[1 + u % 3]
    from generate_series(1, ${users}::int) u, generate_series(1, floor(${each}::float8 + (u % 10 - 1) / 9.0)::int) k
    where u % 10 <> 0`
  await sql`insert into extra_places (database_id, user_id, department_id, group_name)
    select database_id, user_id, '00030', 'Reader' from accesses where department_id = '00007'
      and user_id::text like 'a%'`
  await fillHistory(sql, size)
  await sql.unsafe(index.indexdef)
  await sql`vacuum (analyze)`
  await sql.end()
}

/** Which import (from 1) created a user: the first one many, others 249 each, the last three in ten none. */
const importOf = (at: number, users: number) =>
  at < users * 0.3 ? 1 : at < users * 0.7 ? 2 + Math.floor((at - users * 0.3) / 249) : null
