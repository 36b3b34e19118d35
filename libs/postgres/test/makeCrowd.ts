import { searchText } from "@muster/domain/model/searchText"
import type { Sql } from "postgres"

/**
 * Fills a store with 20,000 people, half of them in the order of their e-mails as a sorted file would leave them,
 * and tells of each, in that order, what a list may be narrowed by.
 */
export const makeCrowd = async (sql: Sql) => {
  const people = Array.from({ length: 20_000 }, (_, at) => personAt(at))
  const user = sql`md5('user' || (p->>'at'))::uuid`
  const everybody = sql`jsonb_array_elements(${JSON.stringify(people)}::text::jsonb) p`
  await sql`insert into databases (id, name) values (${large}, 'A'), (${small}, 'B')`
  for (const [id, parent] of [
    ["top", null],
    ["below", "top"],
    ["small", "below"],
    ["apart", null],
  ])
    await sql`insert into departments (database_id, department_id, creation_id, name, parent_id)
      select id, ${id ?? ""}, ${id ?? ""}, '', ${parent ?? null} from databases`
  await sql`insert into permission_groups (database_id, group_name, creation_id, description, permissions)
    select id, word, word, '', '{}' from databases, unnest(array['Many', 'Few', 'One']) word`
  await sql`insert into platform_users (id, email, email_key, username, username_key, first_name, last_name,
      search_text, status, platform_role, origin_import)
    select ${user}, p->>'email', p->>'email', p->>'email', p->>'email', p->>'firstName', p->>'lastName',
      p->>'searchText', p->>'status', p->>'role', (p->>'importId')::uuid from ${everybody}`
  await sql`insert into accesses (database_id, user_id, department_id, group_name)
    select a->>'databaseId', ${user}, a->>'departmentId', a->>'groupName'
    from ${everybody}, jsonb_array_elements(p->'places') a where not (a->>'extra')::boolean`
  await sql`insert into extra_places (database_id, user_id, department_id, group_name)
    select a->>'databaseId', ${user}, a->>'departmentId', a->>'groupName'
    from ${everybody}, jsonb_array_elements(p->'places') a where (a->>'extra')::boolean`
  await sql`insert into mails (user_id, purpose)
    select ${user}, case when (p->>'at')::int % 2 = 0 then 'invitation' else 'password' end from ${everybody}`
  await sql`insert into sign_ins (id, user_id, provider_id, account_id, created_at, updated_at)
    select gen_random_uuid(), ${user}, 'credential', p->>'at', now(), now() from ${everybody} where not (p->>'isInvited')::boolean`
  await sql`analyze`
  return {
    people: people.sort((one, other) => (one.email < other.email ? -1 : 1)),
    large,
    small,
    importId,
    /** A department and those below it. */
    within: (id: string) => ["top", "below", "small"].slice(["top", "below", "small"].indexOf(id)),
  }
}

const large = "large"
const small = "small"
const importId = "00000000-0000-4000-8000-000000000001"
const firsts = ["adam", "bea", "carl", "dora", "emil", "fia", "gus", "hedda", "zoe", "zola"]
const lasts = ["alm", "berg", "lind", "sjo", "vik"]

const personAt = (at: number) => {
  const chance = Math.imul(at + 1, 0x9e3779b1) >>> 8
  const firstName = firsts[at < 10_000 ? Math.floor(at / 1_000) : chance % 10] ?? ""
  const lastName = at % 2_900 === 77 ? "zqx" : (lasts[chance % 5] ?? "")
  const email = `${firstName}.${lastName}.${String(at).padStart(5, "0")}@crowd.example`
  const place = (databaseId: string, extra = false) => ({
    databaseId,
    extra,
    departmentId: extra ? "small" : at % 5 === 0 ? "below" : at % 5 === 1 ? "apart" : "top",
    groupName: extra ? "Few" : at % 400 === 3 ? "One" : "Many",
  })
  return {
    at,
    email,
    firstName,
    lastName,
    searchText: searchText({ firstName, lastName, username: email, email }),
    status: chance % 40 === 0 ? "inactive" : "active",
    role: chance % 900 === 0 ? "userProvisioner" : "none",
    importId: chance % 3 === 0 ? importId : null,
    isInvited: at % 2 === 0 && chance % 50 < 2,
    places:
      at % 10 === 0
        ? []
        : [
            place(large),
            ...(at % 150 === 3 ? [place(large, true)] : []),
            ...(at % 70 === 1 ? [place(small)] : []),
          ],
  }
}
