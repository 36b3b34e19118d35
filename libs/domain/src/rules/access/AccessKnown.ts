import type { InvalidRows } from "../../model/Import.ts"
import type { KnownUser } from "../../model/KnownUser.ts"
import type { PermissionGroup } from "../../model/PermissionGroup.ts"
import type { Department } from "../../model/Department.ts"
import type { Column } from "../../rows/Column.ts"

/** What an access row is held against: the database's departments and groups, and a batch's people. */
export interface AccessKnown {
  readonly columns: ReadonlyArray<Column>
  readonly invalidRows: InvalidRows
  readonly users: ReadonlyMap<string, KnownUser>
  readonly departments: ReadonlyMap<string, Department>
  readonly groups: ReadonlyMap<string, PermissionGroup>
  /** The access each of the batch's people has in this database already, by user id. */
  readonly accesses: ReadonlyMap<string, { readonly departmentId: string; readonly groupName: string }>
  /** Whether whoever imports may give the group. */
  readonly mayGrant: (group: PermissionGroup) => boolean
  readonly rowsByEmail: ReadonlyMap<string, ReadonlyArray<number>>
}
