import type { PermissionGroup } from "@muster/domain/model/PermissionGroup"
import type { PlaceUsage } from "@muster/domain/model/PlaceUsage"
import { DatabaseNotFound } from "@muster/domain/ports/Databases"
import {
  GroupInUse,
  GroupNotFound,
  GroupTaken,
  PermissionGroups,
} from "@muster/domain/ports/PermissionGroups"
import { CurrentActor } from "@muster/domain/rights/CurrentActor"
import { and, asc, eq, sql } from "drizzle-orm"
import { makePgArray } from "drizzle-orm/pg-core"
import { Effect, Layer } from "effect"
import { auditLine } from "./auditLine.ts"
import { isStorable } from "./isStorable.ts"
import { noUsage, placeUsage } from "./placeUsage.ts"
import { Postgres } from "./Postgres.ts"
import type { ConstraintViolated } from "./PostgresFailure.ts"
import { permissionGroups } from "./tables.ts"

export const PostgresPermissionGroups = Layer.effect(
  PermissionGroups,
  Effect.gen(function* () {
    const { run, attempt } = yield* Postgres
    const found = {
      groupName: permissionGroups.groupName,
      description: permissionGroups.description,
      // Drizzle's own reader of arrays loses backslashes.
      permissions: sql<Array<string>>`to_json(${permissionGroups.permissions})`,
    }
    /** The group made by the same creation before, or why it cannot be made. */
    const explain = Effect.fnUntraced(function* (
      { kind }: ConstraintViolated,
      databaseId: string,
      id: string,
      { groupName }: PermissionGroup,
    ) {
      if (kind === "foreignKey") return yield* new DatabaseNotFound({ id: databaseId })
      const [made] = yield* run((db) =>
        db
          .select(found)
          .from(permissionGroups)
          .where(and(eq(permissionGroups.databaseId, databaseId), eq(permissionGroups.creationId, id))),
      )
      return made ?? (yield* new GroupTaken({ groupName }))
    })

    return PermissionGroups.of({
      list: (databaseId) =>
        isStorable(databaseId)
          ? run((db) =>
              db
                .select(found)
                .from(permissionGroups)
                .where(eq(permissionGroups.databaseId, databaseId))
                .orderBy(asc(permissionGroups.groupName)),
            )
          : Effect.succeed([]),
      create: Effect.fnUntraced(function* (databaseId, id, group) {
        if (!isStorable(databaseId)) return yield* new DatabaseNotFound({ id: databaseId })
        const permissions = sql`${makePgArray([...group.permissions])}::text[]`
        const actor = yield* CurrentActor
        const line = { actor, event: "group.created", databaseId, details: group } as const
        return yield* attempt((db) =>
          db.execute(sql`
            with made as (
              insert into permission_groups (database_id, group_name, creation_id, description, permissions)
              values (${databaseId}, ${group.groupName}, ${id}, ${group.description}, ${permissions})
              returning group_name
            ), ${auditLine(line, sql`made`)}
            select from made`),
        ).pipe(
          Effect.as(group),
          Effect.catchTag("ConstraintViolated", (violated) => explain(violated, databaseId, id, group)),
        )
      }),
      change: Effect.fnUntraced(function* (databaseId, groupName, group) {
        const actor = yield* CurrentActor
        const details = { ...group, was: groupName }
        const changed =
          isStorable(databaseId) && isStorable(groupName)
            ? yield* attempt((db) =>
                db.execute(sql`
                  with changed as (
                    update permission_groups set group_name = ${group.groupName},
                      description = ${group.description},
                      permissions = ${makePgArray([...group.permissions])}::text[]
                    where database_id = ${databaseId} and group_name = ${groupName} returning group_name
                  ), ${auditLine({ actor, event: "group.changed", databaseId, details }, sql`changed`)}
                  select from changed`),
              ).pipe(
                Effect.catchTag("ConstraintViolated", () => new GroupTaken({ groupName: group.groupName })),
              )
            : []
        return changed.length > 0 ? group : yield* new GroupNotFound({ groupName })
      }),
      usage: Effect.fnUntraced(function* (databaseId, groupName) {
        if (!isStorable(databaseId) || !isStorable(groupName)) return noUsage
        const statement = placeUsage(databaseId, sql`group_name = ${groupName}`)
        const [usage] = yield* run((db) => db.execute<PlaceUsage>(statement))
        return usage ?? noUsage
      }),
      remove: Effect.fnUntraced(function* (databaseId, groupName) {
        const actor = yield* CurrentActor
        const line = { actor, event: "group.removed", databaseId, details: { groupName } } as const
        const removed =
          isStorable(databaseId) && isStorable(groupName)
            ? yield* attempt((db) =>
                db.execute(sql`
                  with gone as (
                    delete from permission_groups where database_id = ${databaseId} and group_name = ${groupName}
                    returning group_name
                  ), ${auditLine(line, sql`gone`)}
                  select from gone`),
              ).pipe(Effect.catchTag("ConstraintViolated", () => new GroupInUse({ groupName })))
            : []
        if (removed.length === 0) return yield* new GroupNotFound({ groupName })
      }),
    })
  }),
)
