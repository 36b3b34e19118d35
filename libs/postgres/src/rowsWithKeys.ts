import type { KeyedRow } from "@muster/domain/ports/ImportWork"
import type { PersonKeys } from "@muster/domain/ports/PlatformUsers"
import { sql, type SQL } from "drizzle-orm"
import { headOf, nameKey } from "./nameKey.ts"
import { textArray } from "./textArray.ts"

export type KeyedRecord = {
  readonly row: number
  readonly email_key: string | null
  readonly name_key: string | null
}

export const toKeyedRow = ({ row, email_key, name_key }: KeyedRecord): KeyedRow => ({
  row,
  emailKey: email_key === null ? null : JSON.parse(email_key),
  usernameKey: name_key === null ? null : JSON.parse(name_key),
})

/** The statement that finds rows of an import that have one of the keys, but for those left out, in order. */
export const rowsWithKeys = (importId: string, { emailKeys, usernameKeys }: PersonKeys): SQL => {
  const emails = emailKeys.map((key) => JSON.stringify(key))
  const names = usernameKeys.map((key) => JSON.stringify(key))
  const rowsWith = (keys: SQL, condition: SQL) => sql`
    select found.* from ${keys} cross join lateral (
      select row, email_key, ${nameKey(sql`r`)} as name_key from import_rows r
      where import_id = ${importId} and ${condition} and status <> 'skipped' offset 0
    ) found`
  return sql`
    ${rowsWith(sql`unnest(${textArray(emails)}) k(email)`, sql`email_key = k.email collate "C"`)}
    union ${rowsWith(
      sql`unnest(${textArray(names)}) k(name)`,
      sql`email_key = k.name collate "C" and username_key is null`,
    )}
    union ${rowsWith(
      sql`unnest(${textArray(names)}) k(name)`,
      sql`${headOf(sql`username_key`)} = ${headOf(sql`k.name`)} collate "C"
        and username_key = k.name collate "C"`,
    )}
    order by row`
}
