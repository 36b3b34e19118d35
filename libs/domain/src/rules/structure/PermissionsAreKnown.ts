import { permissionsIn } from "../../rows/permissionsIn.ts"
import { unknownPermissions } from "../../rights/unknownPermissions.ts"
import { cellIssue, type Rule } from "../Rule.ts"
import type { StructureKnown } from "./StructureKnown.ts"

/** A group is made of permissions that the product has registered, once it has; what it holds already it may keep. */
export const PermissionsAreKnown: Rule<StructureKnown> = (row, { registered, groups }) => {
  const held = groups.get(row.values.groupName ?? "")?.permissions ?? []
  const unknown = unknownPermissions(permissionsIn(row.values.permissions ?? ""), registered, held)
  return unknown.names.length === 0
    ? []
    : [cellIssue(row, "permissions", "permission.unknown", { ...unknown })]
}
