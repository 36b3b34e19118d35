import { execFile } from "node:child_process"
import { promisify } from "node:util"
import { fileColumns } from "./writePeopleFile.ts"

const run = promisify(execFile)

/**
 * Milliseconds that the least program takes to do the least of the work: `psql` copies the file into an unlogged
 * table and adds from there, by one statement, whoever is not there yet to a table like the users', with the same
 * indexes and people. Nothing is checked and nothing reported.
 */
export const psqlFloor = async (url: string, path: string): Promise<number> => {
  await psql(url, [
    "drop table if exists floor_users, floor_staging",
    "create table floor_users (like platform_users including all)",
    "insert into floor_users select * from platform_users",
    "analyze floor_users",
  ])
  const began = performance.now()
  await psql(url, [
    `create unlogged table floor_staging (${fileColumns.map((column) => `"${column}" text`).join(", ")})`,
    `\\copy floor_staging from '${path}' csv header`,
    `insert into floor_users (email, email_key, username, username_key, first_name, last_name, phone, mobile_phone,
       language_code, search_text, status, platform_role)
     select email, lower(email), email, lower(email), "firstName", "lastName", phone, "mobilePhone", "languageCode",
       lower("firstName" || ' ' || "lastName" || ' ' || email), 'active', 'none' from floor_staging
     where "lastName" is not null on conflict do nothing`,
  ])
  return performance.now() - began
}

const psql = (url: string, commands: ReadonlyArray<string>) =>
  run("psql", [
    url,
    "--quiet",
    "--set=ON_ERROR_STOP=1",
    ...commands.flatMap((command) => ["--command", command]),
  ])
