import type { BoundUser } from "../../model/BoundUser.ts"
import type { ImportRow } from "../../model/ImportRow.ts"

/** What the rows of an import to be undone did. */
export interface UndoKnown {
  /** The rows of that import, by number. */
  readonly made: ReadonlyMap<number, ImportRow>
  /** What the fields that a row changed are now, by its number. */
  readonly now: ReadonlyMap<number, Readonly<Record<string, string | null>>>
}

/** The people whom a batch of its rows is about, by id, those who are still there. */
export interface BoundKnown {
  readonly bound: ReadonlyMap<string, BoundUser>
}
