import { Schema } from "effect"
import { RowOutcome, RowStatus } from "./Import.ts"
import { Issue } from "./Issue.ts"
import { RowChanges } from "./RowChanges.ts"

/** One row of an import: its cells by position as the file had them (or as corrected), and what was found. */
export const ImportRow = Schema.Struct({
  row: Schema.Int,
  status: RowStatus,
  cells: Schema.Array(Schema.String),
  /** What reading the file found in this row; stays until the cell, or the row as a whole, is corrected. */
  readingIssues: Schema.Array(Issue),
  issues: Schema.Array(Issue),
  /** What the row becomes if it is `valid` and runs. */
  outcome: Schema.NullOr(RowOutcome),
  /** Whom the row is about, as far as they are there. */
  userId: Schema.NullOr(Schema.String),
  changes: RowChanges,
  /** Whether another row of the file may have the same e-mail or username. */
  mayHaveTwin: Schema.Boolean,
})
export type ImportRow = typeof ImportRow.Type

/** The cells of a row on their way into a store, with the keys by which its twins in the file are found. */
export interface RowCells {
  readonly row: number
  readonly cells: ReadonlyArray<string>
  readonly emailKey: string | null
  readonly usernameKey: string | null
  readonly readingIssues: ReadonlyArray<Issue>
}
