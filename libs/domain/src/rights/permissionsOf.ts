import { Schema } from "effect"
import { placesOf, type NewAccess } from "../model/Access.ts"
import type { PermissionGroup } from "../model/PermissionGroup.ts"

/** A permission, and why somebody has it: in these departments by their groups, everywhere if given by hand. */
export const HeldPermission = Schema.Struct({
  name: Schema.String,
  extra: Schema.Boolean,
  because: Schema.Array(Schema.Struct({ departmentId: Schema.String, groupName: Schema.String })),
})
export type HeldPermission = typeof HeldPermission.Type

/**
 * What an access allows, by permission in order of name: those of the group in each department, and those given
 * by hand, which hold in every department. `groups` are those of its database.
 */
export const permissionsOf = (
  access: NewAccess,
  groups: ReadonlyArray<PermissionGroup>,
): ReadonlyArray<HeldPermission> => {
  const byName = new Map(groups.map((group) => [group.groupName, group.permissions]))
  const held = new Map<string, HeldPermission>(
    access.extra.permissions.map((name) => [name, { name, extra: true, because: [] }]),
  )
  for (const place of placesOf(access))
    for (const name of byName.get(place.groupName) ?? []) {
      const known = held.get(name) ?? { name, extra: false, because: [] }
      held.set(name, { ...known, because: [...known.because, place] })
    }
  return [...held.values()].sort((one, other) => (one.name < other.name ? -1 : 1))
}
