import { placesOf } from "../model/Access.ts"
import { Effect, Layer } from "effect"
import { DatabaseNotFound } from "../ports/Databases.ts"
import {
  DepartmentCircle,
  DepartmentInUse,
  DepartmentNotFound,
  Departments,
  DepartmentTaken,
  ParentDepartmentNotFound,
} from "../ports/Departments.ts"
import { CurrentActor } from "../rights/CurrentActor.ts"
import { leaveLine } from "./leaveLine.ts"
import { MemoryState } from "./MemoryState.ts"
import { byKey } from "./pageOf.ts"

/** The reference meaning of the port `Departments`. */
export const memoryDepartments = Layer.effect(
  Departments,
  Effect.gen(function* () {
    const { databases, departments, accesses, audit } = yield* MemoryState
    const of = (databaseId: string) => departments.filter((one) => one.databaseId === databaseId)
    return Departments.of({
      list: (databaseId) =>
        Effect.sync(() =>
          of(databaseId)
            .sort(byKey((one) => one.departmentId))
            .map(({ departmentId, name, parentId }) => ({ departmentId, name, parentId })),
        ),
      create: (databaseId, id, department) =>
        Effect.flatMap(CurrentActor, (actor): ReturnType<Departments["Service"]["create"]> => {
          const { departmentId, parentId } = department
          const siblings = of(databaseId)
          const there = siblings.find((one) => one.departmentId === departmentId)
          if (!databases.has(databaseId)) return Effect.fail(new DatabaseNotFound({ id: databaseId }))
          if (there)
            return there.id === id
              ? Effect.succeed(department)
              : Effect.fail(new DepartmentTaken({ departmentId }))
          if (parentId !== null && !siblings.some((one) => one.departmentId === parentId))
            return Effect.fail(new ParentDepartmentNotFound({ parentId }))
          departments.push({ ...department, id, databaseId })
          leaveLine({ audit }, actor, "department.created", { databaseId, details: { departmentId } })
          return Effect.succeed(department)
        }),
      change: (databaseId, department) =>
        Effect.flatMap(CurrentActor, (actor): ReturnType<Departments["Service"]["change"]> => {
          const { departmentId, name, parentId } = department
          const there = of(databaseId)
          const at = departments.findIndex(
            (one) => one.databaseId === databaseId && one.departmentId === departmentId,
          )
          const found = departments[at]
          if (!found) return new DepartmentNotFound({ departmentId })
          if (parentId !== null && !there.some((one) => one.departmentId === parentId))
            return new ParentDepartmentNotFound({ parentId })
          const parents = new Map(there.map((one) => [one.departmentId, one.parentId]))
          for (let above: string | null = parentId; above !== null; above = parents.get(above) ?? null)
            if (above === departmentId) return new DepartmentCircle({ departmentId })
          departments[at] = { ...found, name, parentId }
          leaveLine({ audit }, actor, "department.changed", { databaseId, details: department })
          return Effect.succeed({ departmentId, name, parentId })
        }),
      remove: (databaseId, departmentId) =>
        Effect.flatMap(CurrentActor, (actor): ReturnType<Departments["Service"]["remove"]> => {
          const at = departments.findIndex(
            (one) => one.databaseId === databaseId && one.departmentId === departmentId,
          )
          if (at < 0) return Effect.fail(new DepartmentNotFound({ departmentId }))
          const used =
            of(databaseId).some((one) => one.parentId === departmentId) ||
            accesses.some(
              (one) =>
                one.databaseId === databaseId &&
                placesOf(one).some((place) => place.departmentId === departmentId),
            )
          if (used) return Effect.fail(new DepartmentInUse({ departmentId }))
          departments.splice(at, 1)
          leaveLine({ audit }, actor, "department.removed", { databaseId, details: { departmentId } })
          return Effect.void
        }),
    })
  }),
)
