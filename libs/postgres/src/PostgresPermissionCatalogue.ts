import { PermissionCatalogue } from "@muster/domain/ports/PermissionCatalogue"
import { CurrentActor } from "@muster/domain/rights/CurrentActor"
import { asc, sql } from "drizzle-orm"
import { Effect, Layer } from "effect"
import { auditLine } from "./auditLine.ts"
import { Postgres } from "./Postgres.ts"
import { permissions } from "./tables.ts"

export const PostgresPermissionCatalogue = Layer.effect(
  PermissionCatalogue,
  Effect.gen(function* () {
    const { run } = yield* Postgres
    return PermissionCatalogue.of({
      list: run((db) => db.select().from(permissions).orderBy(asc(permissions.name))),
      register: Effect.fnUntraced(function* (registered) {
        const actor = yield* CurrentActor
        const details = { permissions: registered.length }
        yield* run((db) =>
          db.execute(sql`
            with wanted as (
              select name collate "C" as name, description
              from json_to_recordset(${JSON.stringify(registered)}::text::json) as w (name text, description text)
            ), gone as (
              delete from permissions p where not exists (select from wanted w where w.name = p.name)
            ), there as (
              insert into permissions (name, description) select name, description from wanted order by name
              on conflict (name) do update set description = excluded.description
            ), ${auditLine({ actor, event: "permissions.registered", details }, sql`(select) one`)}
            select`),
        )
      }),
    })
  }),
)
