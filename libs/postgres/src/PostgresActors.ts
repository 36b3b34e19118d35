import { administersDatabase } from "@muster/domain/model/PermissionGroup"
import { Actors } from "@muster/domain/ports/Actors"
import { installation, keyActorId, userActorId, type Actor, type KeyScope } from "@muster/domain/rights/Actor"
import type { PlatformRole } from "@muster/domain/model/PlatformUser"
import { sql, type SQL } from "drizzle-orm"
import { Effect, Layer, Option } from "effect"
import { isUuid } from "./isStorable.ts"
import { Postgres } from "./Postgres.ts"

export const PostgresActors = Layer.effect(
  Actors,
  Effect.gen(function* () {
    const { run } = yield* Postgres
    const ask = (statement: SQL) =>
      Effect.map(
        run((db) => db.execute<ActorRecord>(statement)),
        ([found]) => Option.map(Option.fromNullishOr(found), toActor),
      )
    return Actors.of({
      find: (actorId) => {
        if (actorId === installation.id) return Effect.succeedSome(installation)
        const [kind, id = ""] = actorId.split(":")
        if (!isUuid(id)) return Effect.succeedNone
        if (actorId === userActorId(id))
          return ask(sql`select ${actorColumns}, null as key_id, null as scope, null as key_database
            from platform_users u where u.id = ${id} and u.status = 'active'`)
        return kind === "key"
          ? ask(sql`select ${actorColumns}, ${keyColumns} from api_keys k join platform_users u on u.id = k.owner_id
              where k.id = ${id} and k.expires_at > now() and u.status = 'active'`)
          : Effect.succeedNone
      },
    })
  }),
)

/** Of `platform_users u`. */
export const actorColumns = sql`u.id as user_id, u.platform_role, to_json(array(
  select a.database_id from accesses a
  where a.user_id = u.id and (${administersDatabase} = any(a.extra_permissions) or exists (
    select from permission_groups g where g.database_id = a.database_id and ${administersDatabase} = any(g.permissions)
      and (g.group_name = a.group_name or exists (select from extra_places e
        where e.database_id = a.database_id and e.user_id = a.user_id and e.group_name = g.group_name))
  ))))::text as administers`

/** Of `api_keys k`. */
export const keyColumns = sql`k.id as key_id, k.scope, k.database_id as key_database`

export type ActorRecord = {
  readonly user_id: string
  readonly platform_role: PlatformRole
  readonly administers: string
  readonly key_id: string | null
  readonly scope: KeyScope | null
  readonly key_database: string | null
}

export const toActor = (record: ActorRecord): Actor => ({
  id: record.key_id === null ? userActorId(record.user_id) : keyActorId(record.key_id),
  userId: record.user_id,
  platformRole: record.platform_role,
  administers: JSON.parse(record.administers),
  key: record.scope === null ? null : { scope: record.scope, databaseId: record.key_database },
})
