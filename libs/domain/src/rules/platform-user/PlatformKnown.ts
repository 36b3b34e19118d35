import type { InvalidRows } from "../../model/Import.ts"
import type { KnownUser } from "../../model/KnownUser.ts"
import type { Column } from "../../rows/Column.ts"

/** What a platform user's row is held against, looked up for a whole batch of rows at once. */
export interface PlatformKnown {
  readonly columns: ReadonlyArray<Column>
  readonly invalidRows: InvalidRows
  /** Whether whoever imports may add people. */
  readonly mayAdd: boolean
  /** Existing people, by the canonical key of their e-mail and of their username. */
  readonly byEmail: ReadonlyMap<string, KnownUser>
  readonly byUsername: ReadonlyMap<string, KnownUser>
  /** Rows of this file by key, in order; only keys that the batch has. */
  readonly rowsByEmail: ReadonlyMap<string, ReadonlyArray<number>>
  readonly rowsByUsername: ReadonlyMap<string, ReadonlyArray<number>>
}
