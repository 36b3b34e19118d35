import { administersDatabase, type PermissionGroup } from "../model/PermissionGroup.ts"
import type { Actor } from "./Actor.ts"
import { may, reaches } from "./may.ts"

/**
 * Whether an actor may give somebody a permission group of a database. Nobody makes an administrator of a
 * database who does not administer it, or the whole platform.
 */
export const mayGrant = (
  actor: Actor,
  group: Pick<PermissionGroup, "permissions">,
  databaseId: string,
): boolean =>
  may(actor, "databaseImports.run", databaseId) === "allowed" &&
  (!group.permissions.includes(administersDatabase) ||
    actor.administers.includes(databaseId) ||
    reaches(actor.platformRole, "superAdministrator"))
