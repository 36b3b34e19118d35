import { ApiKeyNotFound, ApiKeys } from "@muster/domain/ports/ApiKeys"
import { userActorId } from "@muster/domain/rights/Actor"
import { desc, eq, getTableColumns, sql } from "drizzle-orm"
import { Effect, Layer, Option } from "effect"
import { auditLine } from "./auditLine.ts"
import { isStorable, isUuid } from "./isStorable.ts"
import { Postgres } from "./Postgres.ts"
import { actorColumns, keyColumns, toActor, type ActorRecord } from "./PostgresActors.ts"
import { apiKeys } from "./signInTables.ts"

export const PostgresApiKeys = Layer.effect(
  ApiKeys,
  Effect.gen(function* () {
    const { run } = yield* Postgres
    const { secretHash: _, ...shown } = getTableColumns(apiKeys)
    return ApiKeys.of({
      create: Effect.fnUntraced(function* ({ id, ownerId, name, scope, databaseId, secretHash, expiresAt }) {
        const actor = userActorId(ownerId)
        const line = { actor, event: "api_key.made", databaseId, details: { id, scope } } as const
        yield* run((db) =>
          db.execute(sql`
            with made as (
              insert into api_keys (id, owner_id, name, scope, database_id, secret_hash, expires_at)
              values (${id}, ${ownerId}, ${JSON.stringify(name)}, ${scope}, ${databaseId}, ${secretHash}, ${expiresAt})
              on conflict do nothing returning id
            ), ${auditLine(line, sql`made`)}
            select from made`),
        )
        const [there] = yield* run((db) => db.select(shown).from(apiKeys).where(eq(apiKeys.id, id)))
        return there ? toApiKey(there) : yield* Effect.die("An API key was neither made nor there.")
      }),
      list: (ownerId) =>
        Effect.map(
          run((db) =>
            db
              .select(shown)
              .from(apiKeys)
              .where(eq(apiKeys.ownerId, ownerId))
              .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id)),
          ),
          (keys) => keys.map(toApiKey),
        ),
      revoke: Effect.fnUntraced(function* (ownerId, id) {
        const gone = isUuid(id)
          ? yield* run((db) =>
              db.execute(sql`
                with gone as (delete from api_keys where id = ${id} and owner_id = ${ownerId} returning id),
                  ${auditLine({ actor: userActorId(ownerId), event: "api_key.revoked", details: { id } }, sql`gone`)}
                select from gone`),
            )
          : []
        if (gone.length === 0) return yield* new ApiKeyNotFound({ id })
      }),
      use: (id, secretHash) =>
        isUuid(id) && isStorable(secretHash)
          ? Effect.map(
              run((db) =>
                db.execute<ActorRecord>(sql`
                  with used as (
                    update api_keys set last_used_at = now() where id = ${id} and secret_hash = ${secretHash}
                      and (last_used_at is null or last_used_at < now() - interval '1 minute')
                  )
                  select ${actorColumns}, ${keyColumns} from api_keys k join platform_users u on u.id = k.owner_id
                  where k.id = ${id} and k.secret_hash = ${secretHash} and k.expires_at > now()
                    and u.status = 'active'`),
              ),
              ([found]) => Option.map(Option.fromNullishOr(found), toActor),
            )
          : Effect.succeedNone,
    })
  }),
)

const toApiKey = <A extends { createdAt: Date; expiresAt: Date; lastUsedAt: Date | null }>(key: A) => ({
  ...key,
  createdAt: key.createdAt.toISOString(),
  expiresAt: key.expiresAt.toISOString(),
  lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
})
