import type { PermissionGroup } from "@muster/domain/model/PermissionGroup"
import { DatabaseNotFound } from "@muster/domain/ports/Databases"
import {
  GroupInUse,
  GroupNotFound,
  GroupTaken,
  PermissionGroups,
} from "@muster/domain/ports/PermissionGroups"
import { and, asc, eq, sql } from "drizzle-orm"
import { makePgArray } from "drizzle-orm/pg-core"
import { Effect, Layer } from "effect"
import { isStorable } from "./isStorable.ts"
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
        return yield* attempt((db) =>
          db.insert(permissionGroups).values({ ...group, permissions, databaseId, creationId: id }),
        ).pipe(
          Effect.as(group),
          Effect.catchTag("ConstraintViolated", (violated) => explain(violated, databaseId, id, group)),
        )
      }),
      remove: Effect.fnUntraced(function* (databaseId, groupName) {
        const removed =
          isStorable(databaseId) && isStorable(groupName)
            ? yield* attempt((db) =>
                db
                  .delete(permissionGroups)
                  .where(
                    and(
                      eq(permissionGroups.databaseId, databaseId),
                      eq(permissionGroups.groupName, groupName),
                    ),
                  )
                  .returning({ groupName: permissionGroups.groupName }),
              ).pipe(Effect.catchTag("ConstraintViolated", () => new GroupInUse({ groupName })))
            : []
        if (removed.length === 0) return yield* new GroupNotFound({ groupName })
      }),
    })
  }),
)
