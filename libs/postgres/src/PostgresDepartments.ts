import type { NewDepartment } from "@muster/domain/model/Department"
import type { PlaceUsage } from "@muster/domain/model/PlaceUsage"
import { DatabaseNotFound } from "@muster/domain/ports/Databases"
import {
  DepartmentCircle,
  DepartmentInUse,
  DepartmentNotFound,
  Departments,
  DepartmentTaken,
  ParentDepartmentNotFound,
} from "@muster/domain/ports/Departments"
import { CurrentActor } from "@muster/domain/rights/CurrentActor"
import { and, asc, eq, or, sql } from "drizzle-orm"
import { Effect, Layer } from "effect"
import { auditLine } from "./auditLine.ts"
import { isStorable } from "./isStorable.ts"
import { noUsage, placeUsage } from "./placeUsage.ts"
import { Postgres } from "./Postgres.ts"
import type { ConstraintViolated } from "./PostgresFailure.ts"
import { databases, departments } from "./tables.ts"

export const PostgresDepartments = Layer.effect(
  Departments,
  Effect.gen(function* () {
    const { run, attempt } = yield* Postgres
    const found = {
      departmentId: departments.departmentId,
      name: departments.name,
      parentId: departments.parentId,
      closed: departments.closed,
    }

    /** The department made by the same creation before, or why it cannot be made. */
    const explain = Effect.fnUntraced(function* (
      { kind }: ConstraintViolated,
      databaseId: string,
      id: string,
      { departmentId, parentId }: NewDepartment,
    ) {
      const inDatabase = eq(departments.databaseId, databaseId)
      const there = yield* run((db) =>
        db
          .select({ ...found, creationId: departments.creationId })
          .from(departments)
          .where(
            and(inDatabase, or(eq(departments.creationId, id), eq(departments.departmentId, departmentId))),
          ),
      )
      const made = there.find(({ creationId }) => creationId === id)
      if (made) {
        const { creationId: _, ...department } = made
        return department
      }
      if (kind === "unique" || there.length > 0) return yield* new DepartmentTaken({ departmentId })
      const [database] = yield* run((db) => db.select().from(databases).where(eq(databases.id, databaseId)))
      return yield* database === undefined || parentId === null
        ? new DatabaseNotFound({ id: databaseId })
        : new ParentDepartmentNotFound({ parentId })
    })

    return Departments.of({
      list: (databaseId) =>
        isStorable(databaseId)
          ? run((db) =>
              db
                .select(found)
                .from(departments)
                .where(eq(departments.databaseId, databaseId))
                .orderBy(asc(departments.departmentId)),
            )
          : Effect.succeed([]),
      create: Effect.fnUntraced(function* (databaseId, id, department) {
        if (!isStorable(databaseId)) return yield* new DatabaseNotFound({ id: databaseId })
        const actor = yield* CurrentActor
        const { departmentId, name, parentId } = department
        return yield* attempt((db) =>
          db.execute(sql`
            with made as (
              insert into departments (database_id, department_id, creation_id, name, parent_id)
              values (${databaseId}, ${departmentId}, ${id}, ${name}, ${parentId}) returning department_id
            ), ${auditLine({ actor, event: "department.created", databaseId, details: { departmentId } }, sql`made`)}
            select from made`),
        ).pipe(
          Effect.as({ ...department, closed: false }),
          Effect.catchTag("ConstraintViolated", (violated) => explain(violated, databaseId, id, department)),
        )
      }),
      change: Effect.fnUntraced(function* (databaseId, department) {
        const actor = yield* CurrentActor
        const { departmentId, name, parentId, closed } = department
        const line = { actor, event: "department.changed", databaseId, details: department } as const
        const changed =
          isStorable(databaseId) && isStorable(departmentId)
            ? yield* attempt((db) =>
                db.execute(sql`
                  with changed as (
                    update departments set name = ${name}, parent_id = ${parentId}, closed = ${closed}
                    where database_id = ${databaseId} and department_id = ${departmentId} returning department_id
                  ), ${auditLine(line, sql`changed`)}
                  select from changed`),
              ).pipe(
                Effect.mapError((error) =>
                  error._tag !== "ConstraintViolated"
                    ? error
                    : error.kind === "check" || parentId === null
                      ? new DepartmentCircle({ departmentId })
                      : new ParentDepartmentNotFound({ parentId }),
                ),
              )
            : []
        return changed.length > 0 ? department : yield* new DepartmentNotFound({ departmentId })
      }),
      usage: Effect.fnUntraced(function* (databaseId, departmentId) {
        if (!isStorable(databaseId) || !isStorable(departmentId)) return noUsage
        const below = sql`(
          with recursive below as (
            select department_id from departments
            where database_id = ${databaseId} and parent_id = ${departmentId}
            union all
            select d.department_id from departments d join below b on d.parent_id = b.department_id
            where d.database_id = ${databaseId}
          ) select count(*)::int from below)`
        const statement = placeUsage(databaseId, sql`department_id = ${departmentId}`, below)
        const [usage] = yield* run((db) => db.execute<PlaceUsage>(statement))
        return usage ?? noUsage
      }),
      remove: Effect.fnUntraced(function* (databaseId, departmentId) {
        const actor = yield* CurrentActor
        const removed =
          isStorable(databaseId) && isStorable(departmentId)
            ? yield* attempt((db) =>
                db.execute(sql`
                  with gone as (
                    delete from departments where database_id = ${databaseId} and department_id = ${departmentId}
                    returning department_id
                  ), ${auditLine({ actor, event: "department.removed", databaseId, details: { departmentId } }, sql`gone`)}
                  select from gone`),
              ).pipe(Effect.catchTag("ConstraintViolated", () => new DepartmentInUse({ departmentId })))
            : []
        if (removed.length === 0) return yield* new DepartmentNotFound({ departmentId })
      }),
    })
  }),
)
