import { placesOf } from "../model/Access.ts"
import { Effect, Layer } from "effect"
import { DatabaseNotFound } from "../ports/Databases.ts"
import { GroupInUse, GroupNotFound, GroupTaken, PermissionGroups } from "../ports/PermissionGroups.ts"
import { CurrentActor } from "../rights/CurrentActor.ts"
import { leaveLine } from "./leaveLine.ts"
import { MemoryState, type MemoryAccess } from "./MemoryState.ts"
import { byKey } from "./pageOf.ts"
import { usageOf } from "./usageOf.ts"

/** The reference meaning of the port `PermissionGroups`. */
export const memoryPermissionGroups = Layer.effect(
  PermissionGroups,
  Effect.gen(function* () {
    const state = yield* MemoryState
    const { databases, groups, accesses, audit } = state
    return PermissionGroups.of({
      list: (databaseId) =>
        Effect.sync(() =>
          groups
            .filter((one) => one.databaseId === databaseId)
            .sort(byKey((one) => one.groupName))
            .map(({ groupName, description, permissions }) => ({ groupName, description, permissions })),
        ),
      create: (databaseId, id, group) =>
        Effect.flatMap(CurrentActor, (actor): ReturnType<PermissionGroups["Service"]["create"]> => {
          const { groupName } = group
          const there = groups.find((one) => one.databaseId === databaseId && one.groupName === groupName)
          if (!databases.has(databaseId)) return Effect.fail(new DatabaseNotFound({ id: databaseId }))
          if (there)
            return there.id === id ? Effect.succeed(group) : Effect.fail(new GroupTaken({ groupName }))
          groups.push({ ...group, id, databaseId })
          leaveLine({ audit }, actor, "group.created", { databaseId, details: group })
          return Effect.succeed(group)
        }),
      change: (databaseId, groupName, group) =>
        Effect.flatMap(CurrentActor, (actor): ReturnType<PermissionGroups["Service"]["change"]> => {
          const at = groups.findIndex((one) => one.databaseId === databaseId && one.groupName === groupName)
          const found = groups[at]
          const next = group.groupName
          if (!found) return new GroupNotFound({ groupName })
          if (
            next !== groupName &&
            groups.some((one) => one.databaseId === databaseId && one.groupName === next)
          )
            return new GroupTaken({ groupName: next })
          groups[at] = { ...found, ...group }
          accesses.forEach((access, index) => {
            if (access.databaseId === databaseId) accesses[index] = regrouped(access, groupName, next)
          })
          const details = { ...group, was: groupName }
          leaveLine({ audit }, actor, "group.changed", { databaseId, details })
          return Effect.succeed(group)
        }),
      usage: (databaseId, groupName) =>
        Effect.sync(() => usageOf(state, databaseId, (place) => place.groupName === groupName)),
      remove: (databaseId, groupName) =>
        Effect.flatMap(CurrentActor, (actor): ReturnType<PermissionGroups["Service"]["remove"]> => {
          const at = groups.findIndex((one) => one.databaseId === databaseId && one.groupName === groupName)
          if (at < 0) return Effect.fail(new GroupNotFound({ groupName }))
          if (
            accesses.some(
              (one) =>
                one.databaseId === databaseId && placesOf(one).some((place) => place.groupName === groupName),
            )
          )
            return Effect.fail(new GroupInUse({ groupName }))
          groups.splice(at, 1)
          leaveLine({ audit }, actor, "group.removed", { databaseId, details: { groupName } })
          return Effect.void
        }),
    })
  }),
)

/** The access with a group's new name in place of the old one. */
const regrouped = (access: MemoryAccess, was: string, now: string): MemoryAccess => {
  const named = <A extends { readonly groupName: string }>(place: A): A =>
    place.groupName === was ? { ...place, groupName: now } : place
  return named({ ...access, extra: { ...access.extra, departments: access.extra.departments.map(named) } })
}
