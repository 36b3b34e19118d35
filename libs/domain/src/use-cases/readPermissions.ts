import { Effect } from "effect"
import { placesOf } from "../model/Access.ts"
import { Accesses } from "../ports/Accesses.ts"
import { Databases } from "../ports/Databases.ts"
import { PermissionGroups } from "../ports/PermissionGroups.ts"
import { PlatformUsers } from "../ports/PlatformUsers.ts"
import { permissionsOf } from "../rights/permissionsOf.ts"

/** What a user may do in a database, where and why; whoever is not active, or anybody in one that is closed, may nothing. */
export const readPermissions = Effect.fn("readPermissions")(function* (databaseId: string, userId: string) {
  const access = yield* (yield* Accesses).find(databaseId, userId)
  const { status } = yield* Effect.orDie((yield* PlatformUsers).find(userId))
  const { closed } = yield* (yield* Databases).find(databaseId)
  const groups = yield* (yield* PermissionGroups).list(databaseId)
  return {
    userId,
    status,
    departmentId: access.departmentId,
    places: placesOf(access),
    permissions: status === "active" && !closed ? permissionsOf(access, groups) : [],
  }
})
