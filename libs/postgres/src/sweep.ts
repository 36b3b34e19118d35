import { sql } from "drizzle-orm"
import { Effect } from "effect"
import { Postgres } from "./Postgres.ts"

/** Removes sessions and links that have expired, rows staged over a day ago for an import that never came to be, and idempotency keys past 24 hours. */
export const sweep = Effect.gen(function* () {
  const { run } = yield* Postgres
  yield* run((db) =>
    db.execute(sql`
      with old as (delete from stagings where begun_at < now() - interval '1 day' returning import_id)
      delete from import_rows r using old
      where r.import_id = old.import_id and not exists (select from imports i where i.id = old.import_id)`),
  )
  yield* run((db) =>
    db.execute(sql`delete from idempotency_keys where begun_at < now() - interval '24 hours'`),
  )
  for (const table of ["sessions", "sign_in_links", "verifications"])
    yield* run((db) =>
      db.execute(sql`delete from ${sql.identifier(table)} where expires_at < now() - interval '1 day'`),
    )
}).pipe(Effect.withSpan("sweep"))
