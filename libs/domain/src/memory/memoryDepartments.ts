import { placesOf } from "../model/Access.ts"
import { Effect, Layer } from "effect"
import type { Department } from "../model/Department.ts"
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
import { usageOf } from "./usageOf.ts"

/** The reference meaning of the port `Departments`. */
export const memoryDepartments = Layer.effect(
  Departments,
  Effect.gen(function* () {
    const state = yield* MemoryState
    const { databases, departments, accesses, audit } = state
    const of = (databaseId: string) => departments.filter((one) => one.databaseId === databaseId)
    return Departments.of({
      list: (databaseId) =>
        Effect.sync(() =>
          of(databaseId)
            .sort(byKey((one) => one.departmentId))
            .map(told),
        ),
      create: (databaseId, id, department) =>
        Effect.flatMap(CurrentActor, (actor): ReturnType<Departments["Service"]["create"]> => {
          const { departmentId, parentId } = department
          const siblings = of(databaseId)
          const there = siblings.find((one) => one.departmentId === departmentId)
          if (!databases.has(databaseId)) return Effect.fail(new DatabaseNotFound({ id: databaseId }))
          if (there)
            return there.id === id
              ? Effect.succeed(told(there))
              : Effect.fail(new DepartmentTaken({ departmentId }))
          if (parentId !== null && !siblings.some((one) => one.departmentId === parentId))
            return Effect.fail(new ParentDepartmentNotFound({ parentId }))
          const made = { ...department, closed: false }
          departments.push({ ...made, id, databaseId })
          leaveLine({ audit }, actor, "department.created", { databaseId, details: { departmentId } })
          return Effect.succeed(made)
        }),
      change: (databaseId, department) =>
        Effect.flatMap(CurrentActor, (actor): ReturnType<Departments["Service"]["change"]> => {
          const { departmentId, parentId } = department
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
          departments[at] = { ...found, ...department }
          leaveLine({ audit }, actor, "department.changed", { databaseId, details: department })
          return Effect.succeed(department)
        }),
      usage: (databaseId, departmentId) =>
        Effect.sync(() => {
          const ids = (below: ReadonlyArray<string>): ReadonlyArray<string> => {
            const next = of(databaseId).filter(({ parentId }) => below.includes(parentId ?? ""))
            const found = next.map((one) => one.departmentId)
            return found.length === 0 ? [] : [...found, ...ids(found)]
          }
          const usage = usageOf(state, databaseId, (place) => place.departmentId === departmentId)
          return { ...usage, below: ids([departmentId]).length }
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

const told = ({ departmentId, name, parentId, closed }: Department): Department => ({
  departmentId,
  name,
  parentId,
  closed,
})
