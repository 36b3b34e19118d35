import { Context, Schema, type Effect, type Option } from "effect"
import type { Import, ImportOptions, ImportScope, RowOutcome, RowStatus } from "../model/Import.ts"
import type { ImportRow, RowCells } from "../model/ImportRow.ts"
import type { Page, PageRequest } from "../model/Page.ts"
import { rowRanges } from "../model/rowRanges.ts"
import type { CurrentActor } from "../rights/CurrentActor.ts"
import type { Finding } from "./ImportWork.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/**
 * The imports and their rows, as administrators act on them. Each act is whole or absent. Acts on a state
 * answer none when no import with that id and scope is in a state that lets them; every act that moves a
 * state takes the import out of the hands of whoever works on it.
 */
export class Imports extends Context.Service<
  Imports,
  {
    /**
     * Keeps rows of a file still being read, with what has been found in them if they were checked. Nobody sees them
     * before `create`; the same row again is kept once.
     */
    readonly stage: (
      importId: string,
      rows: ReadonlyArray<StagedRow>,
    ) => Effect.Effect<void, StoreUnavailable>
    /** Forgets the staged rows of a file that came to nothing. */
    readonly discard: (importId: string) => Effect.Effect<void, StoreUnavailable>
    /**
     * Makes the import of the staged rows, `validating`. Rows that have a twin are `unprocessed` whatever was found in
     * them, since whoever checked them did not know. The same id again answers the import as it is. Where rows that were
     * staged are missing, since the same file is sent again and this time was broken off, nothing is made. An import is
     * undone by one other at a time: where that is there already, it is answered instead.
     */
    readonly create: (one: NewImport) => Effect.Effect<Import, StoreUnavailable>
    readonly find: (
      scope: ImportScope,
      id: string,
    ) => Effect.Effect<Import, ImportNotFound | StoreUnavailable>
    /** Newest first. */
    readonly list: (scope: ImportScope, page: PageRequest) => Effect.Effect<Page<Import>, StoreUnavailable>
    /** Rows in order, those after row number `after`; `statuses` null for any, `outcome` where it is to be just one. */
    readonly rows: (
      importId: string,
      query: RowQuery,
    ) => Effect.Effect<ReadonlyArray<ImportRow>, StoreUnavailable>
    /**
     * `refused | ready | validating > validating` with all these rows changed, if the cells of each still are
     * `was`; else nothing changes. A row left out becomes `skipped` and its cells stay. No row is named twice.
     */
    readonly correctRows: (
      scope: ImportScope,
      id: string,
      changes: ReadonlyArray<RowChange>,
    ) => Effect.Effect<Option.Option<Import>, StoreUnavailable, CurrentActor>
    /** `refused | ready | validating > validating` with these options anew. */
    readonly changeOptions: (
      scope: ImportScope,
      id: string,
      options: Partial<ImportOptions>,
    ) => Effect.Effect<Option.Option<Import>, StoreUnavailable, CurrentActor>
    /** `ready > running`, by the rights of the actor. */
    readonly start: (
      scope: ImportScope,
      id: string,
      startedBy: string,
    ) => Effect.Effect<Option.Option<Import>, StoreUnavailable>
    /** `validating | refused | ready | running > cancelled`; rows not done become `unprocessed`. */
    readonly cancel: (
      scope: ImportScope,
      id: string,
    ) => Effect.Effect<Option.Option<Import>, StoreUnavailable, CurrentActor>
  }
>()("@muster/domain/ports/Imports") {}

/** What an import is made of; the store adds state, counts and times. */
export type NewImport = Pick<
  Import,
  | "id"
  | "fileName"
  | "delimiter"
  | "header"
  | "columns"
  | "issues"
  | "invalidRows"
  | "mode"
  | "undoes"
  | "createdBy"
> & {
  readonly scope: ImportScope
  /** How many rows were staged. */
  readonly staged: number
  /** Whether its rows were checked before they were staged, by the options that it has. */
  readonly isChecked: boolean
}

/** A row of a file still being read. */
export interface StagedRow extends RowCells {
  /** Null if it has not been checked. */
  readonly finding: Finding | null
}

export interface RowQuery {
  readonly statuses: ReadonlyArray<RowStatus> | null
  readonly outcome?: RowOutcome | undefined
  /** Just rows with these numbers. */
  readonly only?: ReadonlyArray<number>
  readonly after: number
  readonly limit: number
}

export type RowChange =
  { readonly leaveOut: number } | { readonly was: ReadonlyArray<string>; readonly becomes: RowCells }

/** What the audit says of changed rows: which were corrected, and which left out. */
export const changedRows = (changes: ReadonlyArray<RowChange>) => ({
  row: rowRanges(changes.flatMap((change) => ("leaveOut" in change ? [] : [change.becomes.row]))),
  leftOut: rowRanges(changes.flatMap((change) => ("leaveOut" in change ? [change.leaveOut] : []))),
})

export class ImportNotFound extends Schema.TaggedError<ImportNotFound>()("ImportNotFound", {
  id: Schema.String,
}) {
  override get message() {
    return "There is no such import."
  }
}
