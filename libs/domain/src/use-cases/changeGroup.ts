import { Effect } from "effect"
import type { PermissionGroup } from "../model/PermissionGroup.ts"
import { GroupNotFound, PermissionGroups } from "../ports/PermissionGroups.ts"
import { checkPermissions } from "./checkPermissions.ts"

/** Makes a group of permissions that the product knows. The same id again answers the group that is there. */
export const createGroup = Effect.fn("createGroup")(function* (
  databaseId: string,
  id: string,
  group: PermissionGroup,
) {
  yield* checkPermissions(group.permissions, [])
  return yield* (yield* PermissionGroups).create(databaseId, id, group)
})

/** Changes a group for all who have it; permissions new to it must be known to the product. */
export const changeGroup = Effect.fn("changeGroup")(function* (
  databaseId: string,
  groupName: string,
  change: Partial<PermissionGroup>,
) {
  const groups = yield* PermissionGroups
  const found = (yield* groups.list(databaseId)).find((one) => one.groupName === groupName)
  if (found === undefined) return yield* new GroupNotFound({ groupName })
  const group = { ...found, ...change }
  yield* checkPermissions(group.permissions, found.permissions)
  return yield* groups.change(databaseId, groupName, group)
})
