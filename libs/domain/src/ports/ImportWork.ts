import { Context, Schema, type Effect, type Option } from "effect"
import type { Place } from "../model/Access.ts"
import type { Import, ImportState, RowOutcome, RowStatus } from "../model/Import.ts"
import type { NewDepartment } from "../model/Department.ts"
import type { PermissionGroup } from "../model/PermissionGroup.ts"
import type { Issue } from "../model/Issue.ts"
import type { NewPlatformUser } from "../model/PlatformUser.ts"
import type { RowChanges } from "../model/RowChanges.ts"
import type { PersonKeys } from "./PlatformUsers.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/**
 * What whoever validates or runs an import does to it. A claim leases the import; each write below is one
 * statement, renews the lease, and is refused as `WorkLost` once somebody else has claimed, changed or
 * cancelled the import (its fence has moved on).
 */
export class ImportWork extends Context.Service<
  ImportWork,
  {
    /**
     * Takes an import that is `validating` or `running`: the one named, if nobody or the same worker holds a
     * living lease on it, or else, of those that nobody holds, the one whose turn it is. That is one of the database
     * (or the platform) whose last turn is longest ago, there the one that waits longest; each turn that an import
     * has had counts by `turnWeight` as if it came later, so that short ones do not wait for long ones; and each try
     * that came to nothing, as the most turns that count. Where its lease has run out in somebody's hands, that was a
     * try that came to nothing; one in which rows got done makes the count begin anew. After `mostTries` of them it is
     * taken to be set aside.
     */
    readonly claim: (claim: Claim) => Effect.Effect<Option.Option<Work>, StoreUnavailable>
    /** Gives the import back to wait for its next turn, if another waits that nobody holds; answers whether it did. */
    readonly pass: (work: Work) => Effect.Effect<boolean, StoreUnavailable>
    /** Gives the import back at once, in its place, to whoever looks next: whoever had it stops, and it is no try. */
    readonly release: (work: Work) => Effect.Effect<void, StoreUnavailable>
    /** Renews the lease, for work that takes long between two writes; whoever holds the import locked needs none. */
    readonly renew: (work: Work) => Effect.Effect<void, WorkLost | StoreUnavailable>
    /** Rows of the file, not left out, that have one of the keys, in order. */
    readonly rowsWithKeys: (
      importId: string,
      keys: PersonKeys,
    ) => Effect.Effect<ReadonlyArray<KeyedRow>, StoreUnavailable>
    /** Keeps what was found in rows that have been checked, and counts them as done. */
    readonly saveFindings: (
      work: Work,
      checked: CheckedRows,
    ) => Effect.Effect<void, WorkLost | StoreUnavailable>
    /**
     * `running`: makes these people platform users, changes those, removes others, keeps what was found anew, and
     * settles every row of the chunk: `valid` ones end as their outcome says, `conflict` and `invalid` ones
     * `failed`. `FactsChanged` and nothing written when somebody is not as found, took what others were to have, or
     * is to be removed and has access somewhere or a way to sign in. Chunks may be written at the same time.
     */
    readonly writeUsers: (
      work: Work,
      chunk: UserChunk,
    ) => Effect.Effect<void, WorkLost | FactsChanged | StoreUnavailable>
    /**
     * `running > completed` for step 2, all rows or none: each `valid` row's person gets the access found for
     * it, or loses it, and the row ends as its outcome says; `conflict` rows end `failed`. `FactsChanged` and nothing
     * done when a person, department, group or access is no longer as the findings have it.
     */
    readonly grantAccesses: (work: Work) => Effect.Effect<Import, WorkLost | FactsChanged | StoreUnavailable>
    /**
     * `running > completed` for a file about a database's structure, all rows or none: departments or groups are
     * made and changed, and each row ends as its outcome says. `FactsChanged` and nothing done when one is there,
     * or is not, against what was found.
     */
    readonly writeStructure: (
      work: Work,
      written: WrittenStructure,
    ) => Effect.Effect<Import, WorkLost | FactsChanged | StoreUnavailable>
    /** Moves the import along an edge; a final state leaves rows not done as `unprocessed`. */
    readonly settle: (
      work: Work,
      state: Exclude<ImportState, "validating" | "running" | "cancelled">,
    ) => Effect.Effect<Import, WorkLost | StoreUnavailable>
  }
>()("@muster/domain/ports/ImportWork") {}

export interface Claim {
  readonly importId: string | null
  /** Who claims; one process is one worker. */
  readonly worker: string
  readonly leaseSeconds: number
  /** Whether to leave imports alone of which somebody has ended, and no row was done since. */
  readonly untriedOnly: boolean
  /** Whether the store was away lately: then a lease that ran out tells nothing of the import, and is no try. */
  readonly afterOutage: boolean
}

/** For each turn that an import has had, so many at most, it counts as come this much later, in seconds. */
export const turnWeight = { seconds: 1, mostTurns: 10 } as const

/** An import in hand. `fence` grows with every claim and every act of an administrator. */
export interface Work {
  readonly import: Import
  readonly fence: number
  readonly leaseSeconds: number
  /** The row up to which the check under way has come; those before it that are `unprocessed` are left to check. */
  readonly checkedTo: number
  /** The row up to which the run has settled all; some after it may be settled too. */
  readonly ranTo: number
  /** How many tries before this one have come to nothing, one after another. */
  readonly tries: number
}

/** Rows that have been checked one after another, none between them left out. */
export interface CheckedRows {
  readonly upTo: number
  readonly many: number
  /** What is to be said of rows otherwise than before. */
  readonly findings: ReadonlyArray<Finding>
}

export interface KeyedRow {
  readonly row: number
  readonly emailKey: string | null
  readonly usernameKey: string | null
}

/** What was found in a row, or became of it. */
export interface Finding {
  readonly row: number
  readonly status: RowStatus
  readonly issues: ReadonlyArray<Issue>
  /** What the row becomes when it runs; null where it is not `valid`. */
  readonly outcome: RowOutcome | null
  /** Whom the row is about, null where they are not there. */
  readonly userId: string | null
  readonly changes: RowChanges
  /** The place step 2 would give the user, and the version of the access they have, null where they have none. */
  readonly access: (Place & { readonly version: number | null }) | null
}

/** Rows of step 1 to be written together; `version` is the one of the user that was found. */
export interface UserChunk {
  /** The rows after one and up to another; none of them is left out. */
  readonly after: number
  readonly upTo: number
  readonly created: ReadonlyArray<{ readonly row: number; readonly person: NewPlatformUser }>
  readonly updated: ReadonlyArray<UserFound & { readonly person: NewPlatformUser }>
  readonly removed: ReadonlyArray<UserFound>
  /** What is to be said of rows otherwise than before. */
  readonly findings: ReadonlyArray<Finding>
}

export interface UserFound {
  readonly userId: string
  readonly version: number
}

/** Departments or groups to be made and changed; one of the lists is empty. */
export interface WrittenStructure {
  readonly departments: ReadonlyArray<NewDepartment & { readonly outcome: "created" | "updated" }>
  readonly groups: ReadonlyArray<PermissionGroup & { readonly outcome: "created" | "updated" }>
}

/** The import is no longer in this worker's hands. */
export class WorkLost extends Schema.TaggedError<WorkLost>()("WorkLost", { importId: Schema.String }) {
  override get message() {
    return "The import was taken over, changed or cancelled meanwhile."
  }
}

/** What the rules were told has changed; look again and repeat. Nothing was written. */
export class FactsChanged extends Schema.TaggedError<FactsChanged>()("FactsChanged", {
  importId: Schema.String,
}) {
  override get message() {
    return "People, departments or groups changed while the import ran."
  }
}
