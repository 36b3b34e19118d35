import { createHash } from "node:crypto"
import { readFile } from "node:fs/promises"
import { findPackageJSON } from "node:module"
import { pathToFileURL } from "node:url"
import { StoreUnavailable } from "@muster/domain/ports/StoreUnavailable"
import { Data, Effect, Redacted } from "effect"
import postgres from "postgres"
import { failureOf, PostgresFault } from "./PostgresFailure.ts"

/** The PostgreSQL database was migrated by another version of Muster, or a migration does not go through. */
export class MigrationRefused extends Data.TaggedError("MigrationRefused")<{ readonly reason: string }> {
  override get message() {
    return this.reason
  }
}

export interface Migration {
  readonly ordinal: number
  readonly name: string
  readonly text: string
  /** SHA-256 of the text in hexadecimal. */
  readonly hash: string
}

/**
 * Brings the PostgreSQL database to the schema of this version. Each migration is one statement: it is there
 * whole, or not at all. Any number of processes may do it at once. Fails with `MigrationRefused` when a newer
 * Muster, or one with other migrations, has been there.
 */
export const migrate = Effect.fn("migrate")(function* (options: {
  readonly url: Redacted.Redacted<string>
  readonly migrations?: ReadonlyArray<Migration>
}) {
  const migrations = options.migrations ?? (yield* ownMigrations)
  const client = yield* Effect.acquireRelease(
    Effect.sync(() => connect(options.url)),
    (client) => Effect.promise(() => client.end({ timeout: 5 })),
  )
  yield* refuseOthers(client, migrations)
  for (const migration of migrations) yield* send(client, applying(migration))
  yield* refuseOthers(client, migrations)
}, Effect.scoped)

/** The migrations of this version, in order: what drizzle-kit wrote to `migrations`. */
export const ownMigrations: Effect.Effect<ReadonlyArray<Migration>> = Effect.promise(async () => {
  const folder = new URL(
    "migrations/",
    pathToFileURL(findPackageJSON("@muster/postgres", import.meta.url) ?? ""),
  )
  const journal: { readonly entries: ReadonlyArray<{ readonly idx: number; readonly tag: string }> } =
    JSON.parse(await readFile(new URL("meta/_journal.json", folder), "utf8"))
  return Promise.all(
    journal.entries.map(async ({ idx, tag }) => {
      const text = await readFile(new URL(`${tag}.sql`, folder), "utf8")
      return { ordinal: idx, name: tag, text, hash: createHash("sha256").update(text).digest("hex") }
    }),
  )
})

const connect = (url: Redacted.Redacted<string>) =>
  postgres(Redacted.value(url), {
    max: 1,
    connect_timeout: 5,
    fetch_types: false,
    onnotice: () => undefined,
    connection: { application_name: "muster", statement_timeout: 0, lock_timeout: 60_000 },
  })

const send = (client: ReturnType<typeof connect>, statement: string) =>
  Effect.tryPromise({ try: () => client.unsafe(statement), catch: failureOf }).pipe(
    Effect.mapError((error) =>
      error instanceof StoreUnavailable
        ? error
        : new MigrationRefused({
            reason: `PostgreSQL refuses a migration: ${error instanceof PostgresFault ? error.message : error._tag}.`,
          }),
    ),
  )

const refuseOthers = Effect.fnUntraced(function* (
  client: ReturnType<typeof connect>,
  migrations: ReadonlyArray<Migration>,
) {
  const [found] = yield* send(client, `select to_regclass('muster_migrations') is not null as made`)
  if (found?.["made"] !== true) return
  const known = new Map(migrations.map((migration) => [migration.ordinal, migration]))
  for (const row of yield* send(
    client,
    `select ordinal, name, hash from muster_migrations order by ordinal`,
  )) {
    const ours = known.get(Number(row["ordinal"]))
    if (ours?.hash !== row["hash"])
      return yield* new MigrationRefused({
        reason:
          ours === undefined
            ? `The PostgreSQL database was migrated by a newer Muster (its migration is ${row["name"]}). Run that version or a later one.`
            : `The PostgreSQL database has a migration ${row["name"]} that differs from this Muster's ${ours.name}.`,
      })
  }
})

/** The lock is for whoever migrates at the same moment: held until the statement ends, it lets one pass. */
const applying = ({ ordinal, name, text, hash }: Migration) => `
  do $muster$
  begin
    perform pg_advisory_xact_lock(7202307516443);
    create table if not exists muster_migrations (
      ordinal integer primary key, name text not null, hash text not null,
      applied_at timestamptz not null default now()
    );
    if not exists (select from muster_migrations where ordinal = ${ordinal}) then
      execute $migration$${text}$migration$;
      insert into muster_migrations (ordinal, name, hash) values (${ordinal}, '${name}', '${hash}');
    end if;
  end
  $muster$`
