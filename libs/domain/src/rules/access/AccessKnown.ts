import type { Access } from "../../model/Access.ts"
import type { ImportOptions } from "../../model/Import.ts"
import type { PermissionGroup } from "../../model/PermissionGroup.ts"
import type { PlatformUser } from "../../model/PlatformUser.ts"
import type { Department } from "../../model/Department.ts"
import type { Column } from "../../rows/Column.ts"

/** What an access row is held against: the database's departments and groups, and a batch's people. */
export interface AccessKnown extends ImportOptions {
  readonly columns: ReadonlyArray<Column>
  readonly users: ReadonlyMap<string, PlatformUser>
  readonly departments: ReadonlyMap<string, Department>
  readonly groups: ReadonlyMap<string, PermissionGroup>
  /** The access each of the batch's people has in this database already, by user id. */
  readonly accesses: ReadonlyMap<string, Access>
  /** Whether whoever imports may give the group. */
  readonly mayGrant: (group: Pick<PermissionGroup, "permissions">) => boolean
  readonly rowsByEmail: ReadonlyMap<string, ReadonlyArray<number>>
}
