import type { ImportOptions } from "../../model/Import.ts"
import type { PlatformUser } from "../../model/PlatformUser.ts"
import type { Column } from "../../rows/Column.ts"

/** What a platform user's row is held against, looked up for a whole batch of rows at once. */
export interface PlatformKnown extends ImportOptions {
  readonly columns: ReadonlyArray<Column>
  /** Whether whoever imports may add people. */
  readonly mayAdd: boolean
  /** Whether whoever imports may change people, and this one: nobody changes a user above their own role. */
  readonly mayChange: (user: PlatformUser | null) => boolean
  /** Existing people, by the canonical key of their e-mail and of their username. */
  readonly byEmail: ReadonlyMap<string, PlatformUser>
  readonly byUsername: ReadonlyMap<string, PlatformUser>
  /** Rows of this file by key, in order; only keys that the batch, or whoever it is about, has. */
  readonly rowsByEmail: ReadonlyMap<string, ReadonlyArray<number>>
  readonly rowsByUsername: ReadonlyMap<string, ReadonlyArray<number>>
}
