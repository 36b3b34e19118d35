import type { Department } from "../../model/Department.ts"
import type { ImportOptions } from "../../model/Import.ts"
import type { PermissionGroup } from "../../model/PermissionGroup.ts"
import type { Column } from "../../rows/Column.ts"

/** What a row about a department or a permission group is held against: the database, and the whole file. */
export interface StructureKnown extends ImportOptions {
  readonly columns: ReadonlyArray<Column>
  readonly departments: ReadonlyMap<string, Department>
  readonly groups: ReadonlyMap<string, PermissionGroup>
  /** The names of the permissions that the product has registered; none: any will do. */
  readonly registered: ReadonlyArray<string>
  /** Which rows of the file are about a department or group, by its id or name. */
  readonly rowsById: ReadonlyMap<string, ReadonlyArray<number>>
  /** What each department would stand below if the file were done; null at the top. */
  readonly parents: ReadonlyMap<string, string | null>
  /** Whether whoever imports may change what the database is made of. */
  readonly mayWrite: boolean
}
