import { Effect, Layer } from "effect"
import { placesOf, type Access, type NewAccess } from "../model/Access.ts"
import type { Department } from "../model/Department.ts"
import { isFound } from "../model/searchText.ts"
import {
  AccessChangedMeanwhile,
  Accesses,
  AccessNotFound,
  AccessNotPossible,
  type AccessQuery,
} from "../ports/Accesses.ts"
import { CurrentActor } from "../rights/CurrentActor.ts"
import { leaveLine } from "./leaveLine.ts"
import { MemoryState, type MemoryAccess } from "./MemoryState.ts"
import { byKey, pageOf } from "./pageOf.ts"

/** The reference meaning of the port `Accesses`. */
export const memoryAccesses = Layer.effect(
  Accesses,
  Effect.gen(function* () {
    const { accesses, users, departments, groups, audit } = yield* MemoryState
    const toAccess = ({ databaseId: _, ...access }: MemoryAccess): Access => {
      const user = users.get(access.userId)
      if (!user) throw new Error("Whoever has access is a user of the platform.")
      const { email, firstName, lastName, status } = user
      return { ...access, email, firstName, lastName, status }
    }
    const of = (databaseId: string) => accesses.filter((one) => one.databaseId === databaseId).map(toAccess)
    const isWanted =
      (databaseId: string, { search, departmentId, groupName }: AccessQuery) =>
      (access: Access) => {
        const inTree = departments.filter((one) => one.databaseId === databaseId)
        const places = placesOf(access)
        return (
          (search === undefined || isFound(search, users.get(access.userId)?.searchText ?? "")) &&
          (departmentId === undefined ||
            places.some((place) => isWithin(inTree, place.departmentId, departmentId))) &&
          (groupName === undefined || places.some((place) => place.groupName === groupName))
        )
      }
    const indexOf = (databaseId: string, userId: string) =>
      accesses.findIndex((one) => one.databaseId === databaseId && one.userId === userId)
    const keyOf = ({ userId }: { readonly userId: string }) => users.get(userId)?.emailKey ?? ""
    const isPossible = (databaseId: string, access: NewAccess) =>
      placesOf(access).every(
        ({ departmentId, groupName }) =>
          departments.some((one) => one.databaseId === databaseId && one.departmentId === departmentId) &&
          groups.some((one) => one.databaseId === databaseId && one.groupName === groupName),
      )
    return Accesses.of({
      list: (databaseId, query) =>
        Effect.sync(() =>
          pageOf(of(databaseId).filter(isWanted(databaseId, query)).sort(byKey(keyOf)), query, keyOf),
        ),
      known: (databaseId, userIds) =>
        Effect.sync(() => of(databaseId).filter((one) => userIds.includes(one.userId))),
      find: (databaseId, userId) =>
        Effect.suspend(() => {
          const found = accesses[indexOf(databaseId, userId)]
          return found ? Effect.succeed(toAccess(found)) : new AccessNotFound({ userId })
        }),
      ofUser: (userId) =>
        Effect.sync(() =>
          accesses
            .filter((one) => one.userId === userId)
            .map((one) => ({ ...toAccess(one), databaseId: one.databaseId }))
            .sort(byKey((one) => one.databaseId)),
        ),
      grant: (databaseId, userId, access) =>
        Effect.flatMap(CurrentActor, (actor): ReturnType<Accesses["Service"]["grant"]> => {
          const sound = users.get(userId)?.status === "active" && isPossible(databaseId, access)
          if (!sound || indexOf(databaseId, userId) >= 0) return new AccessNotPossible()
          const made = { ...access, userId, databaseId, version: 1 }
          accesses.push(made)
          leaveLine({ audit }, actor, "access.granted", { databaseId, userId, details: access })
          return Effect.succeed(toAccess(made))
        }),
      change: (databaseId, userId, access, version) =>
        Effect.flatMap(CurrentActor, (actor): ReturnType<Accesses["Service"]["change"]> => {
          const at = indexOf(databaseId, userId)
          const found = accesses[at]
          if (!found) return new AccessNotFound({ userId })
          if (found.version !== version) return new AccessChangedMeanwhile()
          if (!isPossible(databaseId, access)) return new AccessNotPossible()
          const changed = { ...access, userId, databaseId, version: version + 1 }
          accesses[at] = changed
          leaveLine({ audit }, actor, "access.changed", { databaseId, userId, details: access })
          return Effect.succeed(toAccess(changed))
        }),
      remove: (databaseId, userId, version) =>
        Effect.flatMap(CurrentActor, (actor): ReturnType<Accesses["Service"]["remove"]> => {
          const at = indexOf(databaseId, userId)
          const found = accesses[at]
          if (!found) return new AccessNotFound({ userId })
          if (found.version !== version) return new AccessChangedMeanwhile()
          accesses.splice(at, 1)
          leaveLine({ audit }, actor, "access.removed", { databaseId, userId })
          return Effect.void
        }),
    })
  }),
)

/** Whether a department is another one or lies below it. */
const isWithin = (tree: ReadonlyArray<Department>, departmentId: string | null, top: string): boolean => {
  if (departmentId === null || departmentId === top) return departmentId === top
  return isWithin(tree, tree.find((one) => one.departmentId === departmentId)?.parentId ?? null, top)
}
