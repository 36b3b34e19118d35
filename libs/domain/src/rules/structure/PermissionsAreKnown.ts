import { permissionsIn } from "../../rows/permissionsIn.ts"
import { unknownPermissions } from "../unknownPermissions.ts"
import { cellIssue, type Rule } from "../Rule.ts"
import type { StructureKnown } from "./StructureKnown.ts"

/** A group is made of permissions that the product has registered, once it has; what it holds already it may keep. */
export const PermissionsAreKnown: Rule<StructureKnown> = (row, { registered, groups }) => {
  const held = groups.get(row.values.groupName ?? "")?.permissions ?? []
  const unknown = unknownPermissions(permissionsIn(row.values.permissions ?? ""), registered, held)
  if (unknown.names.length === 0) return []
  const { names, candidates: near } = unknown
  // No candidates for the cell: each of these is for one name in it.
  return [cellIssue(row, "permissions", "permission.unknown", { names, near })]
}
